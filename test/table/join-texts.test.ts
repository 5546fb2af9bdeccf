import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinationsOf } from '../../src/table/combinations.ts'
import { joinTexts } from '../../src/table/join-texts.ts'
import { cellValue } from '../../src/table/column.ts'
import { smallTable } from '../small-table.ts'

describe('combinationsOf', () => {
  it('numbers what is different differently and what is the same alike, by first row', () => {
    const cell = fc.integer({ min: 0, max: 60 })
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 3000 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 3 }), (cells, width) => {
        const table = smallTable(
          Object.fromEntries(
            Array.from({ length: width }, (_, k) => [
              `c${k}`,
              cells.map((row) => (row[k] === 0 ? null : String(row[k]))),
            ]),
          ),
        )
        const { numbers, firstRows } = combinationsOf(table.columns)
        const first = new Map<string, number>()
        const keys = cells.map((row) => row.slice(0, width).join())
        keys.forEach((key, row) => {
          if (!first.has(key)) first.set(key, row)
        })
        expect([...firstRows]).toEqual([...first.values()])
        expect(Array.from(numbers, (number) => firstRows[number])).toEqual(keys.map((key) => first.get(key)))
      }),
      { numRuns: 20 },
    )
  })
})

describe('combinationsOf a great many rows', () => {
  it('takes no two different combinations for one', () => {
    const side = 600
    const cells = Array.from({ length: side * side }, (_, row) => row)
    const table = smallTable({
      A: cells.map((row) => String(row % side)),
      B: cells.map((row) => String(Math.floor(row / side))),
    })
    const { numbers, firstRows } = combinationsOf(table.columns)
    expect(firstRows.length).toBe(side * side)
    expect(numbers.every((number, row) => number === row)).toBe(true)
  })
})

describe('joinTexts', () => {
  it('copes with texts longer than its first buffer', () => {
    const long = 'é'.repeat(1000)
    const [column] = smallTable({ A: [long, null] }).columns
    const joined = joinTexts('x', [long, column!, '!'], 2)
    expect(cellValue(joined, 0)).toBe(`${long}${long}!`)
    expect(cellValue(joined, 1)).toBe(`${long}!`)
  })

  it('makes a blank column of no text, for any number of rows', () => {
    expect([...joinTexts('x', [], 3).codes]).toEqual([0, 0, 0])
    expect(joinTexts('x', ['a'], 0).codes.length).toBe(0)
  })
})
