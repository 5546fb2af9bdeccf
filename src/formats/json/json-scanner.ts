import { Problem, type ProblemValues } from '../../problem/problem.ts'

/** What stands between the brackets. Ranges are of the buffer being scanned and hold good during the call only. */
export interface JsonEvents {
  open(list: boolean): void
  close(list: boolean): void
  /** The name of the member that follows: what stands between its quotes; with `escaped`, escapes are still in it. */
  name(bytes: Uint8Array, start: number, end: number, escaped: boolean): void
  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): void
  /** A number as it is written, or `true`, `false`, `null`, `NaN`, `Infinity`, `-Infinity`. */
  word(kind: WordKind, bytes: Uint8Array, start: number, end: number): void
}

/** `odd`: the words that some programs write for what JSON has no number for. */
export type WordKind = 'number' | 'true' | 'false' | 'null' | 'odd'

const DEEPEST = 200

const QUOTE = 34
const COMMA = 44
const COLON = 58
const BACKSLASH = 92
const LF = 10

type State = 'root' | 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'after'

const WORDS: ReadonlyMap<string, WordKind> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['NaN', 'odd'],
  ['Infinity', 'odd'],
  ['-Infinity', 'odd'],
])

/**
 * Cuts UTF-8 JSON into its pieces without keeping any of it: values stay bytes, numbers stay as written. Several values may
 * follow each other at the top, as in JSON Lines. Feed it a growing buffer; it says how much of it is done with.
 */
export class JsonScanner {
  readonly #events: JsonEvents
  #state: State = 'root'
  /** 1 for an open list, 0 for an open object. */
  readonly #open = new Uint8Array(DEEPEST + 1)
  #depth = 0
  /** Values at the top so far. */
  #roots = 0
  #line = 1
  /** Where the line begins in the buffer, and how many of its characters went before. */
  #lineStart = 0
  #charactersBefore = 0

  constructor(events: JsonEvents) {
    this.#events = events
  }

  get roots(): number {
    return this.#roots
  }

