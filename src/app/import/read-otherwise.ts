import type { Params } from '../../steps/step.ts'
import { editRecipe } from '../actions.ts'
import type { Workbook } from '../workbook.svelte.ts'

/**
 * Reads the file of the sheet shown again with one option changed (`null` lets detection decide); what else the person has chosen stays,
 * everything else is found afresh. `said` is shown with a button that takes it back.
 */
export async function readOtherwise(
  workbook: Workbook,
  option: string,
  value: string | number | boolean | null,
  said?: string,
): Promise<void> {
  const { origin, name } = workbook.sheet
  if (origin.kind !== 'file') return
  const chosen = origin.found.filter((found) => found.chosen && found.option !== option)
  const kept: Params = Object.fromEntries(chosen.map((found) => [found.option, found.value]))
  const options = value === null ? kept : { ...kept, [option]: value }
  await editRecipe(workbook, { do: 'read-options', sheet: name, options }, said)
}

/** Reads the file of the sheet shown as one of another format. */
export async function readAs(workbook: Workbook, format: string): Promise<void> {
  await editRecipe(workbook, { do: 'read-options', sheet: workbook.sheet.name, format, options: {} })
}
