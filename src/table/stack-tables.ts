import { emptyCodes } from './codes.ts'
import type { Column } from './column.ts'
import { DictionaryBuilder } from './dictionary.ts'
import { blankColumn } from './fill-cells.ts'
import { columnNames, findColumn, tableOf, type Table } from './table.ts'

/** A table with a name that tells its rows from those of others. */
export interface NamedTable {
  name: string
  table: Table
}

/** Columns that one table has and the other has not; none where one can be put below the other. */
export const differingColumns = (a: Table, b: Table): string[] => [
  ...columnNames(a).filter((name) => findColumn(b, name) === undefined),
  ...columnNames(b).filter((name) => findColumn(a, name) === undefined),
]

/**
 * Tables of texts one below the other, columns matched by name in the order in which they are first met; cells of a table that
 * lacks a column are blank. A first column says which table a row comes from. It takes `origin` as its name, with a number where a column is called so already.
 */
export function stackTables(tables: readonly NamedTable[], origin: string): Table {
  const rowCount = tables.reduce((sum, { table }) => sum + table.rowCount, 0)
  const names = [...new Set(tables.flatMap(({ table }) => columnNames(table)))]
  let originName = origin
  for (let n = 2; names.includes(originName); n++) originName = `${origin} (${n})`
  const columns = names.map((name) =>
    stackColumns(
      tables.map(({ table }) => findColumn(table, name) ?? blankColumn(name, 'text', table.rowCount)),
      rowCount,
    ),
  )
  return tableOf([originColumn(tables, originName, rowCount), ...columns], rowCount)
}

function originColumn(tables: readonly NamedTable[], name: string, rowCount: number): Column {
  const builder = new DictionaryBuilder()
  const codes = emptyCodes(rowCount, tables.length + 1)
  let row = 0
  for (const { name: own, table } of tables) {
    codes.fill(builder.addText(own), row, row + table.rowCount)
    row += table.rowCount
  }
  return { name, type: 'text', codes, dictionary: builder.finish() }
}

function stackColumns(parts: readonly Column[], rowCount: number): Column {
  const builder = new DictionaryBuilder()
  const codeOf = parts.map(({ dictionary }) => builder.addDictionary(dictionary, false))
  const codes = emptyCodes(rowCount, builder.size)
  let row = 0
  parts.forEach((part, index) => {
    const mapped = codeOf[index]!
    for (const code of part.codes) codes[row++] = mapped[code]!
  })
  return { name: parts[0]?.name ?? '', type: 'text', codes, dictionary: builder.finish() }
}
