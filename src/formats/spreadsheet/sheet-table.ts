import type { Column } from '../../table/column.ts'
import { emptyCodes } from '../../table/codes.ts'
import { BLANK, DictionaryBuilder } from '../../table/dictionary.ts'
import { tableOf, type Table } from '../../table/table.ts'
import { columnNamesOf, type GivenName } from '../column-names.ts'
import { findHeader, type FoundHeader } from '../find-header.ts'
import { cellName, columnLetters, type CellRange } from './cell-range.ts'
import { fillMerged } from './fill-merged.ts'
import { KIND, type CellTally, type Saying, type SheetGrid } from './sheet-grid.ts'
import type { SpreadsheetOptions } from './spreadsheet-options.ts'

const NOTED = 1000
/** Filled rows looked at to find the names of the columns. */
const SAMPLE_ROWS = 320

/** A number that is shown otherwise than it is stored. */
interface PaddedNumbers {
  /** Distinct ones. */
  values: number
  shown: string
  stored: string
}

/** The table found in a sheet, and what there is to say about it. */
export interface SheetTable {
  table: Table
  /** The area from the names of the columns down. */
  range: CellRange
  header: FoundHeader
  /** Names that the sheet did not give. */
  given: string[]
  /** Texts of the filled rows above. */
  titles: string[]
  /** Rows of the table (from 0) without a filled cell, at most a thousand, and how many there are. */
  blankRows: { count: number; rows: number[] }
  hiddenRows: { count: number; rows: number[] }
  hiddenColumns: string[]
  errors: CellTally & { texts: string[] }
  padded: PaddedNumbers | null
  /** Merged areas of several cells of the table whose first cell is filled. */
  merged: { areas: number; example: string }
}

/** Finds the table in the cells of a sheet; `null` if not one of them is filled. */
export function sheetTable(grid: SheetGrid, options: SpreadsheetOptions): SheetTable | null {
  if (options.merged === 'each') fillMerged(grid)
  const saying = options.values ?? 'shown'
  const stored = Array.from({ length: grid.columns.length }, (_, at) => grid.columns[at]?.finish('') ?? null)
  const filledRows = rowsWithCells(stored, grid.rowCount)
  if (!filledRows.includes(1)) return null

  const header = decideHeader(grid, stored, filledRows, saying, options)
  const headerAt = header.headerRow - 1
  const top = headerAt >= 0 ? headerAt : header.skipLines
  const first = stored.findIndex((column) => hasCellFrom(column, top))
  const last = stored.findLastIndex((column) => hasCellFrom(column, top))
  if (first < 0) return null
  const from = headerAt >= 0 ? headerAt + 1 : top
  const rowCount = Math.max(0, filledRows.lastIndexOf(1) + 1 - from)
  const own = stored.slice(first, last + 1)

  const cellText = (column: Column | null, row: number): string => {
    const code = column?.codes[row] ?? BLANK
    if (column === null || code === BLANK) return ''
    const { dictionary } = column
    return grid.say(dictionary.bytes, dictionary.start(code), dictionary.end(code), saying) ?? ''
  }
  const written = headerAt < 0 ? null : own.map((column) => cellText(column, headerAt))
  const names = columnNamesOf(written, own.length)
  const said: SaidCells = { errors: { count: 0, cells: [], texts: [] }, padded: null }
  const columns = own.map((column, at) =>
    textColumn(grid, column, { named: names[at]!, from, rowCount, position: first + at }, saying, said),
  )

  const above = filledRows.subarray(0, top)
  const titles: string[] = []
  for (let row = 0; row < top && titles.length < NOTED; row++) {
    if (above[row] === 1)
      titles.push(
        stored
          .map((column) => cellText(column, row).trim())
          .filter(Boolean)
          .join(' · '),
      )
  }
  const blankRows: number[] = []
  let blankCount = 0
  for (let row = 0; row < rowCount; row++) {
    if (filledRows[from + row] === 1) continue
    blankCount++
    if (blankRows.length < NOTED) blankRows.push(row)
  }
  const hiddenRows = grid.hiddenRows.map((row) => row - from).filter((row) => row >= 0 && row < rowCount)
  const merges = grid.merges.filter(
    ({ firstRow, firstColumn }) =>
      firstRow >= top &&
      firstRow < from + rowCount &&
      firstColumn >= first &&
      firstColumn <= last &&
      cellText(stored[firstColumn] ?? null, firstRow) !== '',
  )
  const example = merges[0]
  return {
    table: tableOf(columns, rowCount),
    range: { firstRow: top, lastRow: null, firstColumn: first, lastColumn: last },
    header,
    given: names.filter(({ nameInFile }) => nameInFile?.kind === 'unclear').map(({ name }) => name),
    titles,
    blankRows: { count: blankCount, rows: blankRows },
    hiddenRows: { count: hiddenRows.length, rows: hiddenRows.slice(0, NOTED) },
    hiddenColumns: grid.hiddenColumns
      .filter((column) => column >= first && column <= last)
      .map((column) => names[column - first]!.name),
    errors: said.errors,
    padded: said.padded,
    merged: {
      areas: merges.length,
      example:
        example === undefined
          ? ''
          : `${cellName(example.firstRow, example.firstColumn)}:${cellName(example.lastRow, example.lastColumn)}`,
    },
  }
}

