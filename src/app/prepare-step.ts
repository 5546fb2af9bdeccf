import * as v from 'valibot'
import type { Params } from '../steps/step.ts'
import { findStep } from '../steps/steps.ts'
import { language } from './language.svelte.ts'
import type { Workbook } from './workbook.svelte.ts'

/**
 * Opens the form of a step for these columns, filled as far as the step knows; `known` adds to it.
 * Groups of spellings are not typed into a form: they are found, on a screen of their own.
 */
export function prepareStep(
  workbook: Workbook,
  id: string,
  columns: readonly string[],
  known: Params = {},
): void {
  const step = findStep(id)
  if (step === undefined) return
  const names = (workbook.table?.columns ?? workbook.sheet.columns).map(({ name }) => name)
  const inOrder = id === 'reorder-columns' ? columns : names.filter((name) => columns.includes(name))
  const params: Params = { ...step.initial(inOrder, names, language.current), ...known }
  const { column, replacements } = params
  if (id === 'replace-values' && replacements === undefined) {
    workbook.abandonDraft()
    workbook.panel = { kind: 'variants', column: typeof column === 'string' ? column : null }
    return
  }
  workbook.prepare(id, params, v.safeParse(step.schema, params).success)
}

/** The columns that an action on this one is about: the selection when it is part of it, else itself. */
export const columnsMeant = (workbook: Workbook, column: string): readonly string[] =>
  workbook.selected.includes(column) ? workbook.selected : [column]
