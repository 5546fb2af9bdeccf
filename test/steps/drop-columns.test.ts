import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dropColumns } from '../../src/steps/drop-columns.ts'
import { renameColumns } from '../../src/steps/rename-columns.ts'
import { reorderColumns } from '../../src/steps/reorder-columns.ts'
import { tableFromRows } from '../../src/table/table.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'
import { hasShared, shared } from '../shared-folder.ts'

describe('drop-columns', () => {
  const table = smallTable({ A: ['1', null], B: numbers('x', '2'), C: [null, null] })

  it('leaves the named columns out, says so, and shares the others', async () => {
    const { table: after, outcome } = await dropColumns.apply(table, { columns: ['A', 'C'] }, surroundings())
    expect(shown(after)).toEqual({ columns: ['B'], rows: [['x'], ['2']] })
    expect(after.columns[0]).toBe(table.columns[1])
    expect(outcome).toMatchObject({
      removedColumns: ['A', 'C'],
      addedColumns: [],
      rowsAfter: 2,
      changedCells: 0,
    })
  })

  it('keeps the number of rows and says so when no column is left', async () => {
    const { table: after, outcome } = await dropColumns.apply(
      table,
      { columns: ['A', 'B', 'C'] },
      surroundings(),
    )
    expect(after).toEqual({ columns: [], rowCount: 2 })
    expect(outcome.remarks).toHaveLength(1)
  })

  it('tells the columns after it without data, and goes on without a missing one', () => {
    expect(dropColumns.columnsAfter({ columns: ['B'] }, ['A', 'B', 'C'])).toEqual(['A', 'C'])
    expect(dropColumns.without({ columns: ['A', 'B'] }, 'A')).toEqual({ columns: ['B'] })
    expect(dropColumns.without({ columns: ['A'] }, 'A')).toBeNull()
  })

  it('says what it does in both languages', () => {
    expect(dropColumns.sentence.fr({ columns: ['A'] })).toBe('Supprimer la colonne «\u00a0A\u00a0»')
    expect(dropColumns.sentence.en({ columns: ['A'] })).toBe('Remove column “A”')
    expect(dropColumns.sentence.fr({ columns: ['A', 'B', 'C', 'D'] })).toBe('Supprimer 4\u00a0colonnes')
  })
})

describe.skipIf(!hasShared)('columns renamed, ordered and dropped as in OpenRefine', () => {
  it('gives the same table', async () => {
    const recorded = JSON.parse(readFileSync(shared('oracles/operations.json'), 'utf8')) as Record<
      string,
      {
        input: { columns: string[]; rows: (string | null)[][] }
        operations: {
          oldColumnName?: string
          newColumnName?: string
          columnNames?: string[]
          columnName?: string
        }[]
        output: unknown
      }
    >
    const { input, operations, output } = recorded['rename-reorder-remove']!
    let table = tableFromRows(input.columns, input.rows)
    for (const { oldColumnName, newColumnName, columnNames, columnName } of operations) {
      if (oldColumnName !== undefined && newColumnName !== undefined)
        table = (
          await renameColumns.apply(table, { names: { [oldColumnName]: newColumnName } }, surroundings())
        ).table
      else if (columnNames !== undefined) {
        table = (await reorderColumns.apply(table, { columns: columnNames }, surroundings())).table
        // There, a column that the order does not name is dropped.
        const unnamed = table.columns.map(({ name }) => name).filter((name) => !columnNames.includes(name))
        if (unnamed.length > 0)
          table = (await dropColumns.apply(table, { columns: unnamed }, surroundings())).table
      } else table = (await dropColumns.apply(table, { columns: [columnName!] }, surroundings())).table
    }
    expect(shown(table)).toEqual(output)
  })
})
