import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DAMAGED, repairingRecipe, wholeBudget } from '../recipe/damaged-budget.ts'
import { writeRecipe } from '../../src/recipe/read-recipe.ts'
import { hasShared, shared } from '../shared-folder.ts'

const script = fileURLToPath(new URL('../../scripts/tamis.mjs', import.meta.url))

describe.skipIf(!hasShared)('tamis replay on a damaged budget (skipped without ../shared)', () => {
  it('writes the whole budget, and has nothing to look at', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tamis-'))
    try {
      const recipe = join(folder, 'budget.tamis.json')
      writeFileSync(recipe, writeRecipe(await repairingRecipe()))
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          script,
          'replay',
          recipe,
          shared(DAMAGED),
          '-o',
          folder,
          '--report',
          join(folder, 'report.json'),
          '--lang',
          'fr',
        ],
        { encoding: 'utf8' },
      )
      expect([status, stderr]).toEqual([0, expect.stringContaining('201')])
      expect(readFileSync(join(folder, 'Budget.csv'), 'utf8')).toBe(wholeBudget())
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
