import { expect, test } from 'vitest'
import { totalLines } from '../../src/diagnosis/total-lines.ts'
import { numbers, smallTable } from '../small-table.ts'

const seen = (columns: Parameters<typeof smallTable>[0]) =>
  totalLines(smallTable(columns)).map(({ rows, evidence, proposal }) => ({
    rows,
    evidence: evidence?.fr,
    params: proposal?.params,
  }))
const where = (column: string, text: string) => ({ where: { column, in: [text] } })

test('a total at the bottom is found, with its amount beside the sum of the rows above', () => {
  expect(seen({ nom: ['a', 'b', 'TOTAL'], m: ['1 000,50', '2 €', '1 002,50'], n: ['1', '1', '2'] })).toEqual([
    {
      rows: [2],
      evidence: 'm\u00a0: 1\u202f002,50 = somme des 2\u00a0lignes au-dessus. De même pour une autre colonne.',
      params: where('nom', 'TOTAL'),
    },
  ])
})

test('a total is found once amounts have become numbers', () => {
  expect(seen({ nom: ['a', 'b', 'Total général'], m: numbers('1.10', '2.20', '3.30') })).toHaveLength(1)
})

test('a total that is not the sum of its rows is found too, and both numbers are said', () => {
  expect(seen({ nom: ['a', 'b', 'Total'], m: ['1', '2', '5'] })[0]?.evidence).toBe(
    'm\u00a0: 5 écrit, 3 pour la somme des 2\u00a0lignes au-dessus.',
  )
})

test('a name that begins like a total is one only if its amount is the sum', () => {
  expect(seen({ nom: ['a', 'b', 'Total Énergies'], m: ['1', '2', '7'] })).toEqual([])
  expect(seen({ nom: ['a', 'b', 'Total des subventions'], m: ['1', '2', '3'] })).toHaveLength(1)
})

test('the total may stand in another column than the first, above notes', () => {
  expect(
    seen({ a: ['x', 'y', null, 'Note'], b: [null, null, 'Total', null], m: ['1', '2', '3', null] }),
  ).toEqual([
    { rows: [2], evidence: 'm\u00a0: 3 = somme des 2\u00a0lignes au-dessus.', params: where('b', 'Total') },
  ])
})

test('of several totals with one name, each sums its own rows', () => {
  const [finding] = seen({ a: ['x', 'y', 'Total', 'z', 't', 'Total'], m: ['1', '2', '3', '4', '5', '9'] })
  expect(finding?.rows).toEqual([2, 5])
  expect(finding?.evidence).toBe('m\u00a0: 9 = somme des 2\u00a0lignes au-dessus.')
})

test('a last row without the word, or without amounts, is no total', () => {
  expect(seen({ nom: ['a', 'b', 'c'], m: ['1', '2', '3'] })).toEqual([])
  expect(seen({ nom: ['a', 'Total'], m: ['x', 'y'] })).toEqual([])
  expect(seen({ nom: ['Total'], m: ['1'] })).toEqual([])
})

test('a category called Total is not taken for totals', () => {
  const many = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 'Total' : 'Hommes'))
  expect(seen({ sexe: many.toReversed(), m: many.map(() => '1') })).toEqual([])
})
