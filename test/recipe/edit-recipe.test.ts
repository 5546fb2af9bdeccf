import { describe, expect, it } from 'vitest'
import { editRecipe } from '../../src/recipe/edit-recipe.ts'
import { csvFile, recipeOf, sheetOf } from './recipe-of.ts'

const start = recipeOf(
  sheetOf('A', csvFile, [
    ['drop-columns', { columns: ['x'] }],
    ['to-text', { columns: ['y'] }],
  ]),
  sheetOf('B', { sheet: 'A' }, []),
)
const stepsOf = (recipe: typeof start): string[] => recipe.sheets[0]!.steps.map(({ step }) => step)

describe('editing a recipe', () => {
  it('sets a finding aside with its reason, and brings it back without a trace', () => {
    const about = { do: 'dismiss-finding', sheet: 'A', code: 'stray-spaces', columns: ['x'] } as const
    const aside = editRecipe(start, { ...about, reason: 'c’est voulu' })
    expect(aside.sheets[0]!.dismissed).toEqual([
      { code: 'stray-spaces', columns: ['x'], reason: 'c’est voulu' },
    ])
    expect(editRecipe(aside, { ...about, reason: null })).toEqual(start)
  })

  it('goes on reading a cut file as far as it goes when another reading option changes', () => {
    const options = (recipe: typeof start) => {
      const { from } = recipe.sheets[0]!
      return 'file' in from ? from.file.options : null
    }
    const cut = editRecipe(start, { do: 'read-options', sheet: 'A', options: { partial: true } })
    const changed = editRecipe(cut, { do: 'read-options', sheet: 'A', options: { year: 2022 } })
    expect(options(changed)).toEqual({ partial: true, year: 2022 })
    const whole = editRecipe(start, { do: 'read-options', sheet: 'A', options: { year: 2022 } })
    expect(options(whole)).toEqual({ year: 2022 })
  })

  it('puts a step in between others, with an id of its own', () => {
    const edited = editRecipe(start, {
      do: 'add-step',
      sheet: 'A',
      at: 1,
      step: 'to-number',
      params: { columns: ['z'] },
    })
    expect(stepsOf(edited)).toEqual(['drop-columns', 'to-number', 'to-text'])
    expect(new Set(edited.sheets[0]!.steps.map(({ id }) => id)).size).toBe(3)
  })

  it('moves, duplicates, turns off, annotates and deletes a step and leaves the others', () => {
    expect(stepsOf(editRecipe(start, { do: 'move-step', sheet: 'A', id: 's2', to: 0 }))).toEqual([
      'to-text',
      'drop-columns',
    ])
    expect(stepsOf(editRecipe(start, { do: 'duplicate-step', sheet: 'A', id: 's1' }))).toEqual([
      'drop-columns',
      'drop-columns',
      'to-text',
    ])
    expect(
      editRecipe(start, { do: 'turn-step', sheet: 'A', id: 's1', off: true }).sheets[0]!.steps[0]!.off,
    ).toBe(true)
    expect(
      editRecipe(start, { do: 'annotate-step', sheet: 'A', id: 's1', note: 'vide' }).sheets[0]!.steps[0]!
        .note,
    ).toBe('vide')
    expect(stepsOf(editRecipe(start, { do: 'delete-step', sheet: 'A', id: 's1' }))).toEqual(['to-text'])
  })

  it('turning a step off and on again gives back the same recipe', () => {
    const off = editRecipe(start, { do: 'turn-step', sheet: 'A', id: 's1', off: true })
    expect(editRecipe(off, { do: 'turn-step', sheet: 'A', id: 's1', off: false })).toEqual(start)
  })

  it('renames a sheet everywhere it is named', () => {
    const edited = editRecipe(start, { do: 'rename-sheet', sheet: 'A', name: 'Budget' })
    expect(edited.sheets[1]!.from).toEqual({ sheet: 'Budget' })
    expect(edited.outputs[0]!.sheet).toBe('Budget')
  })

  it('refuses an edit that would leave a recipe that cannot be read again', () => {
    expect(() =>
      editRecipe(start, { do: 'add-step', sheet: 'A', at: 0, step: 'to-number', params: { columns: [] } }),
    ).toThrow('recipe-bad-step')
    expect(() => editRecipe(start, { do: 'rename-sheet', sheet: 'A', name: 'B' })).toThrow('recipe-repeated')
    expect(() => editRecipe(start, { do: 'delete-sheet', sheet: 'A' })).toThrow('recipe-unknown-sheet')
    expect(() => editRecipe(start, { do: 'delete-step', sheet: 'A', id: 'gone' })).toThrow('missing-step')
  })
})
