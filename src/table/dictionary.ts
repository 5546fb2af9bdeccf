import { isOfType, typedValue, Unconverted, valueText, type ColumnType, type Value } from './value.ts'

/** The blank's code in every dictionary. Empty text, where a source distinguishes it, is another entry. */
export const BLANK = 0

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()
const TEXT_CACHE_LIMIT = 1 << 16

/**
 * Distinct values of a column: their UTF-8 bytes one after another, so that a million near-unique values cost
 * their bytes and not a million JavaScript strings. Entry 0 is the blank.
 */
export class Dictionary {
  /** UTF-8 of the entries, without separators. */
  readonly bytes: Uint8Array
  /** `ends[code]` is where the entry's bytes end; they begin where the entry before ends. */
  readonly ends: Uint32Array
  /** 1 for an entry that could not be converted to the column's type; `null` when there is none. */
  readonly unconverted: Uint8Array | null
  #texts: (string | undefined)[] | null = null

  constructor(bytes: Uint8Array, ends: Uint32Array, unconverted: Uint8Array | null) {
    this.bytes = bytes
    this.ends = ends
    this.unconverted = unconverted
  }

  /** Number of entries, the blank included. */
  get size(): number {
    return this.ends.length
  }

  start(code: number): number {
    return code === 0 ? 0 : (this.ends[code - 1] ?? 0)
  }

  end(code: number): number {
    return this.ends[code] ?? 0
  }

  /** The entry's text as files write it; '' for the blank. */
  text(code: number): string {
    if (this.size > TEXT_CACHE_LIMIT) return this.#decode(code)
    this.#texts ??= new Array<string | undefined>(this.size)
    return (this.#texts[code] ??= this.#decode(code))
  }

  /** Whether nothing stands in the cell: the blank, or the empty text. */
  isEmpty(code: number): boolean {
    return this.start(code) === this.end(code)
  }

  isUnconverted(code: number): boolean {
    return this.unconverted !== null && this.unconverted[code] === 1
  }

  value(code: number, type: ColumnType): Value {
    if (code === BLANK) return null
    const text = this.text(code)
    return this.isUnconverted(code) ? new Unconverted(text) : typedValue(text, type)
  }

  #decode(code: number): string {
    const start = this.start(code)
    const end = this.end(code)
    return start === end ? '' : decoder.decode(this.bytes.subarray(start, end))
  }
}

/** Collects distinct values, by their bytes, and numbers them from 1; 0 is the blank. */
export class DictionaryBuilder {
  #bytes = new Uint8Array(1024)
  #length = 0
  #ends = new Uint32Array(64)
  #hashes = new Uint32Array(64)
  #marks = new Uint8Array(64)
  #size = 1
  #slots = new Uint32Array(128)
  #anyMark = false
  #scratch = new Uint8Array(256)

  get size(): number {
    return this.#size
  }

  /** The code of the entry with these UTF-8 bytes, added if it is new. An empty range is the empty text, not the blank. */
  add(bytes: Uint8Array, start: number, end: number, unconverted = false): number {
    // FNV-1a, finished so that the low bits, which choose the slot, depend on every byte.
    let hash = unconverted ? 0x9747b28c : 0x811c9dc5
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    hash = (hash ^ (hash >>> 13)) >>> 0
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (;;) {
      const code = this.#slots[slot]!
      if (code === 0) return this.#insert(slot, hash, bytes, start, end, unconverted)
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end, unconverted)) return code
      slot = (slot + 1) & mask
    }
  }

  /** The same for a JavaScript string. */
  addText(text: string, unconverted = false): number {
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 3)
    const { written } = encoder.encodeInto(text, this.#scratch)
    return this.add(this.#scratch, 0, written, unconverted)
  }

  /** The code of a value in a column of this type; one that is not of the type is kept as unconverted text. */
  addValue(value: Value, type: ColumnType): number {
    if (value === null) return BLANK
    return this.addText(valueText(value), !isOfType(value, type))
  }

  finish(): Dictionary {
    return new Dictionary(
      this.#bytes.slice(0, this.#length),
      this.#ends.slice(0, this.#size),
      this.#anyMark ? this.#marks.slice(0, this.#size) : null,
    )
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number, unconverted: boolean): boolean {
    const own = this.#ends[code - 1]!
    const length = end - start
    if (this.#ends[code]! - own !== length || (this.#marks[code] === 1) !== unconverted) return false
    for (let i = 0; i < length; i++) if (this.#bytes[own + i] !== bytes[start + i]) return false
    return true
  }

  #insert(
    slot: number,
    hash: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    unconverted: boolean,
  ): number {
    const code = this.#size
    if (code === this.#ends.length) this.#growEntries()
    const length = end - start
    if (this.#length + length > this.#bytes.length) this.#growBytes(this.#length + length)
    for (let i = 0; i < length; i++) this.#bytes[this.#length + i] = bytes[start + i]!
    this.#length += length
    this.#ends[code] = this.#length
    this.#hashes[code] = hash
    if (unconverted) {
      this.#marks[code] = 1
      this.#anyMark = true
    }
    this.#slots[slot] = code
    this.#size++
    if (this.#size * 2 > this.#slots.length) this.#growSlots()
    return code
  }

  #growEntries(): void {
    const ends = new Uint32Array(this.#ends.length * 2)
    const hashes = new Uint32Array(ends.length)
    const marks = new Uint8Array(ends.length)
    ends.set(this.#ends)
    hashes.set(this.#hashes)
    marks.set(this.#marks)
    this.#ends = ends
    this.#hashes = hashes
    this.#marks = marks
  }

  #growBytes(needed: number): void {
    const grown = new Uint8Array(Math.max(needed, Math.ceil(this.#bytes.length * 1.6)))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }

  #growSlots(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let code = 1; code < this.#size; code++) {
      let slot = this.#hashes[code]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = code
    }
    this.#slots = slots
  }
}
