import { describe, expect, it } from 'vitest'
import { appendRows } from '../../src/steps/append-rows.ts'
import type { Applied } from '../../src/steps/outcome.ts'
import { sortRows } from '../../src/steps/sort-rows.ts'
import { summarise } from '../../src/steps/summarise.ts'
import { cellText } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import { changesOf } from '../../workers/engine/changes.ts'
import { numbers, smallTable, surroundings } from '../small-table.ts'

const quietly = (): Promise<void> => Promise.resolve()

async function shown(before: Table, applied: Applied | Promise<Applied>) {
  const { table, outcome, origins = null } = await applied
  const run = { state: 'done' as const, without: [], table, outcome, origins, problem: null, params: {} }
  const changes = await changesOf(before, run, quietly)
  const rows = Array.from({ length: changes.rowCount }, (_, row) =>
    changes.columns.map(({ column }) => cellText(column, row)),
  )
  return { ...changes, rows }
}

describe('a step in preparation', () => {
  it('that sorts shows the rows where they would be, and those that move', async () => {
    const table = smallTable({ N: numbers('1', '3', '2') })
    const { rows, changed, changedRows } = await shown(
      table,
      sortRows.apply(table, { keys: [{ column: 'N' }] }, surroundings()),
    )
    expect(rows).toEqual([['1'], ['2'], ['3']])
    expect([...changed!]).toEqual([0, 1, 1])
    expect(changedRows).toBe(2)
  })

  it('that adds rows shows which are new', async () => {
    const table = smallTable({ A: ['a', 'b'] })
    const { rows, changed, columns } = await shown(
      table,
      appendRows.apply(
        table,
        { reference: { sheet: 'B' }, origin: 'o' },
        surroundings({ B: smallTable({ A: ['c'] }) }),
      ),
    )
    expect(rows).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', 'B'],
    ])
    expect([...changed!]).toEqual([0, 0, 1])
    expect(columns.map(({ change }) => change)).toEqual([null, 'added'])
  })

  it('that totals shows the totals, even under the name of the column that they are of', async () => {
    const table = smallTable({ S: ['a', 'a', 'b'], M: numbers('1', '2', '4') })
    const params = { by: ['S'], summaries: [{ how: 'sum' as const, of: 'M', name: 'M' }] }
    const { rows, removed } = await shown(table, summarise.apply(table, params, surroundings()))
    expect(rows).toEqual([
      ['a', '3'],
      ['b', '4'],
    ])
    expect(removed).toBeNull()
  })
})
