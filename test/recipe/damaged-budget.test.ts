import { describe, expect, it } from 'vitest'
import { csvWriter } from '../../src/formats/csv/write-csv.ts'
import { readRecipe, writeRecipe } from '../../src/recipe/read-recipe.ts'
import { Runner } from '../../src/recipe/runner.ts'
import { hasShared, sharedBytes } from '../shared-folder.ts'
import { DAMAGED, repairingRecipe, wholeBudget } from './damaged-budget.ts'
import { quietly, readerOf } from './recipe-of.ts'

describe.skipIf(!hasShared)('a budget that a spreadsheet damaged (skipped without ../shared)', () => {
  it('is whole again, to the character, after steps that name no cell of it', async () => {
    const recipe = readRecipe(writeRecipe(await repairingRecipe()))
    const run = await new Runner(readerOf({ Budget: sharedBytes(DAMAGED) })).run(recipe, 'Budget', quietly)
    expect(run.steps.map(({ state }) => state)).toEqual(Array(6).fill('done'))
    const failures = run.steps.flatMap(({ outcome }) => outcome?.failures ?? [])
    expect(failures).toEqual([])
    expect(run.steps[1]!.outcome?.changedCells).toBe(94)
    expect(run.steps[2]!.outcome?.changedCells).toBe(8)
    const text = Buffer.concat([...csvWriter.write(run.result, { lineEnd: 'crlf' })]).toString()
    expect(text.split('\n')).toEqual(wholeBudget().split('\n'))
  })
})
