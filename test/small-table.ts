import { Decimal, PlainDate, type ColumnType, type Value } from '../src/table/value.ts'
import { ColumnBuilder, type Column } from '../src/table/column.ts'
import { tableOf, textRows, type Table } from '../src/table/table.ts'
import type { StepContext } from '../src/steps/step-context.ts'

/** Cells of a typed column; a plain array is a column of texts. `null` is a blank. */
interface TypedCells {
  type: ColumnType
  cells: readonly Value[]
}

/** A column of numbers; a text that is not a canonical number stays as unconverted text. */
export const numbers = (...texts: (string | null)[]): TypedCells => ({
  type: 'number',
  cells: texts.map((text) => (text !== null && /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : text)),
})

/** A column of dates written YYYY-MM-DD. */
export const dates = (...texts: (string | null)[]): TypedCells => ({
  type: 'date',
  cells: texts.map((text) => (text === null ? null : new PlainDate(text))),
})

/** A small table, column by column. */
export function smallTable(
  columns: Readonly<Record<string, readonly (string | null)[] | TypedCells>>,
): Table {
  const built = Object.entries(columns).map(([name, given]): Column => {
    const { type, cells } = 'type' in given ? given : { type: 'text' as const, cells: given }
    const builder = new ColumnBuilder(type)
    for (const cell of cells) builder.addValue(cell)
    return builder.finish(name)
  })
  return tableOf(built)
}

/** What a small table shows: its columns' names, then its rows as texts. */
export const shown = (table: Table): { columns: string[]; rows: (string | null)[][] } => ({
  columns: table.columns.map(({ name }) => name),
  rows: textRows(table),
})

/** Surroundings of a step under test: other sheets by name, and progress that goes nowhere. */
export const surroundings = (sheets: Readonly<Record<string, Table>> = {}): StepContext => ({
  sheet: (name) =>
    sheets[name] === undefined
      ? Promise.reject(new Error(`no sheet ${name}`))
      : Promise.resolve(sheets[name]),
  progress: () => Promise.resolve(),
})
