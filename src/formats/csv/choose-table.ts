import { Problem } from '../../problem/problem.ts'
import { cellText, type Column } from '../../table/column.ts'
import { BLANK } from '../../table/dictionary.ts'
import { selectRows } from '../../table/select-rows.ts'
import { tableOf, type Table } from '../../table/table.ts'
import { columnNamesOf } from '../column-names.ts'
import type { StackedTable } from './stacked-tables.ts'

/** `all`: one after the other, titles and repeated names set aside; `rows`: every line as a row; a number (from 1): that one alone. */
export type TableChoice = 'all' | 'rows' | number

export interface ChosenTable {
  table: Table
  /** Where a row of the whole went, counted from 0; `null` if it was set aside. */
  newRow(row: number): number | null
}

/** The table or tables that a person wants of those stacked in a file. Throws Problem `bad-option` if there is no such table. */
export function chooseTable(
  whole: Table,
  stacked: readonly StackedTable[],
  choice: TableChoice,
): ChosenTable {
  if (choice === 'all') {
    if (stacked.length === 0) return { table: whole, newRow: (row) => row }
    const aside = new Uint8Array(whole.rowCount)
    for (const { breakRow, namesRow, namesRows, sameNames } of stacked) {
      aside.fill(1, breakRow, sameNames ? namesRow + namesRows : namesRow)
    }
    return keepRows(whole, (row) => aside[row] === 0)
  }
  if (choice === 'rows') return { table: whole, newRow: (row) => row }
  const part = partsOf(whole, stacked)[choice - 1]
  if (part === undefined) throw new Problem('bad-option', { option: 'table', value: String(choice) })
  const kept = keepRows(whole, (row) => row >= part.from && row < part.to)
  if (part.names === null) return kept
  const columns = kept.table.columns.filter(
    (column, index) => part.names![index]!.trim() !== '' || column.codes.some((code) => code !== BLANK),
  )
  const names = columnNamesOf(
    columns.map((column) => part.names![kept.table.columns.indexOf(column)]!),
    columns.length,
  )
  const named = columns.map(({ type, codes, dictionary }, index): Column => ({
    type,
    codes,
    dictionary,
    ...names[index]!,
  }))
  return { ...kept, table: tableOf(named, kept.table.rowCount) }
}

/** Rows of each table, and its own names unless they are those of the first. */
export interface TablePart {
  from: number
  to: number
  title: string | null
  names: string[] | null
}

export function partsOf({ columns, rowCount }: Table, stacked: readonly StackedTable[]): TablePart[] {
  const ends = [...stacked.map(({ breakRow }) => breakRow), rowCount]
  return ends.map((to, index) => {
    const start = stacked[index - 1]
    if (start === undefined) return { from: 0, to, title: null, names: null }
    const { namesRow, namesRows, sameNames, title } = start
    const names = sameNames ? null : columns.map((column) => cellText(column, namesRow))
    return { from: namesRow + namesRows, to, title, names }
  })
}

function keepRows(whole: Table, isKept: (row: number) => boolean): ChosenTable {
  const newRows = new Int32Array(whole.rowCount).fill(-1)
  const rows = new Uint32Array(whole.rowCount)
  let count = 0
  for (let row = 0; row < whole.rowCount; row++) {
    if (!isKept(row)) continue
    newRows[row] = count
    rows[count++] = row
  }
  return {
    table: selectRows(whole, rows.slice(0, count)),
    newRow: (row) => {
      const place = newRows[row] ?? -1
      return place < 0 ? null : place
    },
  }
}
