import type { PlanRank } from '../nomenclature/rank-plans.ts'
import { profileColumn } from '../table/profile.ts'
import type { Table } from '../table/table.ts'
import { budgetColumn } from './budget-column.ts'
import { fittingPlans } from './fitting-plans.ts'

/** Fewer different articles are no proof of a nomenclature. */
const FEWEST_CODES = 5
/** Part of the articles that the nomenclature must have. */
const EXPLAINED = 0.9
/** More different articles than that are no articles. */
const MOST_CODES = 20_000

const known = new WeakMap<Table, Promise<PlanRank | null>>()

/** The nomenclature that explains the articles of a budget best; `null` when the table is no budget or none explains enough of it. */
export function budgetPlan(table: Table): Promise<PlanRank | null> {
  let plan = known.get(table)
  if (plan === undefined) {
    plan = findPlan(table)
    known.set(table, plan)
  }
  return plan
}

async function findPlan(table: Table): Promise<PlanRank | null> {
  const articles = budgetColumn(table, 'article')
  if (articles === undefined) return null
  const { distinct } = profileColumn(articles)
  if (distinct < FEWEST_CODES || distinct > MOST_CODES) return null
  const [best] = await fittingPlans(table, articles, { part: 'accounts' })
  return best !== undefined && best.matchedCells + best.zeroCells >= best.cells * EXPLAINED ? best : null
}
