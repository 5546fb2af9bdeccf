import { recipeWords } from '../i18n/recipe-panel.ts'
import type { Language } from '../i18n/messages.ts'
import type { Outcome } from './outcome.ts'

const CONVERSIONS = ['to-number', 'to-text', 'to-date', 'to-boolean']

/** What a step did, in plain words; its failures are said apart. */
export function outcomeSentence(outcome: Outcome, step: string, language: Language): string {
  const parts = outcomeParts(outcome, step, language)
  const said = outcome.remarks.map((remark) => remark[language].replace(/\.$/, ''))
  return [...(parts.length === 0 ? [] : [parts.join(', ')]), ...said].join('. ')
}

/** What a step changed, counted, without its remarks: « 12 cellules changées », « total inchangé ». */
export function outcomeParts(outcome: Outcome, step: string, language: Language): string[] {
  const words = recipeWords[language]
  const { rowsBefore, rowsAfter, changedCells, addedColumns, removedColumns, totals, remarks, failures } =
    outcome
  const parts: string[] = []
  if (rowsAfter > rowsBefore) parts.push(words.rowsFromTo(rowsBefore, rowsAfter))
  if (rowsAfter < rowsBefore) parts.push(words.rowsRemoved(rowsBefore - rowsAfter))
  if (changedCells > 0)
    parts.push(CONVERSIONS.includes(step) ? words.converted(changedCells) : words.changed(changedCells))
  if (rowsAfter <= rowsBefore && step !== 'rename-columns') {
    if (addedColumns.length > 0) parts.push(words.columnsAdded(addedColumns.length))
    if (removedColumns.length > 0) parts.push(words.columnsRemoved(removedColumns.length))
  }
  const moved = totals.find(({ before, after }) => before !== after)
  if (moved !== undefined) parts.push(words.totalChanged(moved.column, moved.before, moved.after))
  else if (totals.length > 0) parts.push(words.totalKept)
  // What these change is neither a cell nor a number of rows; rows that were in order already are a remark.
  const silent = ['rename-columns', 'reorder-columns', 'sort-rows'].includes(step)
  if (parts.length + remarks.length === 0 && failures.length === 0 && !silent) parts.push(words.nothing)
  return parts
}
