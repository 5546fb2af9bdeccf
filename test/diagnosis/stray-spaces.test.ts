import { expect, test } from 'vitest'
import { straySpaces } from '../../src/diagnosis/stray-spaces.ts'
import { smallTable } from '../small-table.ts'

test('outer and double spaces are counted in all columns, with their rows', () => {
  const [finding, more] = straySpaces(
    smallTable({
      a: [' Judo', 'Judo', 'Les  Amis', null],
      b: ['x', 'y\u00a0', 'y\u202f\u00a0z', '\tw'],
      c: ['fine', 'as it', 'is', 'é à'],
    }),
  )
  expect(more).toBeUndefined()
  expect(finding?.text.fr).toContain('5\u00a0cellules')
  expect(finding?.rows).toEqual([0, 1, 2, 3])
  expect(finding?.proposal).toEqual({ step: 'trim-and-collapse', params: { columns: ['a', 'b'] } })
})

test('single blanks of any kind, amounts and texts with line breaks raise no alarm', () => {
  expect(
    straySpaces(
      smallTable({
        a: ['a b', 'n°\u00a012', 'c\u202f?'],
        m: [' 1 000,50', '2,50 ', '3,50'],
        t: ['one\n\n  two ', 'x', 'y'],
      }),
    ),
  ).toEqual([])
})
