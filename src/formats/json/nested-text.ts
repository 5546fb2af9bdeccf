import type { WordKind } from './json-scanner.ts'
import { unescaped } from './unescape.ts'

const COMMA = 44
const COLON = 58
const QUOTE = 34
const BAR = 124

/** Between the items of a list in a cell. */
const BETWEEN = new TextEncoder().encode(' | ')

/**
 * Collects a list or an object that goes into one cell: as its JSON text, everything as it is written but for the spaces
 * between, and for a list of single values also as these values with bars between.
 */
export class NestedText {
  #json = new Uint8Array(1024)
  #jsonLength = 0
  #plain = new Uint8Array(1024)
  #plainLength = 0
  #depth = 0
  #needsComma = false
  #items = 0
  #isPlain = false

  begin(list: boolean): void {
    this.#jsonLength = this.#plainLength = this.#depth = this.#items = 0
    this.#needsComma = false
    this.#isPlain = list
    this.open(list)
  }

  get jsonBytes(): Uint8Array {
    return this.#json.subarray(0, this.#jsonLength)
  }

  /** `null` for anything but a list of single values that no bar and no blank makes ambiguous. */
  get plainBytes(): Uint8Array | null {
    return this.#isPlain ? this.#plain.subarray(0, this.#plainLength) : null
  }

  get itemCount(): number {
    return this.#items
  }

  open(list: boolean): void {
    this.#comma()
    if (this.#depth++ > 0) this.#isPlain = false
    this.#byte(list ? 91 : 123)
    this.#needsComma = false
  }

  /** Returns whether this ends the whole. */
  close(list: boolean): boolean {
    this.#byte(list ? 93 : 125)
    this.#needsComma = true
    return --this.#depth === 0
  }

  name(bytes: Uint8Array, start: number, end: number): void {
    this.#comma()
    this.#quoted(bytes, start, end)
    this.#byte(COLON)
    this.#needsComma = false
  }

  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    this.#comma()
    this.#quoted(bytes, start, end)
    if (!this.#isPlain) return
    if (escaped) {
      const own = unescaped(bytes, start, end)
      this.#item(own, 0, own.length)
    } else this.#item(bytes, start, end)
  }

  word(kind: WordKind, bytes: Uint8Array, start: number, end: number): void {
    this.#comma()
    this.#copy(bytes, start, end)
    if (kind === 'null') this.#isPlain = false
    else if (this.#isPlain) this.#item(bytes, start, end)
  }

  #item(bytes: Uint8Array, start: number, end: number): void {
    for (let i = start; i < end; i++) if (bytes[i] === BAR) this.#isPlain = false
    // An empty text alone would be taken for no item.
    if (start === end) this.#isPlain = false
    const needed = this.#plainLength + (end - start) + BETWEEN.length
    if (needed > this.#plain.length) this.#plain = grown(this.#plain, needed)
    if (this.#items++ > 0) {
      this.#plain.set(BETWEEN, this.#plainLength)
      this.#plainLength += BETWEEN.length
    }
    for (let i = start; i < end; i++) this.#plain[this.#plainLength++] = bytes[i]!
  }

  #comma(): void {
    if (this.#needsComma) this.#byte(COMMA)
    this.#needsComma = true
  }

  #quoted(bytes: Uint8Array, start: number, end: number): void {
    this.#byte(QUOTE)
    this.#copy(bytes, start, end)
    this.#byte(QUOTE)
  }

  #byte(byte: number): void {
    if (this.#jsonLength === this.#json.length) this.#json = grown(this.#json, this.#jsonLength + 1)
    this.#json[this.#jsonLength++] = byte
  }

  #copy(bytes: Uint8Array, start: number, end: number): void {
    const needed = this.#jsonLength + (end - start)
    if (needed > this.#json.length) this.#json = grown(this.#json, needed)
    for (let i = start; i < end; i++) this.#json[this.#jsonLength++] = bytes[i]!
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * needed)
  larger.set(bytes)
  return larger
}
