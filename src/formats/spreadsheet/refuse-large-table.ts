import { Problem } from '../../problem/problem.ts'
import type { Table } from '../../table/table.ts'
import { MOST_COLUMNS, MOST_ROWS } from './cell-range.ts'

/** Throws Problem `sheet-too-small` for a table that has more rows, names included, or columns than a sheet. */
export function refuseLargeTable({ rowCount, columns }: Table): void {
  if (rowCount + 1 > MOST_ROWS) {
    throw new Problem('sheet-too-small', { what: 'rows', count: rowCount + 1, most: MOST_ROWS })
  }
  if (columns.length > MOST_COLUMNS) {
    throw new Problem('sheet-too-small', { what: 'columns', count: columns.length, most: MOST_COLUMNS })
  }
}
