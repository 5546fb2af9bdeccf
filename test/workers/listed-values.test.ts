import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsWhere } from '../../src/steps/condition.ts'
import { folded } from '../../src/steps/folded.ts'
import { ListedValues } from '../../workers/engine/listed-values.ts'
import { dates, numbers, smallTable } from '../small-table.ts'

const listed = (column: Parameters<typeof smallTable>[0][string]) =>
  new ListedValues(smallTable({ A: column }).columns[0]!)

describe('the values of a column', () => {
  it('come most frequent first, or in the order that sorting gives, blanks told from texts', () => {
    const values = listed(['b', 'É', 'b', null, 'e', null, null])
    expect(values.page({}).values).toEqual([
      { text: '', cells: 3, blank: true },
      { text: 'b', cells: 2 },
      { text: 'É', cells: 1 },
      { text: 'e', cells: 1 },
    ])
    expect(values.page({ sort: 'name' }).values.map(({ text }) => text)).toEqual(['b', 'e', 'É', ''])
    const lots = listed(['Lot 10', 'Lot 2', 'lot 1']).page({ sort: 'name' }).values
    expect(lots.map(({ text }) => text)).toEqual(['lot 1', 'Lot 2', 'Lot 10'])
    const amounts = listed(numbers('10', '9', 'n.c.', '-1'))
    expect(amounts.page({ sort: 'name' }).values).toEqual([
      { text: '-1', cells: 1 },
      { text: '9', cells: 1 },
      { text: '10', cells: 1 },
      { text: 'n.c.', cells: 1, unconverted: true },
    ])
  })

  it('are given page by page, each once, with how many there are', () => {
    const values = listed(['a', 'b', 'c', 'd', 'e'])
    const pages = [0, 2, 4].map((from) => values.page({ sort: 'name', from, limit: 2 }))
    expect(pages.flatMap((page) => page.values.map(({ text }) => text))).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5])
  })

  it('are found while a search is typed and taken back, as texts compared without case and accents', () => {
    const word = fc.array(fc.constantFrom('a', 'É', 'e', 'o', 'œ', ' '), { maxLength: 4 })
    const text = word.map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), fc.array(text, { maxLength: 4 }), (texts, typed) => {
        const values = listed(texts)
        for (const search of typed.flatMap((whole) => [whole.slice(0, 1), whole])) {
          const expected = new Set(texts.filter((own) => folded(own).includes(folded(search))))
          expect(new Set(values.page({ search }).values.map((value) => value.text))).toEqual(expected)
        }
      }),
    )
  })
})

describe('the spread of a column', () => {
  it('tells the ends, the middle and ranges that choose as many rows as they say, and all rows together', () => {
    const amount = fc.oneof(
      fc.constantFrom(null, 'x'),
      fc.integer({ min: -500, max: 500 }).map((cents) => (cents / 100).toFixed(2)),
      fc.integer({ min: 0, max: 10_000_000 }).map(String),
    )
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 60 }), (cells) => {
        const table = smallTable({ A: numbers(...cells) })
        const own = cells.filter((cell) => cell !== null && cell !== 'x').map(Number)
        const spread = new ListedValues(table.columns[0]!).spread()
        expect(spread === null).toBe(own.length === 0)
        if (own.length === 0) return
        expect(Number(spread!.smallest)).toBe(Math.min(...own))
        expect(Number(spread!.largest)).toBe(Math.max(...own))
        const sorted = own.toSorted((a, b) => a - b)
        expect(Number(spread!.middle)).toBe(sorted[Math.ceil(sorted.length / 2) - 1])
        expect(spread!.ranges.reduce((sum, range) => sum + range.cells, 0)).toBe(own.length)
        expect(spread!.ranges.length).toBeLessThan(20)
        for (const range of spread!.ranges)
          expect(rowsWhere(table, range.test).reduce((sum, mark) => sum + mark, 0)).toBe(range.cells)
      }),
    )
  })

  it('goes by year for days, and is none for texts', () => {
    const days = smallTable({ A: dates('2021-03-01', '2020-12-31', null, '2021-01-01') })
    const spread = new ListedValues(days.columns[0]!).spread()
    expect(spread).toMatchObject({ smallest: '2020-12-31', middle: '2021-01-01', largest: '2021-03-01' })
    expect(spread!.ranges.map(({ from, to, cells }) => [from, to, cells])).toEqual([
      ['2020-12-31', '2020-12-31', 1],
      ['2021-01-01', '2021-03-01', 2],
    ])
    expect([...rowsWhere(days, spread!.ranges[1]!.test)]).toEqual([1, 0, 0, 1])
    expect(listed(['1', '2']).spread()).toBeNull()
  })
})
