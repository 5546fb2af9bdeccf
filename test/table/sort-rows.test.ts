import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selectRows } from '../../src/table/select-rows.ts'
import { sortedRows, type SortKey } from '../../src/table/sort-rows.ts'
import { textRows, type Table } from '../../src/table/table.ts'
import { dates, numbers, smallTable } from '../small-table.ts'

const sorted = (table: Table, ...keys: SortKey[]) => textRows(selectRows(table, sortedRows(table, keys)))
const firstOf = (table: Table, ...keys: SortKey[]) => sorted(table, ...keys).map(([cell]) => cell)

describe('sortedRows', () => {
  it('puts numbers by value, then what is no number, then blanks, whichever way', () => {
    const table = smallTable({
      N: numbers('10', null, '9.5', 'inconnu', '-2', 'abc', '9.50', '100000000000000000000'),
    })
    expect(firstOf(table, { column: 'N' })).toEqual([
      '-2',
      '9.5',
      '9.50',
      '10',
      '100000000000000000000',
      'abc',
      'inconnu',
      null,
    ])
    expect(firstOf(table, { column: 'N', descending: true })).toEqual([
      '100000000000000000000',
      '10',
      '9.5',
      '9.50',
      '-2',
      'abc',
      'inconnu',
      null,
    ])
  })

  it('puts texts without regard to case and accents first', () => {
    const table = smallTable({ A: ['zèbre', 'Été', 'abc', null, 'ete', 'Abc'] })
    expect(firstOf(table, { column: 'A' })).toEqual(['Abc', 'abc', 'ete', 'Été', 'zèbre', null])
    const days = smallTable({ D: dates('2021-01-10', null, '2020-12-31') })
    expect(firstOf(days, { column: 'D', descending: true })).toEqual(['2021-01-10', '2020-12-31', null])
  })

  const rows = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'É', null), fc.constantFrom('1', '2.50', '2.5', '-3', 'x', null)),
    { maxLength: 200 },
  )
  const table = (cells: readonly (readonly [string | null, string | null])[]) =>
    smallTable({ A: cells.map(([a]) => a), N: numbers(...cells.map(([, n]) => n)) })
  const keys: SortKey[] = [{ column: 'A', descending: true }, { column: 'N' }]

  it('keeps each row once, and rows that are alike in their order', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const order = [...sortedRows(table(cells), keys)]
        expect(order.toSorted((a, b) => a - b)).toEqual(cells.map((_, row) => row))
        const like = (row: number) => {
          const [a, n] = cells[row]!
          return `${a} ${n === null || n === 'x' ? n : Number(n)}`
        }
        order.forEach((row, at) => {
          if (at > 0 && like(order[at - 1]!) === like(row)) expect(order[at - 1]).toBeLessThan(row)
        })
        const kinds = new Set(order.map(like))
        expect(order.filter((row, at) => at === 0 || like(order[at - 1]!) !== like(row)).length).toBe(
          kinds.size,
        )
      }),
    )
  })

  it('finds the same first rows without sorting the others', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 12 }), (cells, limit) => {
        const whole = sortedRows(table(cells), keys)
        expect([...sortedRows(table(cells), keys, limit)]).toEqual([...whole.subarray(0, limit)])
      }),
    )
  })
})
