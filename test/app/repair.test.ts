import { expect, it } from 'vitest'
import { remainderOf, repairOf } from '../../src/app/recipe/repair.ts'
import type { StepView } from '../../workers/facade.ts'

const step = (known: Partial<StepView>): StepView => ({
  id: 'x',
  step: 'to-number',
  params: {},
  note: '',
  sentence: { fr: '', en: '' },
  state: 'done',
  without: [],
  outcome: null,
  problem: null,
  ...known,
})
const renaming = step({ step: 'rename-columns', params: { names: { montant: 'total' } } })
const failed = step({
  state: 'failed',
  params: { columns: ['montant', 'autre'] },
  problem: { code: 'missing-column', values: { column: 'montant', columns: ['total', 'autre'] } },
})

it('a step that lacks a column renamed before it is offered the new name', () => {
  expect(repairOf([renaming, failed], 1)).toEqual({
    column: 'montant',
    now: 'total',
    params: { columns: ['total', 'autre'] },
  })
})

it('no repair is offered when the renaming is turned off or comes later', () => {
  expect(repairOf([{ ...renaming, state: 'off' }, failed], 1)).toBeNull()
  expect(repairOf([failed, renaming], 0)).toBeNull()
})

it('a step that lacks some of its columns is offered to go on with the others, never with none', () => {
  const lacking = (columns: readonly string[]) =>
    remainderOf({
      ...failed,
      params: { columns },
      problem: { code: 'missing-column', values: { column: 'a', columns: ['c'] } },
    })
  expect(lacking(['a', 'b', 'c'])).toEqual({ columns: ['a', 'b'], params: { columns: ['c'] } })
  expect(lacking(['a'])).toBeNull()
})