  /**
   * Scans `bytes[0, length)` and returns how many of them are done with; the rest begins a piece that is not whole yet.
   * With `last` everything is scanned. Throws Problem `json-broken` with the place.
   */
  scan(bytes: Uint8Array, length: number, last: boolean): number {
    let at = 0
    for (;;) {
      while (at < length) {
        const byte = bytes[at]!
        if (byte === LF) {
          this.#line++
          this.#lineStart = at + 1
          this.#charactersBefore = 0
        } else if (byte !== 32 && byte !== 9 && byte !== 13) break
        at++
      }
      if (at >= length) break
      const next = this.#piece(bytes, at, length, last)
      if (next < 0) break
      at = next
    }
    if (last && (at < length || this.#depth > 0 || this.#state !== 'root'))
      this.#fail(bytes, Math.max(at, length), 'cut')
    this.#release(bytes, at)
    return at
  }

  /** The place after the piece at `at`; -1 if the buffer ends within it. */
  #piece(bytes: Uint8Array, at: number, length: number, last: boolean): number {
    const byte = bytes[at]!
    switch (this.#state) {
      case 'colon':
        if (byte !== COLON) this.#fail(bytes, at, 'other')
        this.#state = 'value'
        return at + 1
      case 'after':
        if (byte === COMMA) {
          this.#state = this.#open[this.#depth] === 1 ? 'value' : 'name'
          return at + 1
        }
        if (!this.#closes(byte)) this.#fail(bytes, at, 'other')
        return this.#close(at)
      case 'name-or-end':
      case 'name':
        if (byte === QUOTE) return this.#string(bytes, at, length, last, true)
        if (!this.#closes(byte)) this.#fail(bytes, at, 'other')
        if (this.#state === 'name') this.#fail(bytes, at, 'comma')
        return this.#close(at)
      default:
        return this.#value(bytes, at, length, last)
    }
  }

  #value(bytes: Uint8Array, at: number, length: number, last: boolean): number {
    const byte = bytes[at]!
    if (byte === QUOTE) return this.#string(bytes, at, length, last, false)
    if (byte === 91 || byte === 123) {
      if (this.#depth === DEEPEST) this.#fail(bytes, at, 'deep')
      this.#begin()
      const list = byte === 91
      this.#open[++this.#depth] = list ? 1 : 0
      this.#state = list ? 'value-or-end' : 'name-or-end'
      this.#events.open(list)
      return at + 1
    }
    if (this.#depth > 0 && this.#closes(byte)) {
      if (this.#state === 'value') this.#fail(bytes, at, this.#open[this.#depth] === 1 ? 'comma' : 'other')
      return this.#close(at)
    }
    return this.#word(bytes, at, length, last)
  }

  #string(bytes: Uint8Array, at: number, length: number, last: boolean, isName: boolean): number {
    let escaped = false
    let end = at + 1
    for (; end < length; end++) {
      const byte = bytes[end]!
      if (byte === QUOTE) break
      if (byte === BACKSLASH) {
        escaped = true
        end++
      } else if (byte < 32) this.#fail(bytes, end, 'text')
    }
    if (end >= length) {
      if (last) this.#fail(bytes, length, 'cut')
      return -1
    }
    if (escaped) this.#checkEscapes(bytes, at + 1, end)
    if (isName) {
      this.#state = 'colon'
      this.#events.name(bytes, at + 1, end, escaped)
      return end + 1
    }
    this.#begin()
    this.#done()
    this.#events.text(bytes, at + 1, end, escaped)
    return end + 1
  }

  #checkEscapes(bytes: Uint8Array, start: number, end: number): void {
    for (let i = start; i < end; i++) {
      if (bytes[i] !== BACKSLASH) continue
      const sign = bytes[++i]!
      if (sign === 117) {
        for (let k = 1; k <= 4; k++) {
          const digit = i + k < end ? bytes[i + k]! : 0
          const isHex = (digit >= 48 && digit <= 57) || ((digit | 32) >= 97 && (digit | 32) <= 102)
          if (!isHex) this.#fail(bytes, i - 1, 'text')
        }
        i += 4
      } else if (!isPlainEscape(sign)) this.#fail(bytes, i - 1, 'text')
    }
  }

  #word(bytes: Uint8Array, at: number, length: number, last: boolean): number {
    let end = at
    while (end < length && isWordByte(bytes[end]!)) end++
    if (end === length && !last) return -1
    if (end === at) this.#fail(bytes, at, 'other')
    let kind: WordKind | undefined = isNumber(bytes, at, end) ? 'number' : undefined
    if (kind === undefined && end - at <= 9) kind = WORDS.get(String.fromCharCode(...bytes.subarray(at, end)))
    if (kind === undefined) return this.#fail(bytes, at, end === length ? 'cut' : 'word')
    this.#begin()
    this.#done()
    this.#events.word(kind, bytes, at, end)
    return end
  }

  #begin(): void {
    if (this.#depth === 0) this.#roots++
  }

  #done(): void {
    this.#state = this.#depth === 0 ? 'root' : 'after'
  }

  #closes(byte: number): boolean {
    return byte === (this.#open[this.#depth] === 1 ? 93 : 125)
  }

  #close(at: number): number {
    const list = this.#open[this.#depth] === 1
    this.#depth--
    this.#done()
    this.#events.close(list)
    return at + 1
  }

  #release(bytes: Uint8Array, used: number): void {
    this.#charactersBefore += characters(bytes, this.#lineStart, used)
    this.#lineStart = 0
  }

  #fail(bytes: Uint8Array, at: number, what: ProblemValues['json-broken']['what']): never {
    const column = this.#charactersBefore + characters(bytes, this.#lineStart, at) + 1
    throw new Problem('json-broken', { line: this.#line, column, what })
  }
}

/** Characters of UTF-8 text: bytes that do not go on with one. */
function characters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let i = start; i < end; i++) if ((bytes[i]! & 0xc0) !== 0x80) count++
  return count
}

/** After a backslash: `" \ / b f n r t`. */
const isPlainEscape = (byte: number): boolean =>
  byte === QUOTE ||
  byte === BACKSLASH ||
  byte === 47 ||
  byte === 98 ||
  byte === 102 ||
  byte === 110 ||
  byte === 114 ||
  byte === 116

/** Letters, digits, signs and points: what numbers and words are made of, and what could only be one badly written. */
const isWordByte = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) ||
  (byte >= 97 && byte <= 122) ||
  (byte >= 65 && byte <= 90) ||
  byte === 43 ||
  byte === 45 ||
  byte === 46 ||
  byte === 95 ||
  byte >= 0x80

/** `-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?` on bytes. */
function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  const digits = (): boolean => {
    const from = at
    while (at < end && bytes[at]! >= 48 && bytes[at]! <= 57) at++
    return at > from
  }
  if (bytes[at] === 45) at++
  if (at < end && bytes[at] === 48) at++
  else if (!digits()) return false
  if (at < end && bytes[at] === 46) {
    at++
    if (!digits()) return false
  }
  if (at < end && (bytes[at]! | 32) === 101) {
    at++
    if (at < end && (bytes[at] === 43 || bytes[at] === 45)) at++
    if (!digits()) return false
  }
  return at === end
}
