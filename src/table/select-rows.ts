import { pickCodes } from './codes.ts'
import type { Column, RowMask } from './column.ts'
import type { Table } from './table.ts'

/** The rows of a table at these positions (from 0), in that order; a position may come twice. */
export function selectRows(table: Table, rows: Uint32Array): Table {
  const columns = table.columns.map((column): Column => ({ ...column, codes: pickCodes(column.codes, rows) }))
  return { columns, rowCount: rows.length }
}

/** Positions (from 0) of the rows that the mask chooses, or with `not` of the others. */
export function rowsOfMask(mask: RowMask, not = false): Uint32Array {
  const wanted = not ? 0 : 1
  let count = 0
  for (const chosen of mask) if (chosen === wanted) count++
  const rows = new Uint32Array(count)
  let next = 0
  for (let row = 0; row < mask.length; row++) if (mask[row] === wanted) rows[next++] = row
  return rows
}
