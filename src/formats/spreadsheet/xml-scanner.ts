import { Problem } from '../../problem/problem.ts'

/** Told of what stands in an XML part, as it is met. Ranges of bytes are good until the call returns. */
export interface XmlHandler {
  open(name: string, tag: XmlScanner): void
  /** Text between tags, references resolved; it may come in several calls. */
  text(bytes: Uint8Array, start: number, end: number): void
  close(name: string): void
}

const LT = 60
const GT = 62
const SLASH = 47
const BANG = 33
const QUESTION = 63
const AMPERSAND = 38
const EQUALS = 61
const COLON = 58
const DOUBLE = 34
const SINGLE = 39
const CR = 13
/** No tag and no text of a workbook is as long; what is was made to do harm. */
const LONGEST_TOKEN = 64 << 20
const DEEPEST = 200

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

/**
 * Cuts the UTF-8 bytes of a workbook's XML parts into tags and texts without making an object or a string a tag. Refuses what
 * is not nested well and any DOCTYPE; knows the five named references and numbered ones, and no other.
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #withPrefixes: boolean
  readonly #part: string
  readonly #names = new NameList()
  readonly #open: string[] = []
  #bytes = new Uint8Array(0)
  #attributeCount = 0
  readonly #attributeNames: string[] = []
  readonly #attributeStarts: number[] = []
  readonly #attributeEnds: number[] = []
  #scratch = new Uint8Array(256)

  /** `part` is named in Problems. Names are handed over without their prefix unless `withPrefixes`. */
  constructor(handler: XmlHandler, part: string, withPrefixes = false) {
    this.#handler = handler
    this.#part = part
    this.#withPrefixes = withPrefixes
  }

  /**
   * Reads the tags and texts that end within `bytes[0, length)` and returns where the first unfinished one begins. The caller
   * gives the bytes from there on again, followed by more. Throws Problem `spreadsheet-damaged`.
   */
  scan(bytes: Uint8Array<ArrayBuffer>, length: number, last: boolean): number {
    this.#bytes = bytes
    let at = 0
    while (at < length) {
      if (bytes[at] !== LT) {
        let end = at
        let special = false
        for (; end < length && bytes[end] !== LT; end++) {
          if (bytes[end] === AMPERSAND || bytes[end] === CR) special = true
        }
        if (end === length && !last) return this.#unfinished(at, length)
        if (this.#open.length > 0) {
          if (special) this.#resolvedText(at, end)
          else this.#handler.text(bytes, at, end)
        }
        at = end
        continue
      }
      const next = bytes[at + 1]
      if (next === BANG || next === QUESTION) {
        const end = this.#skipOther(at, length)
        if (end < 0) {
          if (last) throw this.#damaged()
          return this.#unfinished(at, length)
        }
        at = end
        continue
      }
      const end = tagEnd(bytes, at + 1, length)
      if (end < 0) {
        if (last) throw this.#damaged()
        return this.#unfinished(at, length)
      }
      if (next === SLASH) this.#closeTag(at + 2, end)
      else this.#openTag(at + 1, end)
      at = end + 1
    }
    return at
  }

  /** To be called at the end. Throws Problem `spreadsheet-damaged` for an XML part that is not closed. */
  finish(): void {
    if (this.#open.length > 0) throw this.#damaged()
  }

  /** Number of an attribute of the tag that opens; -1 if it has none of that name. */
  #attribute(name: string): number {
    for (let i = 0; i < this.#attributeCount; i++) if (this.#attributeNames[i] === name) return i
    return -1
  }

  /** An attribute of the tag that opens, references resolved; `null` if it has none of that name. */
  attribute(name: string): string | null {
    const index = this.#attribute(name)
    if (index < 0) return null
    const raw = decoder.decode(this.#bytes.subarray(this.#attributeStarts[index], this.#attributeEnds[index]))
    if (!raw.includes('&')) return raw
    return raw.replace(/&([^;]*);/g, (whole, reference: string) => resolve(reference) ?? whole)
  }

  /** Where the value of an attribute begins in the bytes; -1 if the tag has none of that name. */
  attributeStart(name: string): number {
    const index = this.#attribute(name)
    return index < 0 ? -1 : this.#attributeStarts[index]!
  }

  attributeEnd(name: string): number {
    const index = this.#attribute(name)
    return index < 0 ? -1 : this.#attributeEnds[index]!
  }

  /** The bytes that attributes are ranges of. */
  get bytes(): Uint8Array {
    return this.#bytes
  }

  /** A whole number that an attribute holds; `fallback` if there is none. */
  number(name: string, fallback: number): number {
    const index = this.#attribute(name)
    if (index < 0) return fallback
    let value = 0
    for (let i = this.#attributeStarts[index]!; i < this.#attributeEnds[index]!; i++) {
      const digit = this.#bytes[i]! - 48
      if (digit < 0 || digit > 9) return fallback
      value = value * 10 + digit
    }
    return value
  }

  /** Whether an attribute says yes: "1" or "true". */
  flag(name: string): boolean {
    const value = this.attribute(name)
    return value === '1' || value === 'true'
  }

  #damaged(): Problem {
    return new Problem('spreadsheet-damaged', { part: this.#part })
  }

  #unfinished(at: number, length: number): number {
    if (length - at > LONGEST_TOKEN) throw this.#damaged()
    return at
  }

  #openTag(start: number, end: number): void {
    const bytes = this.#bytes
    const empty = bytes[end - 1] === SLASH
    const stop = empty ? end - 1 : end
    let at = start
    while (at < stop && !isBlank(bytes[at]!)) at++
    const name = this.#nameOf(start, at)
    this.#attributeCount = 0
    for (;;) {
      while (at < stop && isBlank(bytes[at]!)) at++
      if (at >= stop) break
      const nameStart = at
      while (at < stop && bytes[at] !== EQUALS && !isBlank(bytes[at]!)) at++
      const nameEnd = at
      while (at < stop && isBlank(bytes[at]!)) at++
      if (bytes[at] !== EQUALS || at >= stop) throw this.#damaged()
      at++
      while (at < stop && isBlank(bytes[at]!)) at++
      const quote = bytes[at]
      if (quote !== DOUBLE && quote !== SINGLE) throw this.#damaged()
      const valueStart = ++at
      while (at < stop && bytes[at] !== quote) at++
      if (at >= stop) throw this.#damaged()
      const index = this.#attributeCount++
      this.#attributeNames[index] = this.#nameOf(nameStart, nameEnd)
      this.#attributeStarts[index] = valueStart
      this.#attributeEnds[index] = at++
    }
    if (this.#open.length > DEEPEST) throw this.#damaged()
    this.#open.push(name)
    this.#handler.open(name, this)
    if (empty) {
      this.#open.pop()
      this.#handler.close(name)
    }
  }

  #closeTag(start: number, end: number): void {
    let stop = end
    while (stop > start && isBlank(this.#bytes[stop - 1]!)) stop--
    const name = this.#nameOf(start, stop)
    if (this.#open.pop() !== name) throw this.#damaged()
    this.#handler.close(name)
  }

  #nameOf(start: number, end: number): string {
    let from = start
    if (!this.#withPrefixes) {
      for (let i = start; i < end; i++) {
        if (this.#bytes[i] === COLON) {
          from = i + 1
          break
        }
      }
    }
    return this.#names.name(this.#bytes, from, end)
  }

  /** Where a comment, a declaration or a CDATA section ends, handing the text of the latter over; -1 if it does not. */
  #skipOther(at: number, length: number): number {
    const bytes = this.#bytes
    if (bytes[at + 1] === QUESTION) return endOf(bytes, at + 2, length, [QUESTION, GT])
    if (length - at < 9) return -1
    if (bytes[at + 2] === 45) return endOf(bytes, at + 4, length, [45, 45, GT])
    if (startsWith(bytes, at, '<![CDATA[')) {
      const end = endOf(bytes, at + 9, length, [93, 93, GT])
      if (end >= 0 && this.#open.length > 0) this.#handler.text(bytes, at + 9, end - 3)
      return end
    }
    throw this.#damaged()
  }

  #resolvedText(start: number, end: number): void {
    const bytes = this.#bytes
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array(2 * (end - start))
    const out = this.#scratch
    let length = 0
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!
      if (byte === CR) {
        out[length++] = 10
        if (bytes[i + 1] === 10) i++
      } else if (byte !== AMPERSAND) out[length++] = byte
      else {
        let stop = i + 1
        while (stop < end && stop - i < 12 && bytes[stop] !== 59) stop++
        if (bytes[stop] !== 59 || stop >= end) throw this.#damaged()
        const text = resolve(decoder.decode(bytes.subarray(i + 1, stop)))
        if (text === null) throw this.#damaged()
        // A reference is never shorter than what it stands for.
        for (const resolved of encode(text)) out[length++] = resolved
        i = stop
      }
    }
    this.#handler.text(out, 0, length)
  }
}

