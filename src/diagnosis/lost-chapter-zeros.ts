import { findingText } from '../i18n/findings.ts'
import { rankWords } from '../nomenclature/rank-plans.ts'
import { zeroKindOf, zeroNeighbours } from '../steps/zero-kinds.ts'
import { columnNames } from '../table/table.ts'
import { budgetPlan } from './budget-plan.ts'
import type { LateFinder } from './finder.ts'
import { proofRows } from './proof-rows.ts'
import { surveyColumn } from './survey-column.ts'

/** They exist as 011, 012… alone, in every norm. */
const ONLY_WITH_ZERO: ReadonlySet<string> = new Set(['1', '2', '11', '12', '14', '40', '41', '42', '43'])
/** Without one of these, what looks like chapters may be something else. */
const COMMON: ReadonlySet<string> = new Set(['11', '12'])

/**
 * Chapters of a public budget that lost their zero. 11 and 12 betray it: they exist as 011 and 012 alone. Others, such as 10 and
 * 010, exist in both forms: the proposed step decides them by the neighbouring columns and the nomenclature that fits the table.
 */
export const lostChapterZeros: LateFinder = async (table) => {
  const column = table.columns.find(({ name, type }) => type === 'text' && zeroKindOf(name) === 'chapter')
  if (column === undefined) return []
  const { counts } = surveyColumn(column)
  const lost = new Set<number>()
  let cells = 0
  let betrayed = false
  for (let code = 1; code < counts.length; code++) {
    const text = column.dictionary.text(code)
    if (counts[code] === 0 || !ONLY_WITH_ZERO.has(text)) continue
    if (COMMON.has(text)) betrayed = true
    lost.add(code)
    cells += counts[code]!
  }
  if (!betrayed) return []
  const plan = await budgetPlan(table)
  return [
    {
      code: 'lost-chapter-zeros',
      severity: 'look',
      text: findingText((said) => said.lostChapterZeros(column.name, cells)),
      ...(plan === null ? {} : { evidence: rankWords(plan) }),
      column: column.name,
      rows: proofRows([{ column, shows: (code) => lost.has(code) }]),
      proposal: {
        step: 'restore-zeros',
        params: {
          kind: 'chapter',
          column: column.name,
          ...zeroNeighbours('chapter', columnNames(table)),
          ...(plan === null ? {} : { reference: { plan: plan.plan, year: plan.year, part: 'chapters' } }),
        },
      },
    },
  ]
}
