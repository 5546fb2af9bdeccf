import type { Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import type { Table } from '../table/table.ts'
import { looksLikeIdentifiers } from './identifiers.ts'

const PLACES = /commune|ville|cp\b|code[ _-]?postal|insee|adresse|d[ée]partement|city|address/i

/** A column with one value, beside the blank, tells nothing. */
const SAME_EVERYWHERE = 2
const ROWS_LOOKED_AT = 50_000
/** As in `ValuePairs`: beside each text hardly more than one value, or the other way round. */
const MOST_EACH = 2

/**
 * Names of the columns that can tell spellings of this one apart or bring them together: identifiers and places that go with
 * its texts. The SIRET of who pays is beside every name in turn, and is left out.
 */
export function suggestCompanions(table: Table, column: string): string[] {
  const grouped = table.columns.find(({ name }) => name === column)
  if (grouped === undefined) return []
  return table.columns
    .filter((other) => other !== grouped && other.dictionary.size > SAME_EVERYWHERE)
    .filter((other) => PLACES.test(other.name) || looksLikeIdentifiers(other))
    .filter((other) => goWith(grouped, other))
    .map(({ name }) => name)
}

/** Whether the first rows show texts and values that go together. */
function goWith({ codes }: Column, other: Column): boolean {
  const texts = new Set<number>()
  const values = new Set<number>()
  const pairs = new Set<number>()
  for (let row = 0; row < codes.length && row < ROWS_LOOKED_AT; row++) {
    const text = codes[row]!
    const value = other.codes[row]!
    if (text === BLANK || other.dictionary.isEmpty(value)) continue
    texts.add(text)
    values.add(value)
    pairs.add(text * other.dictionary.size + value)
  }
  return pairs.size <= Math.max(texts.size, values.size) * MOST_EACH
}
