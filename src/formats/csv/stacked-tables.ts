import { cellText, type Column } from '../../table/column.ts'
import { BLANK } from '../../table/dictionary.ts'
import { cellKind } from '../cell-kind.ts'

/** A table below another in one file, by rows counted from 0 below the first names. */
export interface StackedTable {
  /** Row that names the columns anew. */
  namesRow: number
  /** How many rows name them: names of several rows come again as several rows. */
  namesRows: number
  /** First row of what parts it from the table above: blank rows, titles, or the names themselves. */
  breakRow: number
  /** Whether the names are those of the first table. */
  sameNames: boolean
  title: string | null
}

/** Blank rows between tables are looked around only as long as they are few. */
const MOST_BLANK_ROWS = 1000
const MOST_TITLES = 8
/** A row of more cells than this is an accident, and looking at whole rows would take long. */
const MOST_COLUMNS = 2000
/** Columns whose repeated name makes a row worth comparing with all the names. */
const LOOKED_UP = 3

/**
 * Finds tables one below the other: where the names come again (files put end to end), and where a blank row and perhaps a title come
 * before a row of new names.
 */
export function stackedTables(
  columns: readonly Column[],
  nameRecords: readonly (readonly string[])[],
  blankRows: { count: number; rows: readonly number[] },
): StackedTable[] {
  const rowCount = columns[0]?.codes.length ?? 0
  if (columns.length < 2 || columns.length > MOST_COLUMNS || nameRecords.length === 0) return []
  const rows = new RowTexts(columns)
  const candidates = new Set(repeatedRows(columns, nameRecords))
  if (blankRows.count <= MOST_BLANK_ROWS) {
    for (const blank of blankRows.rows) {
      const names = rowBelowTitles(rows, blank, rowCount)
      if (names !== null && isNamesRow(rows, names, rowCount, nameRecords)) candidates.add(names)
    }
  }
  const tables: StackedTable[] = []
  let end = 0
  for (const namesRow of [...candidates].sort((a, b) => a - b)) {
    if (namesRow < end) continue
    const texts = rows.of(namesRow)
    const again = namesLike(texts, nameRecords)
    if (again === 'different' && !isAfterBlank(rows, namesRow)) continue
    const { breakRow, title } = breakAbove(rows, namesRow, end)
    const namesRows = again === 'same' ? rowsOfNames(rows, namesRow, rowCount, nameRecords) : 1
    tables.push({ namesRow, namesRows, breakRow, sameNames: again === 'same', title })
    end = namesRow + namesRows
  }
  return tables
}

class RowTexts {
  readonly #columns: readonly Column[]
  readonly #filled = new Map<number, readonly number[]>()

  constructor(columns: readonly Column[]) {
    this.#columns = columns
  }

  of(row: number): string[] {
    return this.#columns.map((column) => cellText(column, row))
  }

  /** Columns with something else than spaces. */
  filled(row: number): readonly number[] {
    const known = this.#filled.get(row)
    if (known !== undefined) return known
    const filled: number[] = []
    for (const [index, column] of this.#columns.entries()) {
      if (column.codes[row] !== BLANK && cellText(column, row).trim() !== '') filled.push(index)
    }
    this.#filled.set(row, filled)
    return filled
  }

  isTitle(row: number): boolean {
    const [first, ...others] = this.filled(row)
    return first === 0 && others.length === 0
  }

  isBlank(row: number): boolean {
    return this.filled(row).length === 0
  }
}

/** Rows that hold most of the names where the names are. Cost follows the rows of a few columns. */
function repeatedRows(columns: readonly Column[], nameRecords: readonly (readonly string[])[]): number[] {
  const found = new Set<number>()
  for (const names of nameRecords) {
    const named = names.flatMap((name, index) =>
      name.trim() === '' || index >= columns.length ? [] : [index],
    )
    for (const index of named.slice(0, LOOKED_UP)) {
      const { dictionary, codes } = columns[index]!
      const code = codeOf(dictionary, names[index]!)
      if (code === null) continue
      for (let row = codes.indexOf(code); row >= 0; row = codes.indexOf(code, row + 1)) {
        if (found.has(row)) continue
        const same = named.filter((column) => cellText(columns[column]!, row) === names[column])
        if (same.length >= 2 && same.length >= 0.6 * named.length) found.add(row)
      }
    }
  }
  return [...found]
}

