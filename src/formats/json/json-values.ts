import { Problem } from '../../problem/problem.ts'

/** A JSON number as it is written: 42000.00 stays 42000.00. */
export class JsonNumber {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Members in the order of the file; a repeated name keeps its last value. */
export type JsonObject = Map<string, JsonValue>
export type JsonValue = null | boolean | string | JsonNumber | JsonValue[] | JsonObject

const DEEPEST = 200

/** Parses JSON without turning numbers into floating point. Throws Problem `json-broken` with the place. */
export function parseJson(text: string): JsonValue {
  let at = 0

  const broken = (): never => {
    const before = text.slice(0, at).split('\n')
    throw new Problem('json-broken', { line: before.length, column: before[before.length - 1]!.length + 1 })
  }
  const skipSpace = (): void => {
    while (at < text.length && ' \n\r\t'.includes(text[at]!)) at++
  }
  const word = <T>(expected: string, value: T): T => {
    if (!text.startsWith(expected, at)) broken()
    at += expected.length
    return value
  }
  const string = (): string => {
    const start = at
    at++
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    at++
    try {
      return JSON.parse(text.slice(start, at)) as string
    } catch {
      at = start
      return broken()
    }
  }
  const number = (): JsonNumber => {
    NUMBER.lastIndex = at
    const found = NUMBER.exec(text)
    if (found === null) return broken()
    at += found[0].length
    return new JsonNumber(found[0])
  }
  /** Reads items up to the closing sign. */
  const items = (close: string, item: () => void): void => {
    at++
    skipSpace()
    if (text[at] === close) {
      at++
      return
    }
    for (;;) {
      item()
      skipSpace()
      const sign = text[at]
      if (sign !== ',' && sign !== close) broken()
      at++
      if (sign === close) return
    }
  }
  const value = (depth: number): JsonValue => {
    skipSpace()
    const first = text[at]
    if (depth > DEEPEST) return broken()
    if (first === '"') return string()
    if (first === '[') {
      const list: JsonValue[] = []
      items(']', () => list.push(value(depth + 1)))
      return list
    }
    if (first === '{') {
      const object: JsonObject = new Map()
      items('}', () => {
        skipSpace()
        if (text[at] !== '"') broken()
        const name = string()
        skipSpace()
        word(':', null)
        object.set(name, value(depth + 1))
      })
      return object
    }
    if (first === 't') return word('true', true)
    if (first === 'f') return word('false', false)
    if (first === 'n') return word('null', null)
    return number()
  }

  const result = value(0)
  skipSpace()
  if (at < text.length) broken()
  return result
}

const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y

/** JSON text of a value, numbers as they were written. */
export function jsonText(value: JsonValue): string {
  if (value instanceof JsonNumber) return value.text
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  if (value instanceof Map) {
    return `{${Array.from(value, ([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
