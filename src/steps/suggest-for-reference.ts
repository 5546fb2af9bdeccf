import { suggestCodes, type CodeSuggestion } from '../nomenclature/suggest-codes.ts'
import type { CountedText } from '../table/map-values.ts'
import type { Table } from '../table/table.ts'
import { labelledCodes } from './labelled-codes.ts'
import type { Reference } from './reference.ts'

/** Suggestions are made for at most this many codes. */
const MOST_SUGGESTED = 50

/** Suggestions for the codes that a reference table does not have, as an outcome holds them; nothing when there are none. */
export async function suggestForReference(
  unmatched: readonly CountedText[],
  known: Table,
  key: string,
  reference: Reference,
): Promise<{ suggestions?: readonly CodeSuggestion[] }> {
  if (unmatched.length === 0) return {}
  const codes = unmatched.toSorted((a, b) => b.cells - a.cells).slice(0, MOST_SUGGESTED)
  const asked = 'plan' in reference ? { ...reference, year: Number(reference.year) } : undefined
  return {
    suggestions: await suggestCodes(
      codes.map(({ text }) => text),
      labelledCodes(known, key),
      asked,
    ),
  }
}