function codeOf(dictionary: Column['dictionary'], text: string): number | null {
  const wanted = new TextEncoder().encode(text)
  const { bytes, ends } = dictionary
  for (let code = 1; code < ends.length; code++) {
    const start = ends[code - 1]!
    if (ends[code]! - start !== wanted.length) continue
    let at = 0
    while (at < wanted.length && bytes[start + at] === wanted[at]) at++
    if (at === wanted.length) return code
  }
  return null
}

function namesLike(
  texts: readonly string[],
  nameRecords: readonly (readonly string[])[],
): 'same' | 'most' | 'different' {
  const width = texts.length
  let like: 'most' | 'different' = 'different'
  for (const names of nameRecords) {
    if (texts.every((text, column) => text.trim() === (names[column] ?? '').trim())) return 'same'
    const named = names.slice(0, width).flatMap((name, column) => (name.trim() === '' ? [] : [column]))
    const same = named.filter((column) => texts[column] === names[column])
    if (same.length >= 2 && same.length >= 0.6 * named.length) like = 'most'
  }
  return like
}

/** Rows from one that repeats a record of the names on that repeat the records which follow it. */
function rowsOfNames(
  rows: RowTexts,
  namesRow: number,
  rowCount: number,
  nameRecords: readonly (readonly string[])[],
): number {
  const first = nameRecords.findIndex((record) => namesLike(rows.of(namesRow), [record]) === 'same')
  let count = 1
  // The last record is the names put together, which no row holds.
  for (const record of nameRecords.slice(first + 1, -1)) {
    if (namesRow + count >= rowCount || namesLike(rows.of(namesRow + count), [record]) !== 'same') break
    count++
  }
  return count
}

/** The first row below a blank one that is neither blank nor a title; `null` if there is none or no blank row ends there. */
function rowBelowTitles(rows: RowTexts, blank: number, rowCount: number): number | null {
  let row = blank + 1
  let titles = 0
  while (row < rowCount && (rows.isBlank(row) || rows.isTitle(row))) {
    if (rows.isTitle(row) && ++titles > MOST_TITLES) return null
    row++
  }
  return row < rowCount ? row : null
}

/** New names: words only, all different, from the first column on without a gap, above rows that are not like them. */
function isNamesRow(
  rows: RowTexts,
  row: number,
  rowCount: number,
  nameRecords: readonly (readonly string[])[],
): boolean {
  const filled = rows.filled(row)
  const texts = rows.of(row)
  const names = filled.map((column) => texts[column]!.trim())
  if (filled.length < 2 || row + 1 >= rowCount || rows.isBlank(row + 1)) return false
  if (filled.some((column, index) => column !== index) && namesLike(texts, nameRecords) === 'different')
    return false
  if (!names.every((name) => cellKind(name) === 'text') || new Set(names).size < names.length) return false
  if (nameRecords.some((record) => record.some((name, column) => name !== '' && texts[column] === name)))
    return true
  const hasTitle = rows.isTitle(row - 1) || (rows.isBlank(row - 1) && row > 1 && rows.isTitle(row - 2))
  const below: string[][] = []
  for (let next = row + 1; next < rowCount && below.length < 50 && !rows.isBlank(next); next++)
    below.push(rows.of(next))
  const ofValues = filled.filter((column) => {
    const kinds = below.map((cells) => cellKind(cells[column]!)).filter((kind) => kind !== 'blank')
    return kinds.length > 0 && kinds.filter((kind) => kind !== 'text').length >= 0.8 * kinds.length
  })
  return ofValues.length > 0 || (hasTitle && filled.length > 2)
}

/** Whether only titles and at least one blank row stand between the row and those above. */
function isAfterBlank(rows: RowTexts, row: number): boolean {
  let above = row - 1
  while (above > 0 && rows.isTitle(above)) above--
  return above >= 0 && rows.isBlank(above)
}

/** What parts the names from the table above: titles count only below a blank row, otherwise they may be rows of that table. */
function breakAbove(
  rows: RowTexts,
  namesRow: number,
  floor: number,
): { breakRow: number; title: string | null } {
  let breakRow = namesRow
  let title: string | null = null
  let seen: string | null = null
  for (let row = namesRow - 1, titles = 0; row >= floor && titles <= MOST_TITLES; row--) {
    if (rows.isBlank(row)) {
      breakRow = row
      title = seen ?? title
    } else if (rows.isTitle(row)) {
      titles++
      seen = rows.of(row)[0]!.trim()
    } else break
  }
  return { breakRow, title }
}
