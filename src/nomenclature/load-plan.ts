import { Problem } from '../problem/problem.ts'
import { findPlan, fullName, plans } from './known-plans.ts'
import { normFile, planRows, rowLabel, type NormFile, type PlanRow } from './norm-file.ts'
import { account, type Plan, type PlanPart } from './plan.ts'

const loaded = new Map<string, Promise<Plan>>()

/**
 * The plan de comptes of a norm and variant for a year; kept once loaded. For a later year than those known it is the newest one,
 * for an earlier year the oldest one: `year` and `askedYear` then differ. Throws Problem `unknown-nomenclature`.
 */
export async function loadPlan(norm: string, variant: string, askedYear: number): Promise<Plan> {
  const known = findPlan(`${norm}-${variant}`)
  if (known === undefined) {
    throw new Problem('unknown-nomenclature', { name: `${norm}-${variant}`, known: plans().map(fullName) })
  }
  const [first, last] = [known.years[0]!, known.years.at(-1)!]
  const year = Number.isNaN(askedYear) ? last : Math.min(Math.max(askedYear, first), last)
  const key = `${fullName(known)} ${year}`
  let plan = loaded.get(key)
  if (plan === undefined) {
    plan = normFile(known.norm).then((file) => planOf(file!, known.norm, known.variant, year))
    loaded.set(key, plan)
    plan.catch(() => loaded.delete(key))
  }
  return { ...(await plan), askedYear }
}

function planOf(file: NormFile, norm: string, variant: string, year: number): Plan {
  const mapOf = <T>(part: PlanPart, value: (row: PlanRow) => T): Map<string, T> =>
    new Map(
      planRows(file, variant, part)
        .filter(({ from, to }) => from <= year && year <= to)
        .map((row) => [row.code, value(row)]),
    )
  return {
    norm,
    variant,
    year,
    askedYear: year,
    chapters: mapOf('chapters', (row) => ({ label: rowLabel(file, row), section: row.fields[1]! })),
    accounts: mapOf('accounts', (row) =>
      account(rowLabel(file, row), file.votes[Number(row.fields[1])]?.split('|') ?? []),
    ),
    functions: mapOf('functions', (row) => rowLabel(file, row)),
  }
}
