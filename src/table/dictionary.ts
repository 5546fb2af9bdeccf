import { hashBytes } from './byte-hash.ts'
import { fitted } from './codes.ts'
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
  /** Whether it is known that no byte is beyond ASCII. */
  readonly isAscii: boolean
  #texts: (string | undefined)[] | null = null

  constructor(bytes: Uint8Array, ends: Uint32Array, unconverted: Uint8Array | null, isAscii = false) {
    this.bytes = bytes
    this.ends = ends
    this.unconverted = unconverted
    this.isAscii = isAscii
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

  /** A dictionary with these entries of another put after its own. */
  with(other: Dictionary, codes: readonly number[]): Dictionary {
    const more = codes.reduce((sum, code) => sum + other.end(code) - other.start(code), 0)
    const bytes = new Uint8Array(this.bytes.length + more)
    bytes.set(this.bytes)
    const ends = new Uint32Array(this.size + codes.length)
    ends.set(this.ends)
    const anyMarks = this.unconverted !== null || other.unconverted !== null
    const marks = anyMarks ? new Uint8Array(ends.length) : null
    if (this.unconverted !== null) marks?.set(this.unconverted)
    let end = this.bytes.length
    codes.forEach((code, at) => {
      bytes.set(other.bytes.subarray(other.start(code), other.end(code)), end)
      end += other.end(code) - other.start(code)
      ends[this.size + at] = end
      if (marks !== null && other.isUnconverted(code)) marks[this.size + at] = 1
    })
    return new Dictionary(bytes, ends, marks, this.isAscii && other.isAscii)
  }

  #decode(code: number): string {
    const start = this.start(code)
    const end = this.end(code)
    return start === end ? '' : decoder.decode(this.bytes.subarray(start, end))
  }
}

/**
 * Cells that wait to be looked up, four numbers a cell from index 4 on: the hash of its bytes, its row, and where its bytes begin and
 * end. Number 0 is where the next cell goes.
 */
export type CellQueue = Int32Array<ArrayBuffer>

/** Bytes that can be read after the last entry. */
const SLACK = 4
const FIRST_SLOTS = 32
const ADDED_AT_ONCE = 256
/** From so many slots on they are not all in the fastest memory. */
const FAR_SLOTS = 1 << 12

/** Entries from which on room is made for as many as there will be, if their number grows as it did at first, or nearly. */
const MANY = 1 << 14
const STEADY = 0.85
/** A guess that is wrong must not cost much. */
const MOST_GROWTH = 64
/** A little more than is expected. */
const ROOM = 1.02

/** Collects distinct values, by their bytes, and numbers them from 1; 0 is the blank. */
export class DictionaryBuilder {
  #bytes = new Uint8Array(128)
  #view = new DataView(this.#bytes.buffer)
  #length = 0
  #ends = new Uint32Array(16)
  /** 1 for an unconverted entry; absent until there is one. */
  #marks: Uint8Array | null = null
  #size = 1
  /** Every bit that a byte of an entry has. */
  #seen = 0
  /** Entries a row at first, and rows and entries when they were last counted. */
  #firstPace = 0
  #rowsBefore = 0
  #sizeBefore = 1
  /** Entries that there will be; 0 as long as nobody can tell. */
  #expected = 0
  /** Open addressing, two numbers a slot: the entry's hash and its code, 0 in a free slot. */
  #slots = new Int32Array(2 * FIRST_SLOTS)
  #mask = FIRST_SLOTS - 1
  #scratch = new Uint8Array(0)
  /** Of no meaning: kept so that reading memory ahead is not taken for useless and left out. */
  touched = 0

  get size(): number {
    return this.#size
  }

  /** The code of the entry with these UTF-8 bytes, added if it is new. An empty range is the empty text, not the blank. */
  add(bytes: Uint8Array, start: number, end: number, unconverted = false): number {
    return this.addHashed(hashBytes(bytes, start, end), bytes, start, end, unconverted)
  }

