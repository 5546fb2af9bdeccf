import { suggestCodes, type CodeSuggestion, type LabelledCode } from '../nomenclature/suggest-codes.ts'
import { cellText } from '../table/column.ts'
import type { CountedText } from '../table/map-values.ts'
import { columnNamed, findColumn, type Table } from '../table/table.ts'
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
  const keys = columnNamed(known, key)
  const labels = findColumn(known, 'libelle') ?? known.columns.find((column) => column !== keys)
  const labelled: LabelledCode[] = []
  for (let row = 0; row < Math.min(known.rowCount, MOST_KNOWN); row++)
    labelled.push({
      code: cellText(keys, row).trim(),
      label: labels === undefined ? '' : cellText(labels, row),
    })
  return {
    suggestions: await suggestCodes(
      codes.map(({ text }) => text),
      labelled,
      asked,
    ),
  }
}

/** A longer reference table is a register rather than a nomenclature: its first rows are looked at. */
const MOST_KNOWN = 20_000
