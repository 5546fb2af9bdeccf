import { findingText } from '../i18n/findings.ts'
import type { Column } from '../table/column.ts'
import { profileColumn } from '../table/profile.ts'
import { amountsOf, type Amounts } from './amounts.ts'
import type { Finder } from './finder.ts'
import { surveyColumn } from './survey-column.ts'

/** Columns of amounts that are still text, all in one finding. Only for information when they are written as files write numbers. */
export const textAmounts: Finder = (table) => {
  const all = table.columns.map((column) => ({
    name: column.name,
    amounts: column.type === 'text' ? amountsOf(surveyColumn(column)) : null,
  }))
  const first = all.findIndex(({ amounts }) => amounts !== null)
  const last = all.findLastIndex(({ amounts }) => amounts !== null)
  // An aid that nobody received is a column of zeros among the amounts: it belongs to them, though zeros alone prove nothing.
  const found = all.flatMap(({ name, amounts }, place) => {
    const own = amounts ?? (place > first && place < last ? zerosOf(table.columns[place]!) : null)
    return own === null ? [] : [{ name, amounts: own }]
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

/** A text column of zeros and blanks alone, as amounts; `null` for any other. */
function zerosOf(column: Column): Amounts | null {
  const { filled, distinct, top } = profileColumn(column)
  const zeros = column.type === 'text' && distinct === 1 && top[0]?.text === '0'
  return zeros ? { filled, unreadable: 0, sampled: false, canonical: true } : null
}
