import { columnNamed, replaceColumns, type Table } from '../table/table.ts'
import type { Column } from '../table/column.ts'
import { mapValues, type MapOptions } from '../table/map-values.ts'
import type { Value } from '../table/value.ts'
import { chosenRows, type Condition } from './condition.ts'
import { applied, failuresOf, type Applied, type Failure } from './outcome.ts'
import type { StepContext } from './step-context.ts'

/** A value step: `fn` applied to the distinct values of some columns, in the rows that `where` chooses. */
export const changeColumns = (
  table: Table,
  names: readonly string[],
  fn: (value: Value) => Value,
  context: StepContext,
  options: Parameters<typeof changeEachColumn>[4] = {},
): Promise<Applied> => changeEachColumn(table, names, () => fn, context, options)

interface ChangeOptions extends Pick<MapOptions, 'type' | 'blanks'> {
  where?: Condition | undefined
  /** Makes the `keeps` of `mapValues` for a column. */
  keepsFor?: ((column: Column) => MapOptions['keeps']) | undefined
}

/** The same with a function made for each column, which can look at the column's other values first. */
export async function changeEachColumn(
  table: Table,
  names: readonly string[],
  fnFor: (column: Column) => (value: Value) => Value,
  context: StepContext,
  { where, keepsFor, ...options }: ChangeOptions = {},
): Promise<Applied> {
  const chosen = chosenRows(table, where)
  const replacements = new Map<string, Column>()
  const failures: Failure[] = []
  let changedCells = 0
  for (const [index, name] of names.entries()) {
    await context.progress(index / names.length)
    const column = columnNamed(table, name)
    const mapped = mapValues(column, fnFor(column), { ...options, chosen, keeps: keepsFor?.(column) })
    replacements.set(name, mapped.column)
    failures.push(...failuresOf('unconverted', name, mapped.unconverted))
    changedCells += mapped.changedCells
  }
  return applied(table, replaceColumns(table, replacements), { changedCells, failures })
}
