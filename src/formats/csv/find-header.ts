import { cellKind, type CellKind } from './cell-kind.ts'
import { isFilled } from './detect-dialect.ts'
import { type SampleRecord } from './sample-records.ts'

export interface FoundHeader {
  /** Line (from 1) of the column names; 0 if there are none. */
  headerRow: number
  /** Lines above the table that are not part of it, when there are no column names. */
  skipLines: number
  /** Columns with a name, of all columns that the sample fills. */
  named: number
  usedColumns: number
}

const SEARCHED = 60
const BODY = 300

/** Finds the names of the columns: the first record that fills most columns and does not look like those below it. */
export function findHeader(records: readonly SampleRecord[], usualWidth: number): FoundHeader {
  const filled = records.filter(isFilled)
  const used = usedColumns(filled, usualWidth)
  const count = (record: SampleRecord): number => record.cells.filter((cell) => cell.trim() !== '').length
  const enough = (share: number): number =>
    filled
      .slice(0, SEARCHED)
      .findIndex((record) => count(record) >= Math.max(Math.min(2, used), share * used))
  let index = [0.7, 0.5, 0.3].map(enough).find((found) => found >= 0) ?? 0
  // A fuller record far below a fitting one is a row with everything filled in, not the names.
  if (index > 12)
    index = Math.max(
      0,
      filled.findIndex((record) => record.cells.length === usualWidth),
    )
  const header = filled[index]
  if (header === undefined) return { headerRow: 0, skipLines: 0, named: 0, usedColumns: used }
  const named = count(header)
  if (looksLikeNames(header, filled.slice(index + 1, index + 1 + BODY))) {
    return { headerRow: header.line, skipLines: 0, named, usedColumns: used }
  }
  return { headerRow: 0, skipLines: header.line - 1, named, usedColumns: used }
}

function usedColumns(records: readonly SampleRecord[], width: number): number {
  let used = 0
  for (let column = 0; column < width; column++) {
    if (records.some(({ cells }) => cells.length === width && (cells[column] ?? '').trim() !== '')) used++
  }
  return used
}

function looksLikeNames(header: SampleRecord, body: readonly SampleRecord[]): boolean {
  if (body.length === 0) return header.cells.some((cell) => cellKind(cell) === 'text')
  let score = 0
  let valueLike = 0
  let filled = 0
  header.cells.forEach((cell, column) => {
    const kind = cellKind(cell)
    if (kind === 'blank') return
    filled++
    if (kind === 'number' || kind === 'date') valueLike++
    const below = body.map((record) => record.cells[column] ?? '').filter((text) => text.trim() !== '')
    if (below.length === 0) return
    const usual = usualKind(below)
    if (usual === 'text') {
      if (kind === 'text' && below.includes(cell)) score -= body.length < 4 ? 0.5 : 1
      else if (kind === 'number' || kind === 'date') score -= 0.5
    } else if (usual !== null) {
      if (kind === 'text') score += 1
      else if (isNumeric(kind) && isNumeric(usual)) score -= kind === 'year' && usual !== 'year' ? 0 : 1
      else if (kind === usual) score -= 0.5
    }
  })
  return valueLike < filled && score >= 0
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
