import { cellKind, type CellKind } from './cell-kind.ts'
import { headerSpan } from './header-span.ts'
import { joinNames } from './join-names.ts'
import { isFilled, type WrittenRecord } from './written-record.ts'

export interface FoundHeader {
  /** Line (from 1) of the column names; 0 if there are none. */
  headerRow: number
  /** Filled records, from that line on, that name the columns together; 1 if there are no names. */
  headerRows: number
  /** Lines above the table that are not part of it, when there are no column names. */
  skipLines: number
  /** Columns with a name, of all columns that the sample fills. */
  named: number
  usedColumns: number
}

/** Filled records among which the names are. */
const SEARCHED = 12
/** Characters that no name has: a text without line ends would be one name. */
const LONGEST_NAME = 5000
const BODY = 300

/**
 * Finds the names of the columns: the first record that fills most columns, unless it looks like the rows below it; then what
 * stands above it may be the names all the same, with blanks where a name covers several columns.
 */
export function findHeader(records: readonly WrittenRecord[], usualWidth: number): FoundHeader {
  const filled = records.filter(isFilled)
  const used = usedColumns(filled, usualWidth)
  const likeness = (index: number): number => namesLikeness(filled[index]!, bodyBelow(filled, index))
  const found = (index: number): FoundHeader => {
    const { from, to } = headerSpan(filled, index)
    const named = joinNames(filled.slice(from, to + 1).map(({ cells }) => cells))
    return {
      headerRow: filled[from]!.line,
      headerRows: to - from + 1,
      skipLines: 0,
      named: named.filter((name) => name.trim() !== '').length,
      usedColumns: used,
    }
  }
  const none = { headerRow: 0, headerRows: 1, named: 0, usedColumns: used }
  if (filled.length === 0) return { ...none, skipLines: 0 }

  const top = filled.slice(0, SEARCHED)
  const enough = (share: number): number =>
    top.findIndex((record) => filledCells(record) >= Math.max(Math.min(2, used), share * used))
  const first = Math.max(0, [0.7, 0.5, 0.3].map(enough).find((index) => index >= 0) ?? 0)
  // A line above the names can happen to have as many cells as there are columns, or more.
  if (filled[first]!.cells.length !== usualWidth && first + 1 < top.length) {
    const next = filled[first + 1]!
    const isBetter =
      next.cells.length === usualWidth && filledCells(next) >= 0.7 * used && filled.length > first + 4
    if (isBetter && likeness(first + 1) > 0) {
      return found(first + 1)
    }
  }
  if (likeness(first) >= 0) return found(first)
  for (let above = first - 1; above >= 0; above--) {
    const record = filled[above]!
    const isWide = record.cells.length === usualWidth && filledCells(record) >= 2
    // Names may be missing at the end; a title seldom has three parts.
    const isShort = above === first - 1 && filledCells(record) > 2 && record.cells.every(isWord)
    if ((isWide || isShort) && likeness(above) > 0) return found(above)
  }
  if (first > 1 && isLoneName(records, filled[first - 1]!)) return found(first - 1)
  return { ...none, skipLines: filled[first]!.line - 1 }
}

const isWord = (cell: string): boolean => cellKind(cell) === 'text'

const filledCells = (record: WrittenRecord): number =>
  record.cells.filter((cell) => cell.trim() !== '').length

/** Records below the names, up to the blank line that ends the table if it is long enough to tell what its columns hold. */
function bodyBelow(filled: readonly WrittenRecord[], index: number): readonly WrittenRecord[] {
  const body = filled.slice(index + 1, index + 1 + BODY)
  const end = body.findIndex(
    (record, at) => at > 0 && record.line - body[at - 1]!.line > 1 + lineBreaks(body[at - 1]!),
  )
  return end >= 3 ? body.slice(0, end) : body
}

const lineBreaks = ({ cells }: WrittenRecord): number =>
  cells.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/).length - 1, 0)

/** A single word right above the rows, of their width and with a blank line between it and the titles, names one column. */
function isLoneName(records: readonly WrittenRecord[], record: WrittenRecord): boolean {
  const at = records.indexOf(record)
  const above = records[at - 1]
  const below = records[at + 1]
  const isBelow = below !== undefined && isFilled(below) && below.cells.length === record.cells.length
  return (
    above !== undefined &&
    !isFilled(above) &&
    isBelow &&
    record.cells.length > 1 &&
    filledCells(record) === 1 &&
    /^\p{L}+$/u.test(record.cells[0]!.trim())
  )
}

function usedColumns(records: readonly WrittenRecord[], width: number): number {
  let used = 0
  for (let column = 0; column < width; column++) {
    if (records.some(({ cells }) => cells.length === width && (cells[column] ?? '').trim() !== '')) used++
  }
  return used
}

/** Above zero for a record that names what is below it, below zero for one that is like the others. */
function namesLikeness(header: WrittenRecord, below: readonly WrittenRecord[]): number {
  if (header.cells.some((cell) => cell.length > LONGEST_NAME)) return -1
  // In exports put end to end the names come again, with a word or two changed.
  const names = header.cells.filter((cell) => cell.trim() !== '').length
  const again = ({ cells }: WrittenRecord): boolean => {
    const same = cells.filter((cell, column) => cell.trim() !== '' && cell === header.cells[column]).length
    return same >= 2 && (same === names || (names >= 3 && same >= 0.5 * names))
  }
  const fewAgain = below.filter(again).length <= 0.25 * below.length
  const body = fewAgain ? below.filter((record) => !again(record)) : below
  if (body.length === 0) return header.cells.some((cell) => cellKind(cell) === 'text') ? 1 : -1
  let score = 0
  let valueLike = 0
  let filled = 0
  header.cells.forEach((cell, column) => {
    const kind = cellKind(cell)
    if (kind === 'blank') return
    filled++
    if (kind === 'number' || kind === 'date') valueLike++
    const cells = body.map((record) => record.cells[column] ?? '').filter((text) => text.trim() !== '')
    if (cells.length === 0) return
    const usual = usualKind(cells)
    if (usual === 'text') {
      if (kind === 'text' && cells.includes(cell)) score -= body.length < 4 ? 0.5 : 1
      else if (kind === 'number' || kind === 'date') score -= 0.5
    } else if (usual !== null) {
      if (kind === 'text') score += 1
      else if (isNumeric(kind) && isNumeric(usual)) score -= kind === 'year' && usual !== 'year' ? 0 : 1
      else if (kind === usual) score -= 0.5
    }
  })
  return valueLike < filled ? score : -1
}

const isNumeric = (kind: CellKind): boolean => kind === 'number' || kind === 'year'

/** The kind of at least four cells in five; `null` if there is none. */
function usualKind(cells: readonly string[]): CellKind | null {
  const counts = new Map<CellKind, number>()
  for (const cell of cells) {
    const kind = cellKind(cell)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const numeric = (counts.get('number') ?? 0) + (counts.get('year') ?? 0)
  if (numeric >= 0.8 * cells.length) return (counts.get('year') ?? 0) === numeric ? 'year' : 'number'
  for (const [kind, count] of counts) if (count >= 0.8 * cells.length) return kind
  return null
}
