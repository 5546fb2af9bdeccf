import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import type { CountedText } from '../table/map-values.ts'
import { codesOverYears, type CodesOverYears, type CodeSpan } from './codes-over-years.ts'
import { fullName, plans, type KnownPlan } from './known-plans.ts'
import { plainLabel } from './plain-label.ts'
import { PLAN_PARTS, type PlanPart } from './plan.ts'
import { planName } from './plan-name.ts'

/** A code of a column: how many cells hold it and, where a neighbouring column says so, its label. */
export interface CodeToRank extends CountedText {
  label?: string
}

/** How well one part of one nomenclature explains a column of codes. */
export interface PlanRank {
  /** `M14-M14_COM_500_3500`. */
  plan: string
  part: PlanPart
  /** The year that explains most; among equal ones that of the table, else the newest. */
  year: number
  /** All the years that explain as much. */
  years: readonly number[]
  /** Distinct codes, how many of them the nomenclature has as they are written, and how many more it has with zeros in front. */
  distinct: number
  matched: number
  withZeros: number
  /** The same in cells. */
  cells: number
  matchedCells: number
  zeroCells: number
  /** Labels given with the codes, and how many the nomenclature gives to the same code. */
  labels: number
  sameLabels: number
  /** Codes that the nomenclature has in neither way, most frequent first. */
  missing: readonly CountedText[]
  /** How many codes that nomenclature has for that year: of two that explain as much, the smaller one says more. */
  size: number
}

interface RankOptions {
  /** Only this part; all three if absent. */
  part?: PlanPart
  /** The year of the table, which settles ties. */
  year?: number
  /** Told how far it is, from 0 to 1; may reject to stop. */
  progress?: (part: number) => Promise<void>
}

/**
 * The nomenclatures that Tamis carries, best explanation of the codes first; those that have none of them are left out.
 * Codes are compared without outer blanks. The cost follows distinct codes; each norm is loaded when its turn comes.
 */
export async function rankPlans(
  codes: readonly CodeToRank[],
  { part, year, progress }: RankOptions = {},
): Promise<PlanRank[]> {
  const parts = part === undefined ? PLAN_PARTS : [part]
  const asked = mergeBlanks(codes)
  const known = plans()
  const ranks: PlanRank[] = []
  for (const [index, plan] of known.entries()) {
    await progress?.(index / known.length)
    for (const one of parts) {
      const rank = rankOf(plan, one, await codesOverYears(plan, one), asked, year)
      if (rank.matched + rank.withZeros > 0) ranks.push(rank)
    }
  }
  return ranks.sort((a, b) => compare(a, b, year))
}

function compare(a: PlanRank, b: PlanRank, year: number | undefined): number {
  const distance = ({ years }: PlanRank): number =>
    year === undefined ? 0 : Math.min(...years.map((one) => Math.abs(one - year)))
  return (
    b.matchedCells + b.zeroCells - (a.matchedCells + a.zeroCells) ||
    b.matchedCells - a.matchedCells ||
    b.sameLabels - a.sameLabels ||
    distance(a) - distance(b) ||
    a.size - b.size ||
    (a.plan < b.plan ? -1 : 1)
  )
}

function mergeBlanks(codes: readonly CodeToRank[]): CodeToRank[] {
  const merged = new Map<string, CodeToRank>()
  for (const { text, cells, label } of codes) {
    const code = text.trim()
    if (code === '') continue
    const before = merged.get(code)
    const kept = label ?? before?.label
    merged.set(code, {
      text: code,
      cells: cells + (before?.cells ?? 0),
      ...(kept === undefined ? {} : { label: plainLabel(kept) }),
    })
  }
  return [...merged.values()].sort((a, b) => b.cells - a.cells)
}

const holdsIn = (spans: readonly CodeSpan[] | undefined, year: number): CodeSpan | undefined =>
  spans?.find(({ from, to }) => from <= year && year <= to)