  /** The same when `hashBytes` of the bytes is known already. */
  addHashed(running: number, bytes: Uint8Array, start: number, end: number, unconverted = false): number {
    const hash = finished(unconverted ? running ^ 0x5bd1e995 : running)
    const slots = this.#slots
    const mask = this.#mask
    let slot = hash & mask
    for (;;) {
      const code = slots[2 * slot + 1]!
      if (code === 0) return this.#insert(slot, hash, bytes, start, end, unconverted)
      if (slots[2 * slot] === hash && this.#equals(code, bytes, start, end, unconverted)) return code
      slot = (slot + 1) & mask
    }
  }

  /** Tells how many rows have been added, and how many there will be as far as one can guess. */
  expect(rows: number, allRows: number): void {
    if (rows <= this.#rowsBefore) return
    const pace = (this.#size - this.#sizeBefore) / (rows - this.#rowsBefore)
    if (this.#rowsBefore === 0) this.#firstPace = pace
    this.#rowsBefore = rows
    this.#sizeBefore = this.#size
    const isSteady = this.#size >= MANY && pace >= STEADY * this.#firstPace
    this.#expected = isSteady ? Math.min(this.#size + pace * (allRows - rows), MOST_GROWTH * this.#size) : 0
  }

  /** Makes room for this many entries, so that adding them does not make room again and again. */
  reserve(size: number): void {
    while (this.#mask < 2 * size) this.#growSlots()
  }

  /** Adds all entries of a dictionary; tells for each its code here. Without `marks`, unconverted ones are entries like the others. */
  addDictionary(dictionary: Dictionary, marks = true): Uint32Array<ArrayBuffer> {
    const { bytes, ends, size } = dictionary
    const codes = new Uint32Array(size)
    if (marks && dictionary.unconverted !== null) {
      for (let code = BLANK + 1; code < size; code++)
        codes[code] = this.add(bytes, ends[code - 1]!, ends[code]!, dictionary.isUnconverted(code))
      return codes
    }
    const queue = new Int32Array(4 * (1 + ADDED_AT_ONCE))
    for (let first = BLANK + 1; first < size; first += ADDED_AT_ONCE) {
      const last = Math.min(size, first + ADDED_AT_ONCE)
      let at = 4
      for (let code = first; code < last; code++, at += 4) {
        const start = ends[code - 1]!
        const end = ends[code]!
        queue[at] = hashBytes(bytes, start, end)
        queue[at + 2] = start
        queue[at + 3] = end
      }
      queue[0] = at
      this.addQueued(bytes, queue)
      for (let code = first; code < last; code++) codes[code] = queue[4 * (1 + code - first)]!
    }
    return codes
  }

  /** The code of the entry with these bytes; `undefined` if there is none. */
  find(bytes: Uint8Array, start: number, end: number, unconverted = false): number | undefined {
    const running = hashBytes(bytes, start, end)
    const hash = finished(unconverted ? running ^ 0x5bd1e995 : running)
    const slots = this.#slots
    const mask = this.#mask
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = slots[2 * slot + 1]!
      if (code === 0) return undefined
      if (slots[2 * slot] === hash && this.#equals(code, bytes, start, end, unconverted)) return code
    }
  }

  /**
   * Adds the queued cells of a column, whose bytes are in `bytes`; each hash in the queue gives way to the cell's code.
   * Many lookups at once cost far less than one by one: their waits for memory overlap.
   */
  addQueued(bytes: Uint8Array, queue: CellQueue): void {
    const end = queue[0]!
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 4; at < end; at += 4) queue[at] = finished(queue[at]!)
    if (this.#mask >= FAR_SLOTS) this.#bringNear(queue)
    let slots = this.#slots
    let mask = this.#mask
    for (let at = 4; at < end; at += 4) {
      const hash = queue[at]!
      const from = queue[at + 2]!
      const to = queue[at + 3]!
      let slot = hash & mask
      let code = slots[2 * slot + 1]!
      while (code !== 0 && (slots[2 * slot] !== hash || !this.#holds(code, view, from, to))) {
        slot = (slot + 1) & mask
        code = slots[2 * slot + 1]!
      }
      if (code === 0) {
        code = this.#insert(slot, hash, bytes, from, to, false)
        slots = this.#slots
        mask = this.#mask
      }
      queue[at] = code
    }
  }

  /** Reads what looking each of the queued cells up will read. */
  #bringNear(queue: CellQueue): void {
    const end = queue[0]!
    const slots = this.#slots
    const mask = this.#mask
    const ends = this.#ends
    const own = this.#bytes
    let touched = 0
    for (let at = 4; at < end; at += 4) touched ^= slots[2 * (queue[at]! & mask)]!
    for (let at = 4; at < end; at += 4) {
      const hash = queue[at]!
      const slot = 2 * (hash & mask)
      const differs = slots[slot]! ^ hash
      // The blank's code unless the hashes are equal, without a branch that would wait for them.
      const code = slots[slot + 1]! & ~((differs | -differs) >> 31)
      touched ^= own[ends[code]!]!
    }
    this.touched = touched
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
      // A few bytes more in memory than the texts: who copies four at a time may read past the last.
      fitted(this.#bytes, this.#length + SLACK).subarray(0, this.#length),
      fitted(this.#ends, this.#size),
      this.#marks === null ? null : this.#marks.slice(0, this.#size),
      this.#seen < 0x80,
    )
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number, unconverted: boolean): boolean {
    const own = this.#bytes
    let at = this.#ends[code - 1]!
    if (this.#ends[code]! - at !== end - start) return false
    if (this.#marks === null ? unconverted : (this.#marks[code] === 1) !== unconverted) return false
    for (let i = start; i < end; i++) if (own[at++] !== bytes[i]) return false
    return true
  }

  /** The same for a text that is not unconverted and has the same hash, four bytes at a time. */
  #holds(code: number, bytes: DataView, start: number, end: number): boolean {
    const own = this.#view
    const from = this.#ends[code - 1]!
    const length = end - start
    if (this.#ends[code]! - from !== length || (this.#marks !== null && this.#marks[code] === 1)) return false
    // A hash of four bytes at most tells them: each has another.
    if (length <= 4) return true
    const last = length - 4
    for (let at = 0; at < last; at += 4)
      if (own.getInt32(from + at, true) !== bytes.getInt32(start + at, true)) return false
    return own.getInt32(from + last, true) === bytes.getInt32(start + last, true)
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
    if (this.#length + length + SLACK > this.#bytes.length) this.#growBytes(this.#length + length + SLACK)
    const own = this.#bytes
    let at = this.#length
    let seen = 0
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!
      own[at++] = byte
      seen |= byte
    }
    this.#seen |= seen
    this.#length = at
    this.#ends[code] = at
    if (unconverted) {
      this.#marks ??= new Uint8Array(this.#ends.length)
      this.#marks[code] = 1
    }
    this.#slots[2 * slot] = hash
    this.#slots[2 * slot + 1] = code
    this.#size++
    if (this.#size * 2 > this.#mask) this.#growSlots()
    return code
  }

  #growEntries(): void {
    const ends = new Uint32Array(Math.max(this.#ends.length * 2, this.#expected * ROOM))
    ends.set(this.#ends)
    this.#ends = ends
    if (this.#marks === null) return
    const marks = new Uint8Array(ends.length)
    marks.set(this.#marks)
    this.#marks = marks
  }

  #growBytes(needed: number): void {
    const expected = (this.#length / this.#size) * this.#expected * ROOM
    const grown = new Uint8Array(Math.max(needed, Math.ceil(this.#bytes.length * 1.6), expected))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
    this.#view = new DataView(grown.buffer)
  }

  #growSlots(): void {
    const old = this.#slots
    // By four where there are many: each time costs going through all of them.
    let length = old.length * (old.length < FAR_SLOTS ? 2 : 4)
    while (length < 4 * this.#expected) length *= 2
    const slots = new Int32Array(length)
    const mask = slots.length / 2 - 1
    for (let i = 0; i < old.length; i += 2) {
      const code = old[i + 1]!
      if (code === 0) continue
      let slot = old[i]! & mask
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
      slots[2 * slot] = old[i]!
      slots[2 * slot + 1] = code
    }
    this.#slots = slots
    this.#mask = mask
  }
}

/** The hash with every bit depending on every byte: the low ones choose the slot. */
function finished(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}
