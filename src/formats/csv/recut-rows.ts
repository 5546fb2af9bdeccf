import { emptyCodes } from '../../table/codes.ts'
import { cellText, type Column } from '../../table/column.ts'
import { BLANK, DictionaryBuilder } from '../../table/dictionary.ts'
import { cellKind, type CellKind } from '../cell-kind.ts'
import type { RowTally } from './cell-scanner.ts'
import type { Dialect } from './detect-dialect.ts'
import { escapeText, quoteText } from './detect-dialect.ts'
import { sampleRecords } from './sample-records.ts'
import { SEPARATORS, separatorText, type Separator } from './separators.ts'

/** A row that another separator cuts into as many cells as there are columns. */
export interface RecutRow {
  row: number
  separator: Separator
  cells: string[]
}

/** Fewer columns are no proof: a sentence with two semicolons would be cut in three. */
const FEWEST_COLUMNS = 4
const MOST_COLUMNS = 2000
const LOOKED_AT = 200
/** Beyond this share of irregular rows the separator itself is in doubt. */
const MOST_IRREGULAR = 0.2

/**
 * Rows of another number of cells than the others that were written with another separator: cut by it, they have a cell for each column,
 * and numbers and dates stand where numbers and dates do.
 */
export function rowsToRecut(
  columns: readonly Column[],
  width: number,
  dialect: Dialect,
  irregular: readonly RowTally[],
): RecutRow[] {
  const own = separatorText(dialect.separator)
  const rowCount = columns[0]?.codes.length ?? 0
  const count = irregular.reduce((sum, tally) => sum + tally.count, 0)
  if (
    own === null ||
    width < FEWEST_COLUMNS ||
    columns.length > MOST_COLUMNS ||
    count === 0 ||
    count > 1 + MOST_IRREGULAR * rowCount
  )
    return []
  // Cutting those that are known and leaving the others would be no reading at all.
  if (irregular.some((tally) => tally.count > tally.rows.length)) return []
  const rows = irregular.flatMap((tally) => tally.rows)
  const usual = usualKinds(columns, width, new Set(rows))
  return rows.flatMap((row) => {
    const texts = columns.map((column) => cellText(column, row))
    const whole = texts.slice(0, 1 + texts.findLastIndex((text) => text !== '')).join(own)
    return recut(whole, row, width, dialect, usual) ?? []
  })
}

function recut(
  whole: string,
  row: number,
  width: number,
  dialect: Dialect,
  usual: readonly (CellKind | null)[],
): RecutRow | null {
  const quote = quoteText(dialect.quote)
  const escape = escapeText(dialect.escape)
  for (const separator of SEPARATORS) {
    const text = separatorText(separator)
    if (text === null || separator === dialect.separator || !whole.includes(text)) continue
    // Quotes at both ends are gone already where they looked like those of a single cell.
    for (const line of quote === null ? [whole] : [whole, quote + whole + quote]) {
      const { records, strayQuotes } = sampleRecords(line, { separator: text, quote, escape })
      const cells = records[0]?.cells ?? []
      if (records.length !== 1 || strayQuotes > 0 || cells.length !== width) continue
      if (agrees(cells, usual, separator)) return { row, separator, cells }
    }
  }
  return null
}

const VALUES: readonly (CellKind | null)[] = ['number', 'date', 'year']

function agrees(
  cells: readonly string[],
  usual: readonly (CellKind | null)[],
  separator: Separator,
): boolean {
  let agreeing = 0
  for (const [column, cell] of cells.entries()) {
    const kind = cellKind(cell)
    if (!VALUES.includes(usual[column] ?? null) || kind === 'blank') continue
    if (!VALUES.includes(kind)) return false
    agreeing++
  }
  const isCommon = separator === ';' || separator === 'tab' || separator === '|' || separator === ','
  return agreeing > (isCommon ? 0 : 1) || (isCommon && usual.every((kind) => !VALUES.includes(kind)))
}

function usualKinds(
  columns: readonly Column[],
  width: number,
  irregular: ReadonlySet<number>,
): (CellKind | null)[] {
  return columns.slice(0, width).map((column) => {
    const counts = new Map<CellKind, number>()
    let filled = 0
    for (let row = 0; row < Math.min(LOOKED_AT, column.codes.length); row++) {
      const kind = irregular.has(row) ? 'blank' : cellKind(cellText(column, row))
      if (kind === 'blank') continue
      filled++
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return [...counts].find(([, count]) => count >= 0.9 * filled)?.[0] ?? null
  })
}

/**
 * The names of a record that is cut into as many cells as there are columns by another separator than the file's, as when somebody wrote
 * the names by hand; `null` if none does.
 */
export function recutNames(
  cells: readonly string[],
  width: number,
  { separator, quote, escape }: Pick<Dialect, 'separator' | 'quote' | 'escape'>,
): string[] | null {
  const own = separatorText(separator)
  if (own === null || width < FEWEST_COLUMNS || cells.length === width) return null
  const whole = cells.slice(0, 1 + cells.findLastIndex((text) => text !== '')).join(own)
  for (const other of SEPARATORS) {
    const text = separatorText(other)
    // A title has words too, but seldom as many as a wide table has columns.
    const isTooWeak = other === 'space' && width < 6
    if (text === null || other === separator || isTooWeak || !whole.includes(text)) continue
    const signs = { separator: text, quote: quoteText(quote), escape: escapeText(escape) }
    for (const line of signs.quote === null ? [whole] : [whole, signs.quote + whole + signs.quote]) {
      const names = sampleRecords(line, signs).records[0]?.cells ?? []
      const areNames = names.every((name) => cellKind(name) === 'text') && new Set(names).size === width
      if (names.length === width && areNames) return names
    }
  }
  return null
}

/** The columns with the cells of these rows exchanged. */
export function withRows(columns: readonly Column[], rows: readonly RecutRow[]): Column[] {
  return columns.map((column, index) => {
    const { dictionary, codes } = column
    const builder = new DictionaryBuilder()
    for (let code = BLANK + 1; code < dictionary.size; code++) {
      builder.add(dictionary.bytes, dictionary.start(code), dictionary.end(code))
    }
    const added = rows.map(({ cells }) => {
      const text = cells[index] ?? ''
      return text === '' ? BLANK : builder.addText(text)
    })
    const changed = emptyCodes(codes.length, builder.size)
    changed.set(codes)
    rows.forEach(({ row }, at) => (changed[row] = added[at]!))
    return { ...column, codes: changed, dictionary: builder.finish() }
  })
}
