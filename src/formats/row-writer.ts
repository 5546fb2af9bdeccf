import type { Codes } from '../table/codes.ts'

/** What rows are written from: for each column its codes, and the bytes of each entry one after another. */
export interface WrittenColumn {
  codes: Codes
  bytes: Uint8Array
  /** `ends[code]` is where the entry's bytes end. */
  ends: Uint32Array
}

const ROWS_AT_ONCE = 512
/** Entries are copied four bytes at a time, which writes up to three bytes too many, and reads as many. */
const WORD = 4

/**
 * Writes rows of cells as bytes. For some hundred rows at a time it finds first, column by column, where the bytes of their cells are,
 * and copies them then, row by row: both loops meet memory in order.
 */
export class RowWriter {
  readonly #columns: readonly WrittenColumn[]
  readonly #sources: readonly DataView[]
  readonly #starts: Uint32Array
  readonly #lengths: Uint32Array
  readonly #separator: number
  readonly #lineEnd: Uint8Array
  readonly #blankRow: Uint8Array
  readonly #most: number
  readonly #named: number
  #target = new Uint8Array(1 << 20)
  #view = new DataView(this.#target.buffer)

  /**
   * Cells beyond the first `named` columns are written only up to the last that holds something. A row of blanks ends
   * with `blankRow`.
   */
  constructor(
    columns: readonly WrittenColumn[],
    {
      separator,
      lineEnd,
      blankRow,
      named,
    }: { separator: number; lineEnd: Uint8Array; blankRow: Uint8Array; named: number },
  ) {
    this.#columns = columns
    this.#sources = columns.map(({ bytes }) => readable(bytes))
    this.#most = columns.length
    this.#starts = new Uint32Array(columns.length * ROWS_AT_ONCE)
    this.#lengths = new Uint32Array(columns.length * ROWS_AT_ONCE)
    this.#separator = separator
    this.#lineEnd = lineEnd
    this.#blankRow = blankRow
    this.#named = named
  }

  /** The bytes of rows `[from, to)`, in pieces of about a megabyte. */
  *write(from: number, to: number): Generator<Uint8Array> {
    let length = 0
    for (let first = from; first < to; first += ROWS_AT_ONCE) {
      const count = Math.min(ROWS_AT_ONCE, to - first)
      const needed = this.#find(first, count)
      if (length > 0 && length + needed > this.#target.length) {
        yield this.#target.slice(0, length)
        length = 0
      }
      if (needed > this.#target.length) {
        this.#target = new Uint8Array(2 * needed)
        this.#view = new DataView(this.#target.buffer)
      }
      length = this.#copy(count, length)
    }
    if (length > 0) yield this.#target.slice(0, length)
  }

  /** Finds where the cells of some rows are; returns how many bytes they need at most. */
  #find(first: number, count: number): number {
    let needed = count * (this.#most + this.#lineEnd.length + this.#blankRow.length) + WORD
    const starts = this.#starts
    const lengths = this.#lengths
    this.#columns.forEach(({ codes, ends }, column) => {
      const at = column * ROWS_AT_ONCE
      const part = codes.subarray(first, first + count)
      // One loop a width: a loop that meets several runs at a third of the speed.
      if (part instanceof Uint8Array) {
        for (let i = 0; i < count; i++) {
          const code = part[i]!
          const start = code === 0 ? 0 : ends[code - 1]!
          starts[at + i] = start
          lengths[at + i] = ends[code]! - start
        }
      } else if (part instanceof Uint16Array) {
        for (let i = 0; i < count; i++) {
          const code = part[i]!
          const start = code === 0 ? 0 : ends[code - 1]!
          starts[at + i] = start
          lengths[at + i] = ends[code]! - start
        }
      } else {
        for (let i = 0; i < count; i++) {
          const code = part[i]!
          const start = code === 0 ? 0 : ends[code - 1]!
          starts[at + i] = start
          lengths[at + i] = ends[code]! - start
        }
      }
      for (let i = 0; i < count; i++) needed += lengths[at + i]!
    })
    return needed
  }

  /** Copies the cells found into the target from `at` on; returns where they end. */
  #copy(count: number, at: number): number {
    const target = this.#target
    const view = this.#view
    const starts = this.#starts
    const lengths = this.#lengths
    const sources = this.#sources
    const separator = this.#separator
    const lineEnd = this.#lineEnd
    const blankRow = this.#blankRow
    const most = this.#most
    const named = this.#named
    for (let row = 0; row < count; row++) {
      let width = most
      while (width > named && lengths[(width - 1) * ROWS_AT_ONCE + row] === 0) width--
      const rowStart = at
      for (let column = 0, cell = row; column < width; column++, cell += ROWS_AT_ONCE) {
        if (column > 0) target[at++] = separator
        const length = lengths[cell]!
        if (length === 0) continue
        const source = sources[column]!
        const start = starts[cell]!
        for (let i = 0; i < length; i += WORD) view.setInt32(at + i, source.getInt32(start + i, true), true)
        at += length
      }
      if (at === rowStart + Math.max(0, width - 1))
        for (let i = 0; i < blankRow.length; i++) target[at++] = blankRow[i]!
      for (let i = 0; i < lineEnd.length; i++) target[at++] = lineEnd[i]!
    }
    return at
  }
}

/** A view that can be read three bytes past the end. */
function readable(bytes: Uint8Array): DataView {
  if (bytes.byteOffset + bytes.length + WORD <= bytes.buffer.byteLength)
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.length + WORD)
  const longer = new Uint8Array(bytes.length + WORD)
  longer.set(bytes)
  return new DataView(longer.buffer)
}
