import { Problem } from '../../problem/problem.ts'
import { ColumnBuilder } from '../../table/column.ts'
import { MOST_COLUMNS, MOST_ROWS, type CellRange, type MergedArea } from './cell-range.ts'

/** Rows times columns that a table from a sheet may have. */
export const MOST_CELLS = 40_000_000
const NOTED_CELLS = 1000

/** What a stored cell is; first byte of its entry in the grid. */
export const KIND = {
  /** Followed by the text. */
  text: 116,
  /** Followed by what the workbook needs to find the text elsewhere. */
  shared: 115,
  /** Followed by what the workbook needs to say the number, then the number as stored. */
  number: 110,
  /** Followed by 1 or 0. */
  boolean: 98,
  /** Followed by the error as it is shown: #N/A. */
  error: 101,
} as const

/** How a cell is said: as the spreadsheet shows it, or as it is stored. They differ for numbers shown with zeros in front. */
export type Saying = 'shown' | 'stored'

/** Makes the text of an entry of the grid; `null` for a blank. */
export type SayEntry = (bytes: Uint8Array, start: number, end: number, saying: Saying) => string | null

export interface CellPlace {
  row: number
  column: number
}

/** Some cells counted, the first thousand of them by place. */
export interface CellTally {
  count: number
  cells: CellPlace[]
}

/**
 * The filled cells of one sheet as they are stored: for each column a dictionary of stored cells, which is turned into text once
 * a distinct cell. Rows and columns are counted from 0.
 */
export class SheetGrid {
  readonly say: SayEntry
  /** By position; a column without a filled cell is absent. */
  readonly columns: (ColumnBuilder | undefined)[] = []
  readonly hiddenRows: number[] = []
  readonly hiddenColumns: number[] = []
  readonly merges: MergedArea[] = []
  readonly emptyFormulas: CellTally = { count: 0, cells: [] }
  formulaCount = 0
  readonly #range: CellRange | null
  readonly name: string
  #usedColumns = 0
  /** Rows down to the last filled one. */
  rowCount = 0

  /** Cells outside the range, if there is one, are left out. */
  constructor(name: string, say: SayEntry, range: CellRange | null) {
    this.name = name
    this.say = say
    this.#range = range
  }

  has(row: number, column: number): boolean {
    const range = this.#range
    return (
      range === null ||
      (row >= range.firstRow &&
        (range.lastRow === null || row <= range.lastRow) &&
        column >= range.firstColumn &&
        column <= range.lastColumn)
    )
  }

  /** Fills a cell with an entry: a kind and what belongs to it. Throws Problem `spreadsheet-damaged` or `spreadsheet-too-large`. */
  set(row: number, column: number, bytes: Uint8Array, start: number, end: number): void {
    if (row >= MOST_ROWS || column >= MOST_COLUMNS)
      throw new Problem('spreadsheet-damaged', { part: this.name })
    if (!this.has(row, column)) return
    let builder = this.columns[column]
    if (builder === undefined) {
      this.columns[column] = builder = new ColumnBuilder()
      this.#usedColumns++
      this.#refuseTooLarge()
    }
    if (row >= this.rowCount) {
      this.rowCount = row + 1
      this.#refuseTooLarge()
    }
    builder.codes.set(row, builder.dictionary.add(bytes, start, end))
  }

  /** Refuses so many filled cells, which a file can write in a few bytes, before they are. Throws Problem `spreadsheet-too-large`. */
  expect(rows: number, columns: number): void {
    if (this.#range === null && rows * columns > MOST_CELLS) this.#tooLarge()
  }

  noteEmptyFormula(row: number, column: number): void {
    if (!this.has(row, column)) return
    this.emptyFormulas.count++
    if (this.emptyFormulas.cells.length < NOTED_CELLS) this.emptyFormulas.cells.push({ row, column })
  }

  #refuseTooLarge(): void {
    if (this.rowCount * this.#usedColumns > MOST_CELLS) this.#tooLarge()
  }

  #tooLarge(): never {
    throw new Problem('spreadsheet-too-large', { sheet: this.name, cells: MOST_CELLS })
  }
}
