import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnTotal } from '../../src/table/decimal-sum.ts'
import { groupRows } from '../../src/table/group-rows.ts'
import { columnNamed, textRows } from '../../src/table/table.ts'
import { numbers, shown, smallTable } from '../small-table.ts'

const amount = fc.oneof(
  fc.constant(null),
  fc.constant('inconnu'),
  fc.integer({ min: -99999, max: 99999 }).map((cents) => (cents / 100).toFixed(2)),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
)
const row = fc.tuple(fc.constantFrom('011', '11', null), fc.constantFrom('a', 'b'), amount)

describe('groupRows', () => {
  it('makes one row for each combination, in the order of the rows, blanks being a value', () => {
    const table = smallTable({
      Chapitre: ['65', '011', null, '65'],
      Sens: ['d', 'd', 'r', 'd'],
      Montant: numbers('0.10', '5', '1.5', '0.2'),
    })
    const { table: after, groups } = groupRows(table, {
      by: ['Chapitre', 'Sens'],
      count: 'Lignes',
      sums: [{ of: 'Montant', name: 'Total' }],
    })
    expect(shown(after)).toEqual({
      columns: ['Chapitre', 'Sens', 'Lignes', 'Total'],
      rows: [
        ['65', 'd', '2', '0.30'],
        ['011', 'd', '1', '5.00'],
        [null, 'r', '1', '1.50'],
      ],
    })
    expect([...groups]).toEqual([0, 1, 2, 0])
  })

  it('leaves a sum blank where no cell is a number, and is one row without columns to group by', () => {
    const table = smallTable({ A: numbers('x', null, 'x') })
    expect(textRows(groupRows(table, { by: ['A'], sums: [{ of: 'A', name: 'B' }] }).table)).toEqual([
      ['x', null],
      [null, null],
    ])
    expect(textRows(groupRows(table, { by: [], sums: [], count: 'Lignes' }).table)).toEqual([['3']])
  })

  it('keeps the total to the last digit, however large the numbers, and loses no row', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const table = smallTable({
          A: rows.map(([a]) => a),
          B: rows.map(([, b]) => b),
          N: numbers(...rows.map(([, , n]) => n)),
        })
        const { table: after, groups } = groupRows(table, {
          by: ['A', 'B'],
          count: 'Lignes',
          sums: [{ of: 'N', name: 'Total' }],
        })
        const value = (text: string | null) => Number(text ?? 'no column')
        expect(value(columnTotal(columnNamed(after, 'Lignes')))).toBe(rows.length)
        const plain = (text: string | null) => (text ?? '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
        expect(plain(columnTotal(columnNamed(after, 'Total')))).toBe(
          plain(columnTotal(columnNamed(table, 'N'))),
        )
        const keys = textRows(after).map(([a, b]) => JSON.stringify([a, b]))
        expect(new Set(keys).size).toBe(keys.length)
        rows.forEach(([a, b], at) => expect(keys[groups[at]!]).toBe(JSON.stringify([a, b])))
      }),
    )
  })
})
