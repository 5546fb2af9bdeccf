import { expect, test } from 'vitest'
import { toNumber } from '../../src/steps/to-number.ts'
import { toText } from '../../src/steps/to-text.ts'
import { findColumn, tableFromRows, tableRows } from '../../src/table/table.ts'
import { surroundings } from '../small-table.ts'

test('numbers become their text again, and unconverted cells plain text, so that nothing stays marked', async () => {
  const start = tableFromRows(['m'], [['1 000,50'], ['n.c.'], [null]])
  const numbers = await toNumber.apply(start, { columns: ['m'] }, surroundings())
  const { table, outcome } = await toText.apply(numbers.table, { columns: ['m'] }, surroundings())
  expect([...tableRows(table)]).toEqual([['1000.50'], ['n.c.'], [null]])
  expect(findColumn(table, 'm')?.dictionary.unconverted).toBeNull()
  expect(outcome.failures).toEqual([])
  expect(outcome.changedCells).toBe(2)
})

test('a column of text is left surroundings()', async () => {
  const start = tableFromRows(['m'], [['011']])
  const { table, outcome } = await toText.apply(start, { columns: ['m'] }, surroundings())
  expect(table.columns[0]).toBe(start.columns[0])
  expect(outcome.changedCells).toBe(0)
})

test('the sentence names the columns', () => {
  expect(toText.sentence.fr({ columns: ['a', 'b'] })).toBe(
    'Convertir «\u00a0a\u00a0» et «\u00a0b\u00a0» en texte',
  )
})
