import { CodesBuilder, type Codes } from './codes.ts'
import { BLANK, DictionaryBuilder, type CellQueue, type Dictionary } from './dictionary.ts'
import type { ColumnType, Value } from './value.ts'

/** One immutable column. Two tables that share a column share the object. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** One a row: index into the dictionary. */
  readonly codes: Codes
  readonly dictionary: Dictionary
  /** What the file says instead of the name, where the name had to be made up; of no effect once the column is renamed. */
  readonly nameInFile?: NameInFile
}

/** A blank or repeated name of the file, and the name that was given for it. */
export interface NameInFile {
  readonly given: string
  readonly text: string
  /** `beyond`: only rows longer than the names have a cell there; `none`: the file names none of its columns. */
  readonly kind: 'unclear' | 'beyond' | 'none'
}

/** Value of a row, counted from 0. */
export const cellValue = (column: Column, row: number): Value =>
  column.dictionary.value(column.codes[row] ?? BLANK, column.type)

/** Text of a row as files write it, counted from 0; '' for a blank. */
export const cellText = (column: Column, row: number): string =>
  column.dictionary.text(column.codes[row] ?? BLANK)

/** Rows chosen by a condition: 1 for a chosen row, one byte a row. */
export type RowMask = Uint8Array

const countsOfColumn = new WeakMap<Codes, Uint32Array>()

/** How many rows (of the chosen ones) hold each dictionary entry. The result without a mask is kept and must not be written to. */
export function countCodes(column: Column, chosen?: RowMask): Uint32Array {
  const known = chosen === undefined ? countsOfColumn.get(column.codes) : undefined
  if (known !== undefined && known.length >= column.dictionary.size) return known
  const { codes } = column
  const counts = new Uint32Array(column.dictionary.size)
  if (chosen === undefined) {
    for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++
    countsOfColumn.set(codes, counts)
  } else {
    for (let row = 0; row < codes.length; row++) if (chosen[row] === 1) counts[codes[row]!]!++
  }
  return counts
}

/** Builds a column row by row. */
export class ColumnBuilder {
  readonly dictionary = new DictionaryBuilder()
  readonly codes = new CodesBuilder()
  readonly type: ColumnType

  constructor(type: ColumnType = 'text') {
    this.type = type
  }

  /** Tells how many rows there will be, as far as one can guess from those that were added. */
  expect(rows: number): void {
    this.dictionary.expect(this.codes.length, rows)
    this.codes.expect(rows)
  }

  addBlank(): void {
    this.codes.push(BLANK)
  }

  /** Adds a text, or a blank for `null`. */
  addText(text: string | null): void {
    this.codes.push(text === null ? BLANK : this.dictionary.addText(text))
  }

  addValue(value: Value): void {
    this.codes.push(this.dictionary.addValue(value, this.type))
  }

  /** Adds the text of these UTF-8 bytes; an empty range is a blank. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    this.codes.push(start === end ? BLANK : this.dictionary.add(bytes, start, end))
  }

  /** Adds the queued cells, whose bytes are in `bytes` and whose rows come in order, and empties the queue. */
  addQueued(bytes: Uint8Array, queue: CellQueue): void {
    this.dictionary.addQueued(bytes, queue)
    this.codes.setQueued(queue)
    queue[0] = 4
  }

  finish(name: string): Column {
    return { name, type: this.type, codes: this.codes.finish(), dictionary: this.dictionary.finish() }
  }
}