function rowsWithCells(columns: readonly (Column | null)[], rowCount: number): Uint8Array {
  const filled = new Uint8Array(rowCount)
  for (const column of columns) {
    if (column === null) continue
    const { codes } = column
    for (let row = 0; row < codes.length; row++) if (codes[row] !== BLANK) filled[row] = 1
  }
  return filled
}

function hasCellFrom(column: Column | null, row: number): boolean {
  if (column === null) return false
  for (let at = row; at < column.codes.length; at++) if (column.codes[at] !== BLANK) return true
  return false
}

function decideHeader(
  grid: SheetGrid,
  stored: readonly (Column | null)[],
  filledRows: Uint8Array,
  saying: Saying,
  options: SpreadsheetOptions,
): FoundHeader {
  const first = stored.findIndex((column) => column !== null)
  const used = stored.slice(first)
  const texts = used.map(() => new Map<number, string>())
  const records = []
  for (let row = 0; row < filledRows.length && records.length < SAMPLE_ROWS; row++) {
    if (filledRows[row] !== 1) continue
    const cells = used.map((column, at) => {
      const code = column?.codes[row] ?? BLANK
      if (column === null || code === BLANK) return ''
      const known = texts[at]!.get(code)
      if (known !== undefined) return known
      const { dictionary } = column
      const text = grid.say(dictionary.bytes, dictionary.start(code), dictionary.end(code), saying) ?? ''
      texts[at]!.set(code, text)
      return text
    })
    records.push({ line: row + 1, cells, quotedCells: 0 })
  }
  const found = findHeader(records, used.length)
  if (options.headerRow === undefined) {
    // Without names the table begins at its first filled row.
    return found.headerRow > 0
      ? found
      : { ...found, skipLines: Math.max(found.skipLines, filledRows.indexOf(1)) }
  }
  const { headerRow } = options
  const chosen = used.filter((column) => (column?.codes[headerRow - 1] ?? BLANK) !== BLANK).length
  return { ...found, headerRow, skipLines: headerRow > 0 ? 0 : filledRows.indexOf(1), named: chosen }
}

interface SaidCells {
  errors: CellTally & { texts: string[] }
  padded: PaddedNumbers | null
}

interface ColumnPart {
  named: GivenName
  /** First row of the sheet that is a row of the table. */
  from: number
  rowCount: number
  /** Of the column in the sheet, from 0. */
  position: number
}

/** The column as text: each distinct stored cell is said once. */
function textColumn(
  grid: SheetGrid,
  column: Column | null,
  { named, from, rowCount, position }: ColumnPart,
  saying: Saying,
  said: SaidCells,
): Column {
  const builder = new DictionaryBuilder()
  if (column === null)
    return { ...named, type: 'text', codes: emptyCodes(rowCount, 1), dictionary: builder.finish() }
  const { dictionary, codes } = column
  const { bytes } = dictionary
  const mapped = new Int32Array(dictionary.size).fill(-1)
  mapped[BLANK] = BLANK
  const end = Math.min(codes.length, from + rowCount)
  let anyError = false
  for (let row = from; row < end; row++) {
    const code = codes[row]!
    if (mapped[code]! >= 0) continue
    const entry = dictionary.start(code)
    const entryEnd = dictionary.end(code)
    const text = grid.say(bytes, entry, entryEnd, saying)
    mapped[code] = text === null ? BLANK : builder.addText(text)
    if (text === null) continue
    if (bytes[entry] === KIND.error) {
      anyError = true
      if (!said.errors.texts.includes(text) && said.errors.texts.length < 7) said.errors.texts.push(text)
    } else if (bytes[entry] === KIND.number && (saying === 'stored' || !isPlain(text))) {
      notePadded(said, grid.say(bytes, entry, entryEnd, 'shown'), grid.say(bytes, entry, entryEnd, 'stored'))
    }
  }
  const result = emptyCodes(rowCount, builder.size)
  for (let row = from; row < end; row++) result[row - from] = mapped[codes[row]!]!
  if (anyError) {
    for (let row = from; row < end; row++) {
      const code = codes[row]!
      if (code === BLANK || bytes[dictionary.start(code)] !== KIND.error) continue
      said.errors.count++
      if (said.errors.cells.length < NOTED) said.errors.cells.push({ row, column: position })
    }
  }
  return { ...named, type: 'text', codes: result, dictionary: builder.finish() }
}

const isPlain = (text: string): boolean => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)

function notePadded(said: SaidCells, shown: string | null, stored: string | null): void {
  if (shown === null || stored === null || shown === stored || !/^\d+$/.test(stored)) return
  // A date is not a number shown otherwise.
  if (shown.replace(/\D/g, '').replace(/^0+(?=\d)/, '') !== stored) return
  said.padded ??= { values: 0, shown, stored }
  said.padded.values++
}

/** How a range is said on screen: its true last row in place of an open one. */
export const rangeLabel = ({ range, table, header }: SheetTable): string =>
  `${cellName(range.firstRow, range.firstColumn)}:${columnLetters(range.lastColumn)}${range.firstRow + table.rowCount + (header.headerRow > 0 ? 1 : 0)}`
