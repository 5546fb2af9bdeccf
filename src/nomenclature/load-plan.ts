import { Problem } from '../problem/problem.ts'
import { findPlan, fullName, plans } from './known-plans.ts'
import { account, type Plan } from './plan.ts'

/** One norm as `scripts/build-nomenclatures.ts` writes it; the layout is described there. */
interface NormFile {
  labels: readonly string[]
  votes: readonly string[]
  plans: Readonly<Record<string, { chapters: string; accounts: string; functions: string } | undefined>>
}

const files: Readonly<Record<string, () => Promise<{ default: NormFile }>>> = {
  M14: () => import('./plans/m14.json'),
  M4: () => import('./plans/m4.json'),
  M52: () => import('./plans/m52.json'),
  M57: () => import('./plans/m57.json'),
  M61: () => import('./plans/m61.json'),
  M71: () => import('./plans/m71.json'),
}

const loaded = new Map<string, Promise<Plan>>()

/**
 * The plan de comptes of a norm and variant for a year; kept once loaded. For a later year than those known it is the newest one,
 * for an earlier year the oldest one: `year` and `askedYear` then differ. Throws Problem `unknown-nomenclature`.
 */
export async function loadPlan(norm: string, variant: string, askedYear: number): Promise<Plan> {
  const known = findPlan(`${norm}-${variant}`)
  const file = known === undefined ? undefined : files[known.norm]
  if (known === undefined || file === undefined) {
    throw new Problem('unknown-nomenclature', { name: `${norm}-${variant}`, known: plans().map(fullName) })
  }
  const [first, last] = [known.years[0]!, known.years.at(-1)!]
  const year = Number.isNaN(askedYear) ? last : Math.min(Math.max(askedYear, first), last)
  const key = `${fullName(known)} ${year}`
  let plan = loaded.get(key)
  if (plan === undefined) {
    plan = file().then((module) => planOf(module.default, known.norm, known.variant, year))
    loaded.set(key, plan)
    plan.catch(() => loaded.delete(key))
  }
  return { ...(await plan), askedYear }
}

function planOf(
  { labels, votes, plans: variants }: NormFile,
  norm: string,
  variant: string,
  year: number,
): Plan {
  const texts = variants[variant] ?? { chapters: '', accounts: '', functions: '' }
  const label = (index: string | undefined): string => labels[Number(index)] ?? ''
  const rows = (text: string, fieldCount: number): string[][] =>
    text === ''
      ? []
      : text
          .split(';')
          .map((row) => row.split(' '))
          .filter((row) => {
            const [from, to] = row.slice(fieldCount)
            return from === undefined || (Number(from) <= year && year <= Number(to))
          })
  return {
    norm,
    variant,
    year,
    askedYear: year,
    chapters: new Map(
      rows(texts.chapters, 3).map(([code, name, section]) => [
        code!,
        { label: label(name), section: section! },
      ]),
    ),
    accounts: new Map(
      rows(texts.accounts, 3).map(([code, name, vote]) => [
        code!,
        account(label(name), votes[Number(vote)]?.split('|') ?? []),
      ]),
    ),
    functions: new Map(rows(texts.functions, 2).map(([code, name]) => [code!, label(name)])),
  }
}
