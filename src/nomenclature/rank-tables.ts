import { cellText } from '../table/column.ts'
import type { CountedText } from '../table/map-values.ts'
import { columnNamed, type Table } from '../table/table.ts'
import { BUILT_IN_TABLES, builtInTable, type BuiltInId } from './built-in-tables.ts'
import type { CodeToRank } from './rank-plans.ts'
import { validCodes } from './valid-codes.ts'

/** How well a table that Tamis carries explains a column of codes. Counts are as those of `PlanRank`. */
export interface TableRank {
  table: BuiltInId
  distinct: number
  matched: number
  withZeros: number
  cells: number
  matchedCells: number
  zeroCells: number
  missing: readonly CountedText[]
  size: number
}

/**
 * What the codes of a table look like, with the zeros that a spreadsheet takes or without, and which names of columns say that it is
 * them. Short codes are those of many things: without such a name they say nothing (`telling`).
 */
const SHAPES: readonly { id: BuiltInId; codes: RegExp; name: RegExp; telling: boolean }[] = [
  { id: 'communes', codes: /^\d[\dAB]?\d{3}$/, name: /insee|commune|\bcog\b/, telling: true },
  { id: 'former-communes', codes: /^\d[\dAB]?\d{3}$/, name: /insee|commune|\bcog\b/, telling: true },
  { id: 'epci', codes: /^2\d{8}$/, name: /epci|intercommunal/, telling: true },
  { id: 'legal-forms', codes: /^\d{4}$|^\d{1,2}$/, name: /juridique|legal form/, telling: false },
  {
    id: 'departments',
    codes: /^\d{1,3}$|^2[AB]$/,
    name: /^(code ?)?(dep|dept|departement|department)\b/,
    telling: false,
  },
  { id: 'regions', codes: /^\d{1,2}$/, name: /^(code ?)?(reg|region)\b/, telling: false },
  { id: 'months', codes: /^\d{1,2}$/, name: /\bmois\b|month/, telling: false },
  { id: 'licences', codes: /^[a-z][a-z0-9.-]+$/i, name: /licen[cs]e/, telling: true },
]

/** A table is loaded when at least this part of the cells could be codes of it. */
const LIKELY = 0.5

interface RankOptions {
  /** Name of the column, folded. */
  name: string
  /** Only tables that this name speaks of. */
  namedOnly: boolean
}

/**
 * The tables that Tamis carries, best explanation of the codes first; those that have none of them are left out. Only tables whose
 * codes look like these are loaded; the cost follows distinct codes.
 */
export async function rankTables(
  codes: readonly CodeToRank[],
  { name, namedOnly }: RankOptions,
): Promise<TableRank[]> {
  const asked = codes
    .map(({ text, cells }) => ({ text: text.trim(), cells }))
    .filter(({ text }) => text !== '')
  const cells = asked.reduce((sum, one) => sum + one.cells, 0)
  const ranks: TableRank[] = []
  for (const shape of SHAPES) {
    const alike = asked.reduce((sum, one) => sum + (shape.codes.test(one.text) ? one.cells : 0), 0)
    const named = shape.name.test(name)
    if (alike === 0 || alike < cells * LIKELY || !(named || (shape.telling && !namedOnly))) continue
    const rank = rankOf(shape.id, await builtInTable(shape.id), asked, cells)
    if (rank.matched + rank.withZeros > 0) ranks.push(rank)
  }
  return ranks.sort(
    (a, b) =>
      b.matchedCells + b.zeroCells - (a.matchedCells + a.zeroCells) ||
      b.matchedCells - a.matchedCells ||
      a.size - b.size,
  )
}

function rankOf(table: BuiltInId, known: Table, asked: readonly CountedText[], cells: number): TableRank {
  const valid = validCodesOf(known, BUILT_IN_TABLES[table].columns[0]!)
  const rank = { matched: 0, withZeros: 0, matchedCells: 0, zeroCells: 0 }
  const missing: CountedText[] = []
  for (const one of asked) {
    if (valid.has(one.text)) {
      rank.matched++
      rank.matchedCells += one.cells
    } else if (valid.withZeros(one.text).length > 0) {
      rank.withZeros++
      rank.zeroCells += one.cells
    } else missing.push(one)
  }
  return {
    table,
    distinct: asked.length,
    cells,
    ...rank,
    missing: missing.sort((a, b) => b.cells - a.cells),
    size: known.rowCount,
  }
}

function* codesOf(table: Table, key: string): Generator<string> {
  const column = columnNamed(table, key)
  for (let row = 0; row < table.rowCount; row++) yield cellText(column, row)
}

const known = new WeakMap<Table, ReturnType<typeof validCodes>>()

function validCodesOf(table: Table, key: string): ReturnType<typeof validCodes> {
  const valid = known.get(table) ?? validCodes(codesOf(table, key))
  known.set(table, valid)
  return valid
}
