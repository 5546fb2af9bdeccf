import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { padCodes } from '../../src/steps/pad-codes.ts'
import { textRows } from '../../src/table/table.ts'
import { shown, smallTable, surroundings } from '../small-table.ts'

describe('pad-codes', () => {
  it('completes codes that are too short and counts them, and leaves blanks and other texts as they are', async () => {
    const table = smallTable({
      Code: ['1', '12', '012', '6413', null, '2A', '', ' 1'],
      Autre: Array(8).fill('1') as string[],
    })
    const { table: after, outcome } = await padCodes.apply(
      table,
      { columns: ['Code'], length: 3 },
      surroundings(),
    )
    expect(textRows(after).map(([code]) => code)).toEqual(['001', '012', '012', '6413', null, '2A', '', ' 1'])
    expect(outcome).toMatchObject({ changedCells: 2, rowsAfter: 8, failures: [] })
    expect(after.columns[1]).toBe(table.columns[1])
  })

  it('works on several columns, with another character, in the chosen rows only', async () => {
    const table = smallTable({ A: ['1', '1'], B: ['2', '2'], Sens: ['D', 'R'] })
    const { table: after, outcome } = await padCodes.apply(
      table,
      { columns: ['A', 'B'], length: 2, fill: 'x', where: { column: 'Sens', in: ['R'] } },
      surroundings(),
    )
    expect(shown(after).rows).toEqual([
      ['1', '2', 'D'],
      ['x1', 'x2', 'R'],
    ])
    expect(outcome.changedCells).toBe(2)
  })

  it('makes no code shorter, loses no digit, and does nothing more the second time', async () => {
    const codes = fc.array(fc.option(fc.stringMatching(/^\d{0,6}$/)), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(codes, fc.integer({ min: 1, max: 8 }), async (cells, length) => {
        const params = { columns: ['A'], length }
        const once = await padCodes.apply(smallTable({ A: cells }), params, surroundings())
        textRows(once.table).forEach(([code], row) => {
          const before = cells[row]
          if (before === null || before === '') expect(code).toBe(before)
          else {
            expect(code!.length).toBe(Math.max(before!.length, length))
            expect(Number(code)).toBe(Number(before))
          }
        })
        const twice = await padCodes.apply(once.table, params, surroundings())
        expect(twice.outcome.changedCells).toBe(0)
        expect(twice.table.columns[0]).toBe(once.table.columns[0])
      }),
    )
  })

  it('refuses a length of nothing and more than one character to add', () => {
    expect(v.is(padCodes.schema, { columns: ['A'], length: 0 })).toBe(false)
    expect(v.is(padCodes.schema, { columns: ['A'], length: 3, fill: 'ab' })).toBe(false)
    expect(v.is(padCodes.schema, { columns: ['A'], length: 3, autre: 1 })).toBe(false)
    expect(v.is(padCodes.schema, { columns: ['A'], length: 3 })).toBe(true)
  })

  it('goes on without one of its columns, not without that of its condition', () => {
    const params = { columns: ['A', 'B'], length: 3, where: { column: 'C', is: 'blank' as const } }
    expect(padCodes.reads(params)).toEqual(['A', 'B', 'C'])
    expect(padCodes.without(params, 'A')).toMatchObject({ columns: ['B'], length: 3 })
    expect(padCodes.without(params, 'C')).toBeNull()
  })

  it('says what it does in both languages', () => {
    expect(padCodes.sentence.fr({ columns: ['A', 'B'], length: 3 })).toBe(
      'Compléter «\u00a0A\u00a0» et «\u00a0B\u00a0» à 3\u00a0caractères',
    )
    expect(padCodes.sentence.en({ columns: ['A'], length: 1 })).toBe('Pad “A” to 1\u00a0character')
  })
})
