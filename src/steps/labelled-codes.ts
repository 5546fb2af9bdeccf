import type { LabelledCode } from '../nomenclature/suggest-codes.ts'
import { cellText } from '../table/column.ts'
import { columnNamed, findColumn, type Table } from '../table/table.ts'

/** A longer reference table is a register rather than a nomenclature: its first rows are looked at. */
const MOST_KNOWN = 20_000

/**
 * The codes of a reference table with their labels: those of the key column (`code` or the first one, if none is named) with
 * `libelle` or else the next column. Throws Problem `missing-column`.
 */
export function labelledCodes(known: Table, key?: string): LabelledCode[] {
  const keys = key === undefined ? (findColumn(known, 'code') ?? known.columns[0]) : columnNamed(known, key)
  if (keys === undefined) return []
  const labels = findColumn(known, 'libelle') ?? known.columns.find((column) => column !== keys)
  const labelled: LabelledCode[] = []
  for (let row = 0; row < Math.min(known.rowCount, MOST_KNOWN); row++) {
    const code = cellText(keys, row).trim()
    if (code === '') continue
    labelled.push({ code, label: labels === undefined ? '' : cellText(labels, row) })
  }
  return labelled
}
