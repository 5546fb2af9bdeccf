import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvWriter } from '../../src/formats/csv/write-csv.ts'
import type { Accept, Missing } from '../../src/recipe/decide.ts'
import type { Decisions } from '../../src/recipe/drift-report.ts'
import { prepareReplay, runReplay, withExpectations } from '../../src/recipe/replay.ts'
import { readRecipe, writeRecipe } from '../../src/recipe/read-recipe.ts'
import type { Recipe } from '../../src/recipe/recipe.ts'
import { Runner } from '../../src/recipe/runner.ts'
import { columnNames, textRows, type Table } from '../../src/table/table.ts'
import { hasShared, sharedBytes } from '../shared-folder.ts'
import { csvFile, quietly, readerOf, recipeOf, sheetOf } from './recipe-of.ts'

type Text = string | Uint8Array

/** The recipe as it would be saved after working on this file. */
async function recorded(recipe: Recipe, text: Text): Promise<{ recipe: Recipe; result: Table }> {
  const run = await new Runner(readerOf({ S: text })).run(recipe, 'S', quietly)
  return { recipe: withExpectations(recipe, new Map([['S', run]])), result: run.result }
}

async function replayOn(
  recipe: Recipe,
  text: Text,
  options: { accept?: Accept; missing?: Missing; decisions?: Decisions } = {},
) {
  const read = readerOf({ S: text })
  const { accept = 'sure', missing = 'stop', decisions = { columns: {} } } = options
  const prepared = await prepareReplay(
    { recipe, files: new Map(), read, decisions, accept, missing },
    quietly,
  )
  const replayed = await runReplay(prepared, new Runner(read), quietly)
  return { prepared: prepared.report, ...replayed, result: replayed.runs.get('S')!.result }
}

const bytesOf = (table: Table): string => Buffer.concat([...csvWriter.write(table, {})]).toString()

