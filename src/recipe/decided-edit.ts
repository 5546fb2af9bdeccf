import { isFault } from '../problem/problem.ts'
import type { StepContext } from '../steps/step-context.ts'
import { findStep } from '../steps/steps.ts'
import { findColumn, type Table } from '../table/table.ts'
import type { RecipeEdit } from './edit.ts'
import type { Recipe } from './recipe.ts'
import type { Runner } from './runner.ts'

/**
 * The edit with what the sheet's values decide about its step written into its parameters: a replay on next year's file then reads dates as
 * this one's were. Other edits, and steps that cannot be done here, stay as they are. Rejects with Problem `cancelled`.
 */
export async function decidedEdit(
  recipe: Recipe,
  edit: RecipeEdit,
  runner: Runner,
  progress: StepContext['progress'],
): Promise<RecipeEdit> {
  if (edit.do !== 'add-step' && edit.do !== 'change-step') return edit
  const steps = recipe.sheets.find(({ name }) => name === edit.sheet)?.steps ?? []
  const at = edit.do === 'add-step' ? edit.at : steps.findIndex(({ id }) => id === edit.id)
  const step = findStep(edit.do === 'add-step' ? edit.step : (steps[at]?.step ?? ''))
  if (step?.decided === undefined || at < 0) return edit
  const table = await tableAt(recipe, edit.sheet, at, runner, progress)
  if (table === null || step.reads(edit.params).some((name) => findColumn(table, name) === undefined))
    return edit
  return { ...edit, params: step.decided(table, edit.params) }
}

/** The table that a step at this place would be given; `null` where the sheet cannot be read. */
async function tableAt(
  recipe: Recipe,
  sheet: string,
  at: number,
  runner: Runner,
  progress: StepContext['progress'],
): Promise<Table | null> {
  try {
    const run = await runner.run(recipe, sheet, progress, at)
    return run.steps.at(-1)?.table ?? run.source
  } catch (error) {
    if (!isFault(error) || error.code === 'cancelled') throw error
    return null
  }
}
