import { findPlan, fullName, plans } from '../../nomenclature/known-plans.ts'
import { loadPlan } from '../../nomenclature/load-plan.ts'
import type { Plan } from '../../nomenclature/plan.ts'
import { Problem } from '../../problem/problem.ts'
import type { BudgetHeader } from './read-budget-lines.ts'

/** The plans that give a document its labels, and who chose them. */
export interface PlanChoice {
  /** One for each budget of the document; `null` where its nomenclature is not known. */
  plans: readonly (Plan | null)[]
  /** Nomenclature that the person chose by name; that of each budget otherwise. */
  name: string | undefined
  /** Year that the person chose; that of each budget otherwise. */
  year: number | undefined
  /** Whether the plan is a file that the person opened. */
  opened: boolean
}

/** Asked of `loadPlan` for a budget that gives no year: the newest. */
const NO_YEAR = Number.POSITIVE_INFINITY

/** The year that a budget gives; infinite if it gives none. */
const yearOf = ({ year }: BudgetHeader): number => (/^\s*\d{4}\s*$/.test(year) ? Number(year) : NO_YEAR)

/** The nomenclature chosen by name, `undefined` for that of each budget. Throws Problem `unknown-nomenclature` for one that Tamis does not carry. */
export function chosenName(nomenclature: string | undefined): string | undefined {
  if (nomenclature === undefined || nomenclature === 'auto') return undefined
  if (findPlan(nomenclature) === undefined)
    throw new Problem('unknown-nomenclature', { name: nomenclature, known: plans().map(fullName) })
  return nomenclature
}

/** The opened plan if there is one, otherwise the chosen nomenclature, otherwise that which each budget names, for its year. */
export async function choosePlans(
  budgets: readonly BudgetHeader[],
  name: string | undefined,
  year: number | undefined,
  opened: Plan | undefined,
): Promise<PlanChoice> {
  const chosen = budgets.map(async (budget) => {
    if (opened !== undefined) return opened
    const known = findPlan(name ?? budget.nomenclature)
    return known === undefined ? null : loadPlan(known.norm, known.variant, year ?? yearOf(budget))
  })
  return { plans: await Promise.all(chosen), name, year, opened: opened !== undefined }
}
