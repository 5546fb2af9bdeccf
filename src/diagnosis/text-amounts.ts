import { findingText } from '../i18n/findings.ts'
import { amountsOf } from './amounts.ts'
import { type Finder } from './finder.ts'
import { surveyColumn } from './survey-column.ts'

/** Columns of amounts that are still text, all in one finding. Only for information when they are written as files write numbers. */
export const textAmounts: Finder = (table) => {
  const found = table.columns.flatMap((column) => {
    const amounts = column.type === 'text' ? amountsOf(surveyColumn(column)) : null
    return amounts === null ? [] : [{ name: column.name, amounts }]
  })
  if (found.length === 0) return []
  const columns = found.map(({ name }) => name)
  const sum = (of: 'filled' | 'unreadable') => found.reduce((total, { amounts }) => total + amounts[of], 0)
  const filled = sum('filled')
  const unreadable = sum('unreadable')
  const sampled = found.some(({ amounts }) => amounts.sampled)
  return [
    {
      code: 'text-amounts',
      severity: found.every(({ amounts }) => amounts.canonical) ? 'info' : 'look',
      text: findingText((said) => said.textAmounts(columns)),
      evidence: findingText((said) =>
        unreadable === 0 ? said.allConvert(filled) : said.someDoNot(unreadable, filled, sampled),
      ),
      ...(columns.length === 1 ? { column: columns[0]! } : {}),
      proposal: { step: 'to-number', params: { columns } },
    },
  ]
}
