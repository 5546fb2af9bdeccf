import { combinationsOf, type Combinations } from './combinations.ts'
import { countColumn, sumColumn } from './group-sums.ts'
import { selectRows } from './select-rows.ts'
import { columnNamed, insertColumns, type Table } from './table.ts'

export interface GroupPlan {
  /** Columns whose values make a group; the new table has them first, in this order. */
  by: readonly string[]
  /** New number columns, each the exact sum of a number column. */
  sums: readonly { of: string; name: string }[]
  /** A new number column that counts the rows of each group. */
  count?: string
}

export interface Grouped {
  table: Table
  /** For each row of the table before, the row of the new one that it went into, from 0. */
  groups: Uint32Array
}

/**
 * One row for each combination of values, in the order in which they first occur; blanks make a group like any value. Blank and
 * unconverted cells count for nothing in a sum, which is blank where no cell of the group is a number. Throws Problem `missing-column`,
 * or `duplicate-column` if a new column has the name of another.
 */
export function groupRows(table: Table, { by, sums, count }: GroupPlan): Grouped {
  const keys = by.map((name) => columnNamed(table, name))
  const all = keys.length === 0 ? oneGroup(table.rowCount) : combinationsOf(keys)
  const made = sums.map(({ of, name }) => sumColumn(columnNamed(table, of), name, all))
  if (count !== undefined) made.unshift(countColumn(count, all))
  const grouped = selectRows({ columns: keys, rowCount: table.rowCount }, all.firstRows)
  return { table: insertColumns(grouped, made), groups: all.numbers }
}

const oneGroup = (rowCount: number): Combinations => ({
  numbers: new Uint32Array(rowCount),
  firstRows: new Uint32Array(Math.min(1, rowCount)),
})