const isBlank = (byte: number): boolean => byte === 32 || byte === 10 || byte === 9 || byte === CR

function tagEnd(bytes: Uint8Array, start: number, length: number): number {
  for (let i = start; i < length; i++) {
    const byte = bytes[i]
    if (byte === GT) return i
    if (byte === DOUBLE || byte === SINGLE) {
      i++
      while (i < length && bytes[i] !== byte) i++
    }
  }
  return -1
}

function endOf(bytes: Uint8Array, start: number, length: number, wanted: readonly number[]): number {
  const size = wanted.length
  for (let i = start; i + size <= length; i++) {
    let same = true
    for (let k = 0; k < size && same; k++) same = bytes[i + k] === wanted[k]
    if (same) return i + size
  }
  return -1
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function resolve(reference: string): string | null {
  if (reference.startsWith('#')) {
    const hexadecimal = reference[1] === 'x' || reference[1] === 'X'
    const digits = reference.slice(hexadecimal ? 2 : 1)
    if (!(hexadecimal ? /^[\da-f]{1,6}$/i : /^\d{1,7}$/).test(digits)) return null
    const code = parseInt(digits, hexadecimal ? 16 : 10)
    return code > 0x10ffff ? null : String.fromCodePoint(code)
  }
  return Object.hasOwn(NAMED, reference) ? NAMED[reference]! : null
}

/** Names met so far, each made a string once. */
class NameList {
  readonly #buckets: string[][] = Array.from({ length: 256 }, () => [])

  name(bytes: Uint8Array, start: number, end: number): string {
    let hash = end - start
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0
    const bucket = this.#buckets[(hash ^ (hash >>> 8)) & 255]!
    for (const name of bucket) if (name.length === end - start && startsWith(bytes, start, name)) return name
    const name = decoder.decode(bytes.subarray(start, end))
    if (bucket.length < 64) bucket.push(name)
    return name
  }
}

/** Reads a whole XML part given in pieces. Throws Problem `spreadsheet-damaged`, or what the pieces or the handler throw. */
export async function scanXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  part: string,
  withPrefixes = false,
): Promise<void> {
  const scanner = new XmlScanner(handler, part, withPrefixes)
  let buffer = new Uint8Array(1 << 18)
  let length = 0
  // An unfinished text is looked at again only when twice as much of it is there: time stays in proportion to its length.
  let wanted = 0
  for await (const piece of inUtf8(pieces)) {
    if (length + piece.length > buffer.length) {
      const larger = new Uint8Array(2 * (length + piece.length))
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    buffer.set(piece, length)
    length += piece.length
    if (length < wanted) continue
    const used = scanner.scan(buffer, length, false)
    buffer.copyWithin(0, used, length)
    length -= used
    wanted = 2 * length
  }
  scanner.scan(buffer, length, true)
  scanner.finish()
}

/** The pieces without a byte order mark; UTF-16, which the standard allows and hardly anybody writes, made UTF-8. */
async function* inUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let wide: TextDecoder | null = null
  let first = true
  for await (const piece of pieces) {
    if (first) {
      first = false
      const label =
        piece[0] === 0xff && piece[1] === 0xfe
          ? 'utf-16le'
          : piece[0] === 0xfe && piece[1] === 0xff
            ? 'utf-16be'
            : null
      if (label !== null) wide = new TextDecoder(label)
      else if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) {
        yield piece.subarray(3)
        continue
      }
    }
    yield wide === null ? piece : encode(wide.decode(piece, { stream: true }))
  }
}
