import { ColumnBuilder, type Column } from '../../src/table/column.ts'

export function columnOf(values: readonly (string | null)[], name = 'v'): Column {
  const builder = new ColumnBuilder()
  for (const value of values) builder.addText(value)
  return builder.finish(name)
}
