import type { Table } from '../table/table.ts'
import { looksLikeIdentifiers } from './companions.ts'

const PLACES = /commune|ville|cp\b|code[ _-]?postal|insee|adresse|d[ée]partement|city|address/i

/** A column with one value, beside the blank, tells nothing. */
const SAME_EVERYWHERE = 2

/** Names of the columns that can tell spellings of this one apart or bring them together: identifiers and places. */
export function suggestCompanions(table: Table, column: string): string[] {
  const grouped = table.columns.find(({ name }) => name === column)
  if (grouped === undefined) return []
  return table.columns
    .filter((other) => other !== grouped && other.dictionary.size > SAME_EVERYWHERE)
    .filter((other) => PLACES.test(other.name) || looksLikeIdentifiers(other))
    .map(({ name }) => name)
}
