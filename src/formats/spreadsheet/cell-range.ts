/** An area of a sheet, rows and columns counted from 0, ends included; `lastRow` is `null` where it goes down to the last filled row. */
export interface CellRange {
  firstRow: number
  lastRow: number | null
  firstColumn: number
  lastColumn: number
}

/** Merged cells: an area that ends. */
export interface MergedArea extends CellRange {
  lastRow: number
}

export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384

/** Letters of a column counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0) - 1

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** `A3:F120`, or `A3:F` for one that goes down to the last filled row. */
export const rangeText = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string =>
  `${cellName(firstRow, firstColumn)}:${columnLetters(lastColumn)}${lastRow === null ? '' : lastRow + 1}`

/** Whether the text is a range that `parseRange` takes. */
export const RANGE = /^\$?[a-z]{1,3}\$?\d{0,7}:\$?[a-z]{1,3}\$?\d{0,7}$/i

/** Reads `A3:F120`, `A3:F` or `A:F`, corners in any order; `null` if it is no range of a sheet. */
export function parseRange(text: string): CellRange | null {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^\$?([a-z]{1,3})\$?(\d{0,7}):\$?([a-z]{1,3})\$?(\d{0,7})$/i.exec(text.trim()) ?? []
  if (left === '') return null
  const columns = [columnNumber(left), columnNumber(right)].sort((a, b) => a - b) as [number, number]
  const first = top === '' ? 0 : Number(top) - 1
  const last = bottom === '' ? null : Number(bottom) - 1
  const [firstRow, lastRow] = last !== null && last < first ? [last, first] : [first, last]
  if (columns[1] >= MOST_COLUMNS || firstRow < 0 || firstRow >= MOST_ROWS) return null
  return { firstRow, lastRow, firstColumn: columns[0], lastColumn: columns[1] }
}

/** The area of merged cells such as `A1:B2`; `null` if it is none. */
export function parseMerge(text: string): MergedArea | null {
  const range = parseRange(text)
  return range === null || range.lastRow === null ? null : { ...range, lastRow: range.lastRow }
}
