import { zeroKindOf } from '../steps/zero-kinds.ts'
import type { Column } from '../table/column.ts'
import type { Table } from '../table/table.ts'
import { DIGITS, surveyColumn, ZERO_DIGITS } from './survey-column.ts'

/** Part of the filled cells that must be digits alone. */
const DIGITS_ALONE = 0.9

/** The column of chapters or articles of a budget: known by its name, and made of digits. */
export function budgetColumn(table: Table, kind: 'chapter' | 'article'): Column | undefined {
  return table.columns.find((column) => {
    if (column.type !== 'text' || zeroKindOf(column.name) !== kind) return false
    const { cells, filled } = surveyColumn(column)
    return filled > 0 && cells[DIGITS]! + cells[ZERO_DIGITS]! >= filled * DIGITS_ALONE
  })
}
