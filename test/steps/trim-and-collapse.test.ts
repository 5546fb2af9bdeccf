import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trimAndCollapse } from '../../src/steps/trim-and-collapse.ts'
import { tidied } from '../../src/steps/tidied.ts'
import { toNumber } from '../../src/steps/to-number.ts'
import { tableFromRows, tableRows } from '../../src/table/table.ts'
import { surroundings } from '../small-table.ts'

const run = (cells: (string | null)[]) =>
  Promise.resolve(
    trimAndCollapse.apply(
      tableFromRows(
        ['t'],
        cells.map((cell) => [cell]),
      ),
      { columns: ['t'] },
      surroundings(),
    ),
  )

test('outer and double spaces go, whatever kind they are', async () => {
  const { table, outcome } = await run([
    ' Collectif  parents ',
    '\u00a0a\u202f\u00a0b\t',
    '\u200bc\u200b',
    'd\ne',
    'x\u00a0y',
    'fine as it is',
    null,
  ])
  expect([...tableRows(table)].flat()).toEqual([
    'Collectif parents',
    'a b',
    'c',
    'd e',
    'x y',
    'fine as it is',
    null,
  ])
  expect(outcome.changedCells).toBe(5)
  expect(outcome.remarks).toEqual([])
})

test('a cell of spaces surroundings() becomes blank, and it is said', async () => {
  const { table, outcome } = await run(['  ', '\u00a0', 'a', ''])
  expect([...tableRows(table)].flat()).toEqual([null, null, 'a', null])
  expect(outcome.remarks[0]?.fr).toBe(
    '3\u00a0cellules ne contenaient que des espaces\u00a0: elles sont vides.',
  )
})

test('joiners inside a word and emoji stay whole', () => {
  expect(tidied('👨‍👩‍👧')).toBe('👨‍👩‍👧')
  expect(tidied('می‌خواهم')).toBe('می‌خواهم')
})

test('cells that could not be converted before are not this step’s failures', async () => {
  const start = await toNumber.apply(
    tableFromRows(['t'], [[' x '], ['1']]),
    { columns: ['t'] },
    surroundings(),
  )
  const { table, outcome } = await trimAndCollapse.apply(start.table, { columns: ['t'] }, surroundings())
  expect([outcome.failures, outcome.changedCells]).toEqual([[], 0])
  expect(table.columns[0]).toBe(start.table.columns[0])
})

test('doing it twice changes nothing more, and no visible character is lost', () => {
  const piece = fc.constantFrom(' ', '\u00a0', '\u202f', '\u200b', '\t', 'a', 'é', '-', '\ufeff', '\n')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const once = tidied(text)
      expect(tidied(once)).toBe(once)
      expect(once).not.toMatch(/^\s|\s$|\s\s/)
      expect(once.replace(/\s/g, '')).toBe(text.replace(/[\s\u200b]/g, ''))
    }),
  )
})
