import { findingText } from '../i18n/findings.ts'
import { budgetCodes, restoredArticle } from '../nomenclature/budget-codes.ts'
import { findPlan } from '../nomenclature/known-plans.ts'
import { loadPlan } from '../nomenclature/load-plan.ts'
import { rankWords } from '../nomenclature/rank-plans.ts'
import { zeroNeighbours } from '../steps/zero-kinds.ts'
import { combinationsOf } from '../table/combinations.ts'
import { cellText } from '../table/column.ts'
import type { Dictionary } from '../table/dictionary.ts'
import { columnNames } from '../table/table.ts'
import { budgetColumn } from './budget-column.ts'
import { budgetPlan } from './budget-plan.ts'
import type { LateFinder } from './finder.ts'
import { MOST_ROWS } from './proof-rows.ts'

/** Articles of a public budget that lost their zeros: 1 for 001, 24 for 024. Only where a nomenclature fits the table. */
export const lostArticleZeros: LateFinder = async (table) => {
  const column = budgetColumn(table, 'article')
  const rank = await budgetPlan(table)
  const known = rank === null ? undefined : findPlan(rank.plan)
  if (column === undefined || rank === null || known === undefined) return []
  const plan = await loadPlan(known.norm, known.variant, rank.year)
  const chapters = budgetColumn(table, 'chapter')
  const codes = budgetCodes(plan, textsOf(column.dictionary))
  const { numbers, firstRows } = combinationsOf(chapters === undefined ? [column] : [column, chapters])
  const lost = Uint8Array.from(firstRows, (row) => {
    const chapter = chapters === undefined ? '' : cellText(chapters, row).trim()
    const article = cellText(column, row).trim()
    const { kind } = restoredArticle({ chapter, article, direction: '', movement: '' }, codes)
    return kind === 'restored' ? 1 : 0
  })
  const rows: number[] = []
  let cells = 0
  const examples = new Set<string>()
  for (let row = 0; row < numbers.length; row++) {
    if (lost[numbers[row]!] === 0) continue
    cells++
    if (rows.length < MOST_ROWS) rows.push(row)
    if (examples.size < MOST_EXAMPLES) examples.add(cellText(column, row))
  }
  if (cells === 0) return []
  return [
    {
      code: 'lost-article-zeros',
      severity: 'look',
      text: findingText((said) => said.lostArticleZeros(column.name, cells, [...examples])),
      evidence: rankWords(rank),
      column: column.name,
      rows,
      proposal: {
        step: 'restore-zeros',
        params: {
          kind: 'article',
          column: column.name,
          ...zeroNeighbours('article', columnNames(table)),
          reference: { plan: rank.plan, year: rank.year, part: 'accounts' },
        },
      },
    },
  ]
}

const MOST_EXAMPLES = 3

const textsOf = (dictionary: Dictionary): string[] =>
  Array.from({ length: dictionary.size }, (_, code) => dictionary.text(code))
