import { findingText } from '../i18n/findings.ts'
import { amountsOf } from './amounts.ts'
import type { Finder } from './finder.ts'
import { proofRows } from './proof-rows.ts'
import { surveyColumn } from './survey-column.ts'

/**
 * Outer or double spaces in text. Amounts are left to their conversion, and columns with line breaks to the person:
 * cleaning would run their lines together.
 */
export const straySpaces: Finder = (table) => {
  const surveys = table.columns
    .filter(({ type }) => type === 'text')
    .map(surveyColumn)
    .filter((survey) => survey.untidyCells > 0 && !survey.lineBreaks && amountsOf(survey) === null)
  if (surveys.length === 0) return []
  const columns = surveys.map(({ column }) => column.name)
  const cells = surveys.reduce((sum, { untidyCells }) => sum + untidyCells, 0)
  return [
    {
      code: 'stray-spaces',
      severity: 'look',
      text: findingText((said) => said.straySpaces(columns, cells)),
      ...(columns.length === 1 ? { column: columns[0]! } : {}),
      rows: proofRows(surveys.map(({ column, untidy }) => ({ column, shows: (code) => untidy[code] === 1 }))),
      proposal: { step: 'trim-and-collapse', params: { columns } },
    },
  ]
}
