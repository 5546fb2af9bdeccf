import { codesToRank } from '../nomenclature/codes-to-rank.ts'
import { rankPlans, type PlanRank } from '../nomenclature/rank-plans.ts'
import type { PlanPart } from '../nomenclature/plan.ts'
import { folded } from '../steps/folded.ts'
import type { Column } from '../table/column.ts'
import { profileColumn } from '../table/profile.ts'
import type { Table } from '../table/table.ts'
import { labelColumnOf } from './label-column.ts'

interface Wanted {
  /** Only this part of the nomenclatures; all three if absent. */
  part?: PlanPart
  progress?: (part: number) => Promise<void>
}

/** The nomenclatures that explain a column of codes, best first; the labels and the year that other columns tell count too. */
export function fittingPlans(table: Table, codes: Column, wanted: Wanted = {}): Promise<PlanRank[]> {
  const year = yearOf(table)
  const asked = codesToRank(codes, labelColumnOf(table, codes))
  return rankPlans(asked, { ...wanted, ...(year === null ? {} : { year }) })
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
