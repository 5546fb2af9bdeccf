import { expect, test } from 'vitest'
import { editCell } from '../../src/steps/edit-cell.ts'
import { toNumber } from '../../src/steps/to-number.ts'
import { tableFromRows, tableRows } from '../../src/table/table.ts'
import { Decimal, Unconverted } from '../../src/table/value.ts'
import { surroundings } from '../small-table.ts'

const start = tableFromRows(
  ['n', 'm'],
  [
    ['a', '1'],
    ['a', '2'],
    [null, '3'],
  ],
)
const edit = (column: string, row: number, from: string, to: string, table = start) =>
  Promise.resolve(editCell.apply(table, { column, row, from, to }, surroundings()))

test('only that cell changes, not the others with the same value', async () => {
  const { table, outcome } = await edit('n', 2, 'a', 'b')
  expect([...tableRows(table)].map(([n]) => n)).toEqual(['a', 'b', null])
  expect(outcome.changedCells).toBe(1)
  expect(table.columns[1]).toBe(start.columns[1])
})

test('a blank can be filled and a cell can be made blank', async () => {
  const filled = await edit('n', 3, '', 'c')
  const emptied = await edit('n', 1, 'a', '', filled.table)
  expect([...tableRows(emptied.table)].map(([n]) => n)).toEqual([null, 'a', 'c'])
})

test('a cell that holds something else, or is not there, is left surroundings() and reported', async () => {
  for (const [row, from] of [
    [1, 'z'],
    [3, 'a'],
    [9, 'a'],
  ] as const) {
    const { table, outcome } = await edit('n', row, from, 'b')
    expect(table).toBe(start)
    expect(outcome.failures.map(({ code }) => code)).toEqual(['not-found'])
    expect(outcome.remarks).toHaveLength(1)
  }
})

test('in a column of numbers the new value is a number, or is marked', async () => {
  const numbers = await toNumber.apply(start, { columns: ['m'] }, surroundings())
  const good = await edit('m', 1, '1', '1 000,50', numbers.table)
  expect([...tableRows(good.table)][0]?.[1]).toEqual(new Decimal('1000.50'))
  const bad = await edit('m', 1, '1', 'mille', numbers.table)
  expect([...tableRows(bad.table)][0]?.[1]).toEqual(new Unconverted('mille'))
  expect(bad.outcome.failures.map(({ code }) => code)).toEqual(['unconverted'])
})

test('the sentence says which cell', () => {
  expect(editCell.sentence.fr({ column: 'n', row: 12, from: '', to: 'b' })).toBe(
    'Corriger la cellule de «\u00a0n\u00a0», ligne\u00a012\u00a0: vide devient «\u00a0b\u00a0»',
  )
})
