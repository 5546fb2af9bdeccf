import { repairControlCharacters } from '../../src/formats/xml/repair-control-characters.ts'
import { codesToRank } from '../../src/nomenclature/codes-to-rank.ts'
import { rankPlans } from '../../src/nomenclature/rank-plans.ts'
import type { Recipe } from '../../src/recipe/recipe.ts'
import { columnNamed } from '../../src/table/table.ts'
import { sharedBytes } from '../shared-folder.ts'
import { sharedTable } from '../shared-table.ts'
import { csvFile, recipeOf, sheetOf } from './recipe-of.ts'

/** A budget after a round trip through a spreadsheet, and the table that it was. */
export const DAMAGED = 'data/budget/crach-2022-damaged.csv'

/** What the repaired table must be, character by character; that file holds some characters of windows-1252 as control characters. */
export const wholeBudget = (): string =>
  repairControlCharacters(
    new TextDecoder().decode(sharedBytes('data/budget/crach-2022-budget-primitif.expected.csv')),
  )

const AMOUNTS = ['MTREAL', 'MTBUDGPREC', 'MTRARPREC', 'MTPROPNOUV', 'MTPREV', 'CREDOUV', 'MTRAR3112'].map(
  (name) => `BGT_${name}`,
)

/** The steps that make the damaged budget whole, with the nomenclature that explains its articles best. */
export async function repairingRecipe(): Promise<Recipe> {
  const table = await sharedTable(DAMAGED)
  const [best] = await rankPlans(
    codesToRank(columnNamed(table, 'BGT_NATURE'), columnNamed(table, 'BGT_NATURE_LABEL')),
    { part: 'accounts', year: 2022 },
  )
  const reference = (part: 'chapters' | 'accounts') => ({ plan: best!.plan, year: '{annee}', part })
  const beside = { direction: 'BGT_CODRD', movement: 'BGT_OPBUDG' }
  const recipe = recipeOf(
    sheetOf('Budget', csvFile, [
      ['rename-columns', { names: { MtRAR31112: 'BGT_MTRAR3112' } }],
      [
        'restore-zeros',
        {
          kind: 'chapter',
          column: 'BGT_CONTNAT',
          beside: 'BGT_NATURE',
          ...beside,
          reference: reference('chapters'),
        },
      ],
      [
        'restore-zeros',
        {
          kind: 'article',
          column: 'BGT_NATURE',
          beside: 'BGT_CONTNAT',
          ...beside,
          reference: reference('accounts'),
        },
      ],
      [
        'fill-from-reference',
        {
          column: 'BGT_CONTNAT',
          reference: reference('chapters'),
          key: 'code',
          take: { libelle: 'BGT_CONTNAT_LABEL', section: 'BGT_SECTION' },
        },
      ],
      [
        'fill-from-reference',
        {
          column: 'BGT_NATURE',
          reference: reference('accounts'),
          key: 'code',
          take: { libelle: 'BGT_NATURE_LABEL' },
        },
      ],
      ['to-number', { columns: AMOUNTS }],
    ]),
  )
  const outputs = recipe.outputs.map((output) => ({ ...output, options: { lineEnd: 'crlf' } }))
  return { ...recipe, outputs, parameters: { annee: { label: 'Exercice', value: String(best!.year) } } }
}
