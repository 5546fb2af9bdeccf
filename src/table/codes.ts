/** One dictionary index a row, in the narrowest of three widths that holds the dictionary. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** Codes of `length` rows, wide enough for a dictionary of `size` entries; all blank. */
export function emptyCodes(length: number, size: number): Codes {
  if (size <= 0x100) return new Uint8Array(length)
  if (size <= 0x10000) return new Uint16Array(length)
  return new Uint32Array(length)
}

/** The codes of the rows at these positions (from 0). */
export function pickCodes(codes: Codes, rows: Uint32Array): Codes {
  const count = rows.length
  // One loop a width: a loop that meets several runs at a third of the speed.
  if (codes instanceof Uint8Array) {
    const picked = new Uint8Array(count)
    for (let i = 0; i < count; i++) picked[i] = codes[rows[i]!]!
    return picked
  }
  if (codes instanceof Uint16Array) {
    const picked = new Uint16Array(count)
    for (let i = 0; i < count; i++) picked[i] = codes[rows[i]!]!
    return picked
  }
  const picked = new Uint32Array(count)
  for (let i = 0; i < count; i++) picked[i] = codes[rows[i]!]!
  return picked
}

/** A guess that is wrong must not cost much. */
const MOST_GROWTH = 8
/** Room left at the end that is not worth copying everything for: one part in so many. */
const SPARE = 16

/** The first numbers of an array that was made with room for more, copied if much of it is left. */
export function fitted<T extends Codes>(array: T, length: number): T {
  const isFull = array.length - length <= length / SPARE
  return (isFull ? array.subarray(0, length) : array.slice(0, length)) as T
}

/** Codes row by row, or set at any row; widens from 8 to 16 to 32 bits when a code needs it. */
export class CodesBuilder {
  #codes: Codes = new Uint8Array(64)
  #max = 0xff
  #length = 0
  #expected = 0

  get length(): number {
    return this.#length
  }

  push(code: number): void {
    this.set(this.#length, code)
  }

  /** Tells how many rows there will be, as far as one can guess: room is then made once. */
  expect(rows: number): void {
    this.#expected = rows
  }

  /** Sets the code of a row, counted from 0; rows that were passed over are blank. */
  set(row: number, code: number): void {
    if (code > this.#max) this.#resize(this.#codes.length, code)
    if (row >= this.#codes.length) this.#resize(this.#roomFor(row + 1), this.#max)
    this.#codes[row] = code
    if (row >= this.#length) this.#length = row + 1
  }

  /** Sets the codes of rows that come in order: four numbers a cell from index 4 to the index in number 0, the code and the row first. */
  setQueued(queue: Int32Array): void {
    const end = queue[0]!
    if (end === 4) return
    let largest = 0
    for (let at = 4; at < end; at += 4) if (queue[at]! > largest) largest = queue[at]!
    const lastRow = queue[end - 3]!
    // The last row first: it makes room for the others.
    this.set(lastRow, largest)
    const codes = this.#codes
    for (let at = 4; at < end; at += 4) codes[queue[at + 1]!] = queue[at]!
  }

  /** Appends blanks until there are `length` codes. */
  padTo(length: number): void {
    if (length > this.#length) this.set(length - 1, 0)
  }

  finish(): Codes {
    return fitted(this.#codes, this.#length)
  }

  #roomFor(rows: number): number {
    const usual = Math.max(rows, Math.ceil(this.#codes.length * 1.6))
    return Math.max(usual, Math.min(this.#expected, MOST_GROWTH * rows))
  }

  #resize(capacity: number, largest: number): void {
    const codes = emptyCodes(capacity, largest + 1)
    codes.set(this.#codes.subarray(0, this.#length))
    this.#codes = codes
    this.#max = codes.BYTES_PER_ELEMENT === 1 ? 0xff : codes.BYTES_PER_ELEMENT === 2 ? 0xffff : 0xffffffff
  }
}
