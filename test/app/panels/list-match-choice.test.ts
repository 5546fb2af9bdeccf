import { expect, test } from 'vitest'
import { ListMatchChoice, kindOf } from '../../../src/app/panels/list-match-choice.svelte.ts'
import type { ListMatch } from '../../../src/cluster/match-to-list.ts'

const match = (
  text: string,
  cells: number,
  official: string | null,
  score: number,
  others: string[] = [],
): ListMatch => ({
  text,
  cells,
  official,
  score,
  reason: null,
  others: others.map((each, at) => ({ official: each, score: 0.4 - at / 100 })),
})
const found = [
  match('Grenoble', 9, 'Grenoble', 1),
  match('GRENOBLE', 4, 'Grenoble', 0.99),
  match('Grenobel', 2, 'Grenoble', 0.8, ['Grignon']),
  match('Vif 2', 1, null, 0, ['Vif']),
  match('Ailleurs', 3, null, 0),
]
const choiceOf = (refused: string[][] = []) => {
  const choice = new ListMatchChoice()
  choice.take(found, refused)
  return choice
}
const valueOf = (choice: ListMatchChoice, text: string) => choice.values.find((value) => value.text === text)!

test('only sure proposals are accepted without a word; the rest stays, and is counted', () => {
  const choice = choiceOf()
  expect(choice.exact).toBe(1)
  expect(choice.values.map(kindOf)).toEqual(['proposed', 'proposed', 'doubtful', 'alone'])
  expect(choice.replacements()).toEqual([{ from: ['GRENOBLE'], to: 'Grenoble' }])
  expect([choice.acceptedRows, choice.open.length, choice.openRows]).toEqual([4, 3, 6])
})

test('a lower threshold accepts more, but never what a person has decided otherwise', () => {
  const choice = choiceOf()
  choice.decide(valueOf(choice, 'GRENOBLE'), 'leave')
  choice.acceptedFrom = 0.5
  expect(choice.replacements()).toEqual([{ from: ['Grenobel'], to: 'Grenoble' }])
  choice.decide(valueOf(choice, 'Vif 2'), { to: 'Vif' })
  choice.acceptedFrom = 1
  expect(choice.replacements()).toEqual([{ from: ['Vif 2'], to: 'Vif' }])
})

test('a value left as it is refuses every official one that was shown, and is not shown again', () => {
  const choice = choiceOf()
  choice.decide(valueOf(choice, 'Grenobel'), 'leave')
  expect(choice.refused).toEqual([['Grenobel', 'Grenoble', 'Grignon']])
  const next = choiceOf(choice.refused as string[][])
  expect(next.values.map(({ text }) => text)).toEqual(['GRENOBLE', 'Vif 2', 'Ailleurs'])
  expect(next.leftBefore).toBe(1)
})
