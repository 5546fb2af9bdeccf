import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsOfMask, selectRows } from '../../src/table/select-rows.ts'
import { textRows } from '../../src/table/table.ts'
import { numbers, smallTable } from '../small-table.ts'

describe('selectRows', () => {
  const table = smallTable({ A: ['a', null, 'c'], B: numbers('1', 'x', '3') })

  it('takes rows in the given order, twice if asked', () => {
    const after = selectRows(table, Uint32Array.of(2, 0, 2))
    expect(textRows(after)).toEqual([
      ['c', '3'],
      ['a', '1'],
      ['c', '3'],
    ])
    expect(after.columns[1]!.dictionary).toBe(table.columns[1]!.dictionary)
  })

  it('can take none and keeps the columns', () => {
    const after = selectRows(table, new Uint32Array(0))
    expect(after).toMatchObject({ rowCount: 0, columns: [{ name: 'A' }, { name: 'B', type: 'number' }] })
  })

  it('finds each row in the mask or in its contrary', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (wanted) => {
        const mask = Uint8Array.from(wanted, (chosen) => (chosen ? 1 : 0))
        const positions = wanted.map((_, row) => row)
        expect([...rowsOfMask(mask)]).toEqual(positions.filter((row) => wanted[row]))
        expect([...rowsOfMask(mask, true)]).toEqual(positions.filter((row) => !wanted[row]))
      }),
    )
  })
})
