import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProblem } from '../../src/problem/problem.ts'
import { readRecipe, writeRecipe } from '../../src/recipe/read-recipe.ts'
import { csvFile, recipeOf, sheetOf } from './recipe-of.ts'

const good = recipeOf(
  sheetOf('Budget', csvFile, [
    ['rename-columns', { names: { MtRAR31112: 'BGT_MTRAR3112' } }],
    ['to-number', { columns: ['a', 'b'] }],
  ]),
)

function problemOf(text: string): string {
  try {
    readRecipe(text)
  } catch (error) {
    if (isProblem(error)) return error.code
    throw error
  }
  return 'accepted'
}

const changed = (change: (recipe: Record<string, unknown>) => void): string => {
  const copy = JSON.parse(JSON.stringify(good)) as Record<string, unknown>
  change(copy)
  return JSON.stringify(copy)
}

describe('a recipe file', () => {
  it('comes back as it was written', () => {
    expect(readRecipe(writeRecipe(good))).toEqual(good)
  })

  it('with any title, note and parameter comes back as it was written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (title, note, value) => {
        const recipe = { ...good, title, parameters: { annee: { label: note, value } } }
        expect(readRecipe(writeRecipe(recipe))).toEqual(recipe)
      }),
    )
  })

  it.each([
    ['is cut in the middle', writeRecipe(good).slice(0, 60), 'recipe-not-json'],
    ['is something else', '{"hello": 1}', 'recipe-not-one'],
    ['is a list', '[]', 'recipe-not-one'],
    ['comes from a newer Tamis', changed((recipe) => (recipe['tamis'] = 2)), 'recipe-newer'],
    ['hides a prototype', writeRecipe(good).replace('"MtRAR31112"', '"__proto__"'), 'recipe-unsafe'],
    ['is nested without end', `{"tamis":1,"x":${'['.repeat(100)}${']'.repeat(100)}}`, 'recipe-unsafe'],
    [
      'has a step that nobody knows',
      writeRecipe(good).replace('to-number', 'to-gold'),
      'recipe-unknown-step',
    ],
    [
      'has a setting that does not fit',
      writeRecipe(good)
        .replace('["a", "b"]', '[]')
        .replace(/\[\s*"a",\s*"b"\s*\]/, '[]'),
      'recipe-bad-step',
    ],
    ['has an unknown property', changed((recipe) => (recipe['script'] = 'x')), 'recipe-invalid'],
    ['has no sheet', changed((recipe) => (recipe['sheets'] = [])), 'recipe-invalid'],
    [
      'writes a sheet that it has not',
      changed((recipe) => (recipe['outputs'] = [{ sheet: 'X', file: 'x.csv' }])),
      'recipe-unknown-sheet',
    ],
  ])('that %s is refused with a reason', (_, text, code) => {
    expect(problemOf(text)).toBe(code)
  })

  it('refuses sheets that depend on each other in a circle', () => {
    const circle = recipeOf(sheetOf('A', { sheet: 'B' }, []), sheetOf('B', { sheet: 'A' }, []))
    expect(problemOf(writeRecipe(circle))).toBe('recipe-sheet-cycle')
  })

  it('never gives anything but a recipe or a problem, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(problemOf(text)).not.toBe('accepted')
      }),
    )
  })
})
