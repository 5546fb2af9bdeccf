import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reorderColumns } from '../../src/steps/reorder-columns.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'

describe('reorder-columns', () => {
  const table = smallTable({ A: ['1'], B: [null], C: numbers('x'), D: ['4'] })

  it('puts the named columns first, in their order, and the others after in theirs', async () => {
    const { table: after, outcome } = await reorderColumns.apply(
      table,
      { columns: ['D', 'B'] },
      surroundings(),
    )
    expect(shown(after)).toEqual({ columns: ['D', 'B', 'A', 'C'], rows: [['4', null, '1', 'x']] })
    expect(outcome).toMatchObject({ addedColumns: [], removedColumns: [], remarks: [] })
  })

  it('puts them last when the others come before', async () => {
    const params = { columns: ['B', 'A'], rest: 'before' as const }
    const { table: after } = await reorderColumns.apply(table, params, surroundings())
    expect(shown(after).columns).toEqual(['C', 'D', 'B', 'A'])
  })

  it('says so when the order was right already', async () => {
    const { outcome } = await reorderColumns.apply(table, { columns: ['A', 'B'] }, surroundings())
    expect(outcome.remarks).toHaveLength(1)
  })

  it('loses and repeats no column, whatever the order', async () => {
    const names = ['A', 'B', 'C', 'D']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...names), { minLength: 1 }),
        fc.constantFrom('after' as const, 'before' as const, undefined),
        async (columns, rest) => {
          const params = { columns, rest }
          const { table: after } = await reorderColumns.apply(table, params, surroundings())
          expect(shown(after).columns.toSorted()).toEqual(names)
          expect(reorderColumns.columnsAfter(params, names)).toEqual(shown(after).columns)
        },
      ),
    )
  })

  it('says what it does in both languages', () => {
    expect(reorderColumns.sentence.fr({ columns: ['A', 'B'] })).toBe(
      'Placer «\u00a0A\u00a0» et «\u00a0B\u00a0» au début',
    )
    expect(reorderColumns.sentence.en({ columns: ['A'], rest: 'before' })).toBe('Put “A” at the end')
  })
})
