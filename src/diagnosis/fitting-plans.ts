import { codesToRank } from '../nomenclature/codes-to-rank.ts'
import { rankPlans, type PlanRank } from '../nomenclature/rank-plans.ts'
import type { PlanPart } from '../nomenclature/plan.ts'
import { folded } from '../steps/folded.ts'
import { zeroKindOf } from '../steps/zero-kinds.ts'
import type { Column } from '../table/column.ts'
import { profileColumn } from '../table/profile.ts'
import type { Table } from '../table/table.ts'
import { budgetColumn } from './budget-column.ts'
import { labelColumnOf } from './label-column.ts'

interface Wanted {
  /** Only this part of the nomenclatures; all three if absent. */
  part?: PlanPart
  progress?: (part: number) => Promise<void>
}

/**
 * The nomenclatures that explain a column of codes, best first; the labels and the year that other columns tell count too, and for
 * chapters, which many nomenclatures share, how many of the articles beside them each one has.
 */
export async function fittingPlans(table: Table, codes: Column, wanted: Wanted = {}): Promise<PlanRank[]> {
  const year = yearOf(table)
  const rank = (column: Column, own: Wanted): Promise<PlanRank[]> =>
    rankPlans(codesToRank(column, labelColumnOf(table, column)), {
      ...own,
      ...(year === null ? {} : { year }),
    })
  const ranks = await rank(codes, wanted)
  const articles = zeroKindOf(codes.name) === 'chapter' ? budgetColumn(table, 'article') : undefined
  if (articles === undefined) return ranks
  const explained = (one: PlanRank): number => one.matchedCells + one.zeroCells
  const beside = await rank(articles, { part: 'accounts' })
  const place = new Map(beside.map(({ plan }, index) => [plan, index]))
  const placeOf = ({ plan }: PlanRank): number => place.get(plan) ?? beside.length
  return ranks.toSorted((a, b) => explained(b) - explained(a) || placeOf(a) - placeOf(b))
}

/** The year that a budget is of, when a column says one year only. */
function yearOf(table: Table): number | null {
  for (const column of table.columns) {
    if (!/annee|exercice|\bexer\b|year/.test(folded(column.name))) continue
    const { distinct, top } = profileColumn(column)
    if (distinct === 1 && /^(19|20)\d\d$/.test(top[0]!.text.trim())) return Number(top[0]!.text)
  }
  return null
}
