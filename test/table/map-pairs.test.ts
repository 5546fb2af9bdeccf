import { expect, test } from 'vitest'
import { mapPairs } from '../../src/table/map-pairs.ts'
import { columnNamed, tableFromRows } from '../../src/table/table.ts'
import { cellText } from '../../src/table/column.ts'

const table = tableFromRows(
  ['name', 'town'],
  [
    ['Judo', 'Lyon'],
    ['JUDO', 'Lyon'],
    ['JUDO', 'Nice'],
    [null, 'Lyon'],
    ['JUDO', null],
  ],
)
const name = columnNamed(table, 'name')
const town = columnNamed(table, 'town')
const texts = (column: typeof name) => Array.from(column.codes, (_, row) => cellText(column, row))
const inLyon = (code: number, beside: number) =>
  name.dictionary.text(code) === 'JUDO' && town.dictionary.text(beside) === 'Lyon' ? 'Judo' : undefined

test('a cell changes by its own value and the one beside it, and no other does', () => {
  const { column, changedCells } = mapPairs(name, town, inLyon)
  expect(texts(column)).toEqual(['Judo', 'Judo', 'JUDO', '', 'JUDO'])
  expect(changedCells).toBe(1)
})

test('a blank can be filled and a cell emptied, only in the chosen rows', () => {
  const chosen = Uint8Array.from([0, 1, 1, 1, 0])
  const { column, changedCells } = mapPairs(name, town, (code) => (code === 0 ? 'Danse' : null), chosen)
  expect(texts(column)).toEqual(['Judo', '', '', 'Danse', 'JUDO'])
  expect(changedCells).toBe(3)
})

test('nothing to change gives the same column', () => {
  expect(mapPairs(name, town, () => undefined).column).toBe(name)
})