describe('replaying a recipe', () => {
  it('on the file that it was made on gives the same bytes and nothing to look at', async () => {
    const cell = fc.constantFrom('', 'a', 'B', '12', '1 200,50', 'é')
    const rows = fc.array(fc.tuple(cell, cell, fc.constantFrom('1', '2,5', '')), {
      minLength: 1,
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const text = 'Nom;Code;Montant\n' + cells.map((row) => `x${row.join(';')}`).join('\n') + '\n'
        const steps = recipeOf(
          sheetOf('S', csvFile, [
            ['pad-codes', { columns: ['Code'], length: 3 }],
            ['to-number', { columns: ['Montant'] }],
            ['rename-columns', { names: { Nom: 'nom' } }],
          ]),
        )
        const before = await recorded(steps, text)
        const again = await replayOn(readRecipe(writeRecipe(before.recipe)), text)
        expect(bytesOf(again.result)).toBe(bytesOf(before.result))
        expect(again.report.attention).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  const steps = recipeOf(
    sheetOf('S', csvFile, [
      ['to-number', { columns: ['sport', 'culture'] }],
      ['unpivot', { columns: ['sport', 'culture'], name: 'objet', value: 'montant' }],
      ['trim-and-collapse', { columns: ['nom'] }],
    ]),
  )
  const lastYear = 'nom;sport;culture\nA;1;2\nB;3;4\n'

  it('names a missing column and the steps that need it, before anything runs', async () => {
    const { recipe } = await recorded(steps, lastYear)
    const { prepared } = await replayOn(recipe, 'nom;sport\nA;1\n')
    const column = prepared.sheets[0]!.columns.find(({ expected }) => expected === 'culture')!
    expect(column).toMatchObject({ state: 'missing', decision: null })
    expect(column.steps.map(({ number }) => number)).toEqual([1, 2])
    expect(prepared.open).toBe(1)
  })

  it('goes on without a missing column when told to, with what is left, and says so', async () => {
    const { recipe } = await recorded(steps, lastYear)
    const { result, report } = await replayOn(recipe, 'nom;sport\nA;1\n', { missing: 'skip' })
    expect(textRows(result)).toEqual([['A', 'sport', '1']])
    expect(report.sheets[0]!.steps.map(({ state }) => state)).toEqual(['reduced', 'reduced', 'runs'])
    expect(report.attention).toBe(true)
  })

  it('skips a step that makes no sense without its column, and what depends on it', async () => {
    const chain = recipeOf(
      sheetOf('S', csvFile, [
        ['rename-columns', { names: { culture: 'autre' } }],
        ['trim-and-collapse', { columns: ['autre'] }],
        ['to-number', { columns: ['sport'] }],
      ]),
    )
    const { recipe } = await recorded(chain, lastYear)
    const { report } = await replayOn(recipe, 'nom;sport\nA;1\n', { missing: 'skip' })
    expect(report.sheets[0]!.steps.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'runs'])
  })

  it('remembers an accepted column: the year after, nothing is asked', async () => {
    const { recipe } = await recorded(steps, lastYear)
    const decisions: Decisions = { columns: { S: { culture: { do: 'map', to: 'arts' } } } }
    const next = await replayOn(recipe, 'nom;sport;arts\nA;1;5\n', { decisions })
    expect(textRows(next.result)).toEqual([
      ['A', 'sport', '1'],
      ['A', 'culture', '5'],
    ])
    const after = await replayOn(next.recipe, 'nom;sport;arts\nC;1;7\n')
    expect(after.report).toMatchObject({ open: 0, attention: false })
    expect(textRows(after.result)[1]).toEqual(['C', 'culture', '7'])
  })

  it('adds a new column to the steps that list its neighbours, when told to', async () => {
    const { recipe } = await recorded(steps, lastYear)
    const text = 'nom;sport;climat;culture\nA;1;9;2\n'
    const left = await replayOn(recipe, text)
    const column = left.prepared.sheets[0]!.columns.find(({ state }) => state === 'new')!
    expect([column.actual, column.steps.map(({ number }) => number)]).toEqual(['climat', [1, 2]])
    expect(columnNames(left.result)).toContain('climat')
    const joined = await replayOn(recipe, text, {
      decisions: { columns: { S: { climat: { do: 'include' } } } },
    })
    expect(textRows(joined.result)).toEqual([
      ['A', 'sport', '1'],
      ['A', 'climat', '9'],
      ['A', 'culture', '2'],
    ])
  })

  it('says what reads differently: separator and header row', async () => {
    const { recipe } = await recorded(steps, lastYear)
    const { prepared } = await replayOn(recipe, 'nom,sport,culture\nA,1,2\nB,3,4\n')
    expect(prepared.sheets[0]!.reading.map(({ option }) => option)).toContain('separator')
  })

  it('lays rows and totals beside last year’s', async () => {
    const { recipe } = await recorded(steps, lastYear)
    const { report } = await replayOn(recipe, 'nom;sport;culture\nA;10;2,50\n')
    expect(report.sheets[0]!.result).toEqual({
      rows: { before: 4, now: 2 },
      totals: [{ column: 'montant', before: '10', now: '12.50' }],
    })
  })

  it('names the spellings that no grouping covers, with the group that they are near to', async () => {
    const grouped = recipeOf(
      sheetOf('S', csvFile, [
        ['replace-values', { column: 'nom', replacements: [{ from: ['CLUB A'], to: 'Club A' }] }],
      ]),
    )
    const { recipe } = await recorded(grouped, 'nom;x\nClub A;1\nCLUB A;2\n')
    const { report } = await replayOn(recipe, 'nom;x\nCLUB A;1\nclub  a;2\n')
    expect(report.sheets[0]!.steps[0]!.newValues).toEqual([
      { column: 'nom', value: 'club  a', cells: 1, near: 'Club A' },
    ])
  })
})

describe.skipIf(!hasShared)('replaying last year’s subsidies on this year’s', () => {
  const amounts = [
    'Subvention fonctionnement',
    'Subvention projet',
    'Subvention sport',
    'Subvention culture',
    'Avantage locaux',
    'Avantage évènements culturels',
  ]
  const steps = recipeOf(
    sheetOf('S', csvFile, [
      ['remove-rows', { where: { column: 'Bénéficiaire', in: ['TOTAL'] } }],
      ['to-number', { columns: amounts }],
      ['unpivot', { columns: amounts, name: 'objet', value: 'montant', drop: 'blanks-and-zeros' }],
    ]),
  )

  it('names the renamed, missing and new columns before anything runs', async () => {
    const { recipe } = await recorded(steps, sharedBytes('data/subventions/subventions-2020.csv'))
    const { prepared } = await replayOn(recipe, sharedBytes('data/subventions/subventions-2021.csv'))
    const states = prepared.sheets[0]!.columns.map(({ state, expected, actual }) => [state, expected, actual])
    expect(states.filter(([state]) => state !== 'found')).toEqual([
      ['proposed', 'Bénéficiaire', 'Nom du bénéficiaire'],
      ['proposed', 'Subvention fonctionnement', 'Subv. de fonctionnement'],
      ['missing', 'Subvention culture', null],
      ['new', null, 'Subvention climat'],
    ])
  })

  it('gives this year’s subsidies, new aid included, once everything is settled', async () => {
    const { recipe } = await recorded(steps, sharedBytes('data/subventions/subventions-2020.csv'))
    const decisions: Decisions = {
      columns: {
        S: {
          Bénéficiaire: { do: 'map', to: 'Nom du bénéficiaire' },
          'Subvention fonctionnement': { do: 'map', to: 'Subv. de fonctionnement' },
          'Subvention culture': { do: 'skip' },
          'Subvention climat': { do: 'include' },
        },
      },
    }
    const { result, report } = await replayOn(recipe, sharedBytes('data/subventions/subventions-2021.csv'), {
      decisions,
    })
    const expected =
      new TextDecoder().decode(sharedBytes('data/subventions/subventions-2021.long.csv')).trim().split('\n')
        .length - 1
    expect(report.open).toBe(0)
    expect(result.rowCount).toBe(expected)
  })
})

describe.skipIf(!hasShared)('replaying labels on the budget of another year', () => {
  const xml: Recipe['sheets'][number]['from'] = { file: { format: 'totem-xml', options: {} } }
  const labelled = (year: number | string): Recipe =>
    recipeOf(
      sheetOf('S', xml, [
        [
          'fill-from-reference',
          {
            from: 'BGT_NATURE',
            reference: { plan: 'M14-M14_COM_500_3500', year, part: 'accounts' },
            key: 'code',
            take: { libelle: 'Libellé' },
          },
        ],
      ]),
    )
  const lastYear = () => sharedBytes('data/budget/crach-2021-compte-administratif.xml')
  const thisYear = () => sharedBytes('data/budget/crach-2022-budget-primitif.xml')

  it('says that a step still goes by last year’s nomenclature', async () => {
    const { recipe } = await recorded(labelled(2021), lastYear())
    const { report } = await replayOn(recipe, thisYear())
    expect(report.sheets[0]!.steps[0]!.otherYear).toEqual({ asked: 2021, file: 2022 })
    expect(report.attention).toBe(true)
    const same = await replayOn(recipe, lastYear())
    expect(same.report.sheets[0]!.steps[0]!.otherYear).toBeNull()
  })

  it('says nothing of a year that was never the file’s own', async () => {
    const { recipe } = await recorded(labelled(2019), lastYear())
    const { report } = await replayOn(recipe, thisYear())
    expect(report.sheets[0]!.steps[0]!.otherYear).toBeNull()
  })
})
