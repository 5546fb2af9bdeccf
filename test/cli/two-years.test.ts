import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { writeRecipe } from '../../src/recipe/read-recipe.ts'
import { csvFile, recipeOf, sheetOf } from '../recipe/recipe-of.ts'

const script = fileURLToPath(new URL('../../scripts/tamis.mjs', import.meta.url))
const reference = { sheet: 'Avant' }

it(
  'tamis replay matches, adds, totals and sorts over two files, and reports who found nothing',
  { timeout: 120_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'tamis-'))
    const at = (name: string): string => join(folder, name)
    try {
      const recipe = recipeOf(
        sheetOf('Avant', csvFile, []),
        sheetOf('Subventions', csvFile, [
          ['append-rows', { reference, origin: 'année', here: '2024', there: '2023' }],
          ['summarise', { by: ['Nom'], summaries: [{ how: 'sum', of: 'Montant', name: 'Total' }] }],
          ['join-sheet', { reference, keys: { Nom: 'nom' }, take: { montant: 'En 2023' } }],
          ['sort-rows', { keys: [{ column: 'Total', descending: true }] }],
        ]),
      )
      writeFileSync(at('r.tamis.json'), writeRecipe(recipe))
      writeFileSync(at('2024.csv'), 'Nom;Montant\nJudo;0,10\nDanse;80\nJudo;1 200,20\n')
      writeFileSync(at('2023.csv'), 'nom;montant\nDanse;70\nTennis;n.c.\n')
      const files = [`Subventions=${at('2024.csv')}`, `Avant=${at('2023.csv')}`]
      const { status, stderr } = spawnSync(
        process.execPath,
        [script, 'replay', at('r.tamis.json'), ...files, '-o', folder, '--lang', 'fr'],
        { encoding: 'utf8' },
      )
      expect(readFileSync(at('Subventions.csv'), 'utf8')).toBe(
        'Nom,Total,En 2023\nJudo,1200.30,\nDanse,150.00,70\nTennis,,n.c.\n',
      )
      expect(stderr).toContain('sont mises à part, faute d’être des nombres')
      expect(stderr).toContain('ne trouvent rien dans l’autre feuille')
      expect(status).toBe(3)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
