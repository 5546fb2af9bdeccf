import { expect, it } from 'vitest'
import { decidedEdit } from '../../src/recipe/decided-edit.ts'
import { Runner } from '../../src/recipe/runner.ts'
import { csvFile, quietly, readerOf, recipeOf, sheetOf } from './recipe-of.ts'

const recipe = recipeOf(sheetOf('S', csvFile, [['rename-columns', { names: { jour: 'd' } }]]))
const decide = (file: string, edit: Parameters<typeof decidedEdit>[1]) =>
  decidedEdit(recipe, edit, new Runner(readerOf({ S: file })), quietly)
const added = (columns: string[]) =>
  ({ do: 'add-step', sheet: 'S', at: 1, step: 'to-date', params: { columns } }) as const

it('what this file decides about its dates goes into the recipe, so that the next one is read the same', async () => {
  expect(await decide('nom,jour\nA,03/04/2020\nB,12/31/2020\n', added(['d']))).toMatchObject({
    params: { columns: ['d'], order: 'month' },
  })
})

it('a step that misses its column, and one that decides nothing, stay as they are', async () => {
  const edits = [added(['jour']), { ...added(['d']), step: 'to-text' }]
  for (const edit of edits) expect(await decide('nom,jour\nA,03/04/2020\n', edit)).toBe(edit)
})
