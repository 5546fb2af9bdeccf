import { editRecipe } from '../actions.ts'
import type { Workbook } from '../workbook.svelte.ts'
import { optionsAfter } from './options-after.ts'

/**
 * Reads the file of the sheet shown again with one option changed (`null` lets detection decide); what else the person has chosen stays
 * (but for another sheet or file, which starts over), everything else is found afresh. `said` is shown with a button that takes it back.
 */
export async function readOtherwise(
  workbook: Workbook,
  option: string,
  value: string | number | boolean | null,
  said?: string,
): Promise<void> {
  const { origin, name } = workbook.sheet
  if (origin.kind !== 'file') return
  const options = optionsAfter(origin.found, option, value)
  await editRecipe(workbook, { do: 'read-options', sheet: name, options }, said)
}

/** Reads the file of the sheet shown as one of another format. */
export async function readAs(workbook: Workbook, format: string): Promise<void> {
  await editRecipe(workbook, { do: 'read-options', sheet: workbook.sheet.name, format, options: {} })
}