function rankOf(
  plan: KnownPlan,
  part: PlanPart,
  { codes, zeroForms }: CodesOverYears,
  asked: readonly CodeToRank[],
  wanted: number | undefined,
): PlanRank {
  const byYear = plan.years.map((year) => {
    const found = { distinct: 0, cells: 0, zeros: 0, zeroCells: 0, sameLabels: 0 }
    const missing: CountedText[] = []
    for (const { text, cells, label } of asked) {
      const span = holdsIn(codes.get(text), year)
      const zeroForm = zeroForms.get(text)?.find((form) => holdsIn(codes.get(form), year) !== undefined)
      if (span !== undefined) {
        found.distinct++
        found.cells += cells
      } else if (zeroForm !== undefined) {
        found.zeros++
        found.zeroCells += cells
      } else missing.push({ text, cells })
      if (label === undefined) continue
      const labels = [span, zeroForm === undefined ? undefined : holdsIn(codes.get(zeroForm), year)]
      if (labels.some((one) => one !== undefined && plainLabel(one.label) === label)) found.sameLabels++
    }
    return { year, missing, ...found }
  })
  const worth = (one: (typeof byYear)[number]): number[] => [
    one.cells + one.zeroCells,
    one.cells,
    one.sameLabels,
  ]
  const better = (a: number[], b: number[]): number => a.map((n, i) => n - b[i]!).find((n) => n !== 0) ?? 0
  const best = byYear.reduce((a, b) => (better(worth(b), worth(a)) > 0 ? b : a))
  const equals = byYear.filter((one) => better(worth(one), worth(best)) === 0)
  const distance = ({ year }: { year: number }): number =>
    wanted === undefined ? -year : Math.abs(year - wanted)
  const chosen = equals.reduce((a, b) => (distance(b) < distance(a) ? b : a))
  let size = 0
  for (const spans of codes.values()) if (holdsIn(spans, chosen.year) !== undefined) size++
  return {
    plan: fullName(plan),
    part,
    year: chosen.year,
    years: equals.map(({ year }) => year),
    distinct: asked.length,
    matched: chosen.distinct,
    withZeros: chosen.zeros,
    cells: asked.reduce((sum, { cells }) => sum + cells, 0),
    matchedCells: chosen.cells,
    zeroCells: chosen.zeroCells,
    labels: asked.filter(({ label }) => label !== undefined).length,
    sameLabels: chosen.sameLabels,
    missing: chosen.missing,
    size,
  }
}

const NAMED_MISSING = 3

/** A rank in words: « M14, commune de 500 à 3 500 habitants, 2022 : 163 sur 201, manquent 656, 6232… ». Counts are of cells. */
export function rankWords(rank: PlanRank): Localized {
  const [norm = '', variant = ''] = rank.plan.split('-')
  const name = planName(norm, variant)
  return explainedWords({ fr: `${name.fr}, ${rank.year}`, en: `${name.en}, ${rank.year}` }, rank)
}

/** How well what has this name explains a column of codes, in words. */
export function explainedWords(
  name: Localized,
  {
    cells,
    matchedCells,
    zeroCells,
    missing,
  }: Pick<PlanRank, 'cells' | 'matchedCells' | 'zeroCells' | 'missing'>,
): Localized {
  const named = missing.slice(0, NAMED_MISSING).map(({ text }) => text)
  const more = missing.length > named.length ? '…' : ''
  const lacking = named.length === 0 ? '' : `${named.join(', ')}${more}`
  return {
    fr:
      `${name.fr}\u00a0: ${fr.number(matchedCells)} sur ${fr.number(cells)}` +
      (zeroCells === 0 ? '' : `, et ${fr.number(zeroCells)} avec un zéro devant`) +
      (lacking === '' ? '' : `, ${missing.length === 1 ? 'manque' : 'manquent'} ${lacking}`),
    en:
      `${name.en}: ${en.number(matchedCells)} of ${en.number(cells)}` +
      (zeroCells === 0 ? '' : `, and ${en.number(zeroCells)} with a zero in front`) +
      (lacking === '' ? '' : `, lacking ${lacking}`),
  }
}
