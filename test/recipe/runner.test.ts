import { describe, expect, it } from 'vitest'
import { editRecipe } from '../../src/recipe/edit-recipe.ts'
import { Runner } from '../../src/recipe/runner.ts'
import { columnNames, textRows } from '../../src/table/table.ts'
import { Problem } from '../../src/problem/problem.ts'
import { csvFile, quietly, readerOf, recipeOf, sheetOf } from './recipe-of.ts'

const text = 'nom,code,montant\nA,1,"10,5"\nB,2,20\n'
const nine = recipeOf(
  sheetOf('S', csvFile, [
    ['pad-codes', { columns: ['code'], length: 3 }],
    ['to-number', { columns: ['montant'] }],
    ['rename-columns', { names: { nom: 'name' } }],
    ['trim-and-collapse', { columns: ['name'] }],
    ['add-column', { name: 'annee', value: '2020' }],
    ['to-text', { columns: ['montant'] }],
    ['rename-columns', { names: { name: 'nom' } }],
    ['pad-codes', { columns: ['code'], length: 4 }],
    ['drop-columns', { columns: ['annee'] }],
  ]),
)

describe('running a recipe', () => {
  it('computes again only what follows an edited step', async () => {
    const runner = new Runner(readerOf({ S: text }))
    await runner.run(nine, 'S', quietly)
    expect(runner.applied).toBe(9)
    const edited = editRecipe(nine, {
      do: 'change-step',
      sheet: 'S',
      id: 's5',
      params: { name: 'annee', value: '2021' },
    })
    const run = await runner.run(edited, 'S', quietly)
    expect(runner.applied).toBe(9 + 5)
    expect(run.result.rowCount).toBe(2)
  })

  it('finds everything again when an edit is undone', async () => {
    const runner = new Runner(readerOf({ S: text }))
    const before = (await runner.run(nine, 'S', quietly)).result
    await runner.run(editRecipe(nine, { do: 'delete-step', sheet: 'S', id: 's2' }), 'S', quietly)
    const count = runner.applied
    expect((await runner.run(nine, 'S', quietly)).result).toBe(before)
    expect(runner.applied).toBe(count)
  })

  it('goes on after a step that cannot be done, and says which column it lacks', async () => {
    const broken = recipeOf(
      sheetOf('S', csvFile, [
        ['drop-columns', { columns: ['nom'] }],
        ['trim-and-collapse', { columns: ['nom'] }],
        ['to-number', { columns: ['montant'] }],
      ]),
    )
    const { steps, result } = await new Runner(readerOf({ S: text })).run(broken, 'S', quietly)
    expect(steps.map(({ state }) => state)).toEqual(['done', 'failed', 'done'])
    expect(steps[1]!.problem).toMatchObject({ code: 'missing-column', values: { column: 'nom' } })
    expect(columnNames(result)).toEqual(['code', 'montant'])
  })

  it('leaves out a step that is turned off', async () => {
    const off = recipeOf(sheetOf('S', csvFile, [['drop-columns', { columns: ['nom'] }, { off: true }]]))
    const { steps, result, source } = await new Runner(readerOf({ S: text })).run(off, 'S', quietly)
    expect(steps[0]!.state).toBe('off')
    expect(result).toBe(source)
  })

  it('puts the recipe’s parameters into steps', async () => {
    const recipe = {
      ...recipeOf(sheetOf('S', csvFile, [['add-column', { name: 'annee', value: '{annee}' }]])),
      parameters: { annee: { label: 'Exercice', value: '2024' } },
    }
    const { result } = await new Runner(readerOf({ S: text })).run(recipe, 'S', quietly)
    expect(textRows(result).map((row) => row.at(-1))).toEqual(['2024', '2024'])
  })

  it.each([
    ['{annee}', '2024'],
    ['{{annee}}', '{annee}'],
    ['{piege}', '{nom}'],
    ['{nom} {annee}', 'A 2024'],
  ])(
    'fills the template %s with parameters before columns, and takes no value for a template',
    async (value, expected) => {
      const recipe = {
        ...recipeOf(sheetOf('S', csvFile, [['add-column', { name: 'x', value }]])),
        parameters: { annee: { label: '', value: '2024' }, piege: { label: '', value: '{nom}' } },
      }
      const { result } = await new Runner(readerOf({ S: text })).run(recipe, 'S', quietly)
      expect(textRows(result)[0]!.at(-1)).toBe(expected)
    },
  )

  it('makes a sheet from another sheet’s result, and computes it again when that one changes', async () => {
    const runner = new Runner(readerOf({ S: text }))
    const recipe = recipeOf(
      sheetOf('S', csvFile, [['remove-rows', { where: { column: 'nom', in: ['A'] } }]]),
      sheetOf('T', { sheet: 'S' }, [['drop-columns', { columns: ['nom'] }]]),
    )
    expect(textRows((await runner.run(recipe, 'T', quietly)).result)).toEqual([['2', '20']])
    const edited = editRecipe(recipe, {
      do: 'change-step',
      sheet: 'S',
      id: 's1',
      params: { where: { column: 'nom', in: ['B'] } },
    })
    expect(textRows((await runner.run(edited, 'T', quietly)).result)).toEqual([['1', '10,5']])
  })

  it('stops when the person gives up, and keeps no half-applied step', async () => {
    const runner = new Runner(readerOf({ S: text }))
    let calls = 0
    const givenUp = (): Promise<void> =>
      ++calls > 2 ? Promise.reject(new Problem('cancelled', {})) : Promise.resolve()
    await expect(runner.run(nine, 'S', givenUp)).rejects.toThrow('cancelled')
    expect((await runner.run(nine, 'S', quietly)).steps.every(({ state }) => state === 'done')).toBe(true)
  })

  it('forgets tables that are no longer on the way, and can compute them again', async () => {
    const runner = new Runner(readerOf({ S: text }))
    for (let length = 1; length <= 40; length++) {
      for (let year = 0; year < 4; year++) {
        const recipe = recipeOf(
          sheetOf('S', csvFile, [
            ['pad-codes', { columns: ['code'], length }],
            ['add-column', { name: 'annee', value: String(year) }],
          ]),
        )
        const { result } = await runner.run(recipe, 'S', quietly)
        expect(textRows(result)[0]).toEqual(['A', '1'.padStart(length, '0'), '10,5', String(year)])
      }
    }
  })
})
