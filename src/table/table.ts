import { Problem } from '../problem/problem.ts'
import { cellValue, ColumnBuilder, type Column } from './column.ts'
import { valueText, type Value } from './value.ts'

/** Immutable columns of equal length, with distinct names that are not blank. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rowCount: number
}

/** A table of these columns. Throws Problem `duplicate-column` or `blank-column-name`. */
export function tableOf(columns: readonly Column[], rowCount = columns[0]?.codes.length ?? 0): Table {
  const seen = new Set<string>()
  for (const { name } of columns) {
    if (name.trim() === '') throw new Problem('blank-column-name', {})
    if (seen.has(name)) throw new Problem('duplicate-column', { column: name })
    seen.add(name)
  }
  return { columns, rowCount }
}

export const columnNames = (table: Table): string[] => table.columns.map((column) => column.name)

export const findColumn = (table: Table, name: string): Column | undefined =>
  table.columns.find((column) => column.name === name)

/** The column of that name. Throws Problem `missing-column`. */
export function columnNamed(table: Table, name: string): Column {
  const column = findColumn(table, name)
  if (column === undefined) throw new Problem('missing-column', { column: name, columns: columnNames(table) })
  return column
}

/** The same table with columns exchanged for others, matched by position of the name given as key. */
export function replaceColumns(table: Table, replacements: ReadonlyMap<string, Column>): Table {
  if (replacements.size === 0) return table
  return tableOf(
    table.columns.map((column) => replacements.get(column.name) ?? column),
    table.rowCount,
  )
}

/** The same table with a column put in at a position (at the end if none is given). */
export function insertColumns(
  table: Table,
  columns: readonly Column[],
  position = table.columns.length,
): Table {
  return tableOf(table.columns.toSpliced(position, 0, ...columns), table.rowCount)
}

/** Builds a text table from rows of cells, `null` for a blank; short rows are filled with blanks. */
export function tableFromRows(names: readonly string[], rows: Iterable<readonly (string | null)[]>): Table {
  const builders = names.map(() => new ColumnBuilder())
  let rowCount = 0
  for (const row of rows) {
    builders.forEach((builder, index) => builder.addText(row[index] ?? null))
    rowCount++
  }
  return tableOf(
    builders.map((builder, index) => builder.finish(names[index]!)),
    rowCount,
  )
}

/** The rows of a table as values; for small tables, tests and messages. */
export function* tableRows(table: Table): Generator<Value[]> {
  for (let row = 0; row < table.rowCount; row++) yield table.columns.map((column) => cellValue(column, row))
}

/** The rows of a table as texts, `null` for a blank; for small tables, tests and messages. */
export const textRows = (table: Table): (string | null)[][] =>
  Array.from(tableRows(table), (row) => row.map((value) => (value === null ? null : valueText(value))))
