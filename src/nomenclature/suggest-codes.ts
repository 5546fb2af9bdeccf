import { codesOverYears, withoutZeros } from './codes-over-years.ts'
import { findPlan, fullName, plans } from './known-plans.ts'
import { plainLabel } from './plain-label.ts'
import type { PlanPart } from './plan.ts'

export interface LabelledCode {
  code: string
  label: string
}

/** What an unknown code is in another nomenclature, and the codes that the right one has with the same label. */
interface SameLabel {
  /** `M14-M14_COM_500_3500`. */
  plan: string
  year: number
  label: string
  codes: readonly string[]
}

/** What could be meant by a code that a reference table does not have. */
export interface CodeSuggestion {
  code: string
  /** Codes of the table that look like it: its parent, the same with zeros, its children, then those that one character tells apart. */
  near: readonly LabelledCode[]
  /** Empty when the reference is no nomenclature that Tamis carries. */
  elsewhere: readonly SameLabel[]
}

/** Which nomenclature the codes should be of. */
export interface AskedPlan {
  plan: string
  year: number
  part: PlanPart
}

const MOST_NEAR = 5
const MOST_ELSEWHERE = 3

/**
 * Suggestions for codes that the reference does not have, in their order. `known` are the codes of the reference with their
 * labels; `asked` says which nomenclature it is, if it is one: the others are then loaded to tell what the code means there.
 */
export async function suggestCodes(
  unknown: readonly string[],
  known: readonly LabelledCode[],
  asked?: AskedPlan,
): Promise<CodeSuggestion[]> {
  const near = nearFinder(known)
  const elsewhere = asked === undefined ? () => [] : await elsewhereFinder(known, asked)
  return unknown.map((text) => {
    const code = text.trim()
    return { code, near: near(code), elsewhere: elsewhere(code) }
  })
}

function nearFinder(known: readonly LabelledCode[]): (code: string) => LabelledCode[] {
  const byCode = new Map(known.map((one) => [one.code, one]))
  return (code) => {
    const found = new Set<LabelledCode>()
    for (let end = code.length - 1; end >= 2; end--) {
      const parent = byCode.get(code.slice(0, end))
      if (parent === undefined) continue
      found.add(parent)
      break
    }
    const bare = withoutZeros(code)
    for (const one of known) if (one.code !== code && withoutZeros(one.code) === bare) found.add(one)
    for (const one of known)
      if (one.code.startsWith(code) && one.code.length === code.length + 1) found.add(one)
    for (const one of known) if (oneApart(one.code, code)) found.add(one)
    return [...found].slice(0, MOST_NEAR)
  }
}

/** Whether two codes of one length differ by one character, or by two neighbours that changed places. */
function oneApart(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  let first = 0
  while (a[first] === b[first]) first++
  let last = a.length - 1
  while (a[last] === b[last]) last--
  return last === first || (last === first + 1 && a[first] === b[last] && a[last] === b[first])
}

/** How many first characters two codes share: those of one family come first. */
function shared(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

async function elsewhereFinder(
  known: readonly LabelledCode[],
  { plan, year, part }: AskedPlan,
): Promise<(code: string) => SameLabel[]> {
  const own = findPlan(plan)
  const codesByLabel = new Map<string, string[]>()
  for (const { code, label } of known) {
    const plain = plainLabel(label)
    codesByLabel.set(plain, [...(codesByLabel.get(plain) ?? []), code])
  }
  const others = await Promise.all(
    plans()
      .filter((other) => other !== own)
      .map(async (other) => ({ other, codes: (await codesOverYears(other, part)).codes })),
  )
  return (code) => {
    const found = new Map<string, SameLabel>()
    for (const { other, codes } of others) {
      const nearest = Math.min(Math.max(year, other.years[0]!), other.years.at(-1)!)
      const span = codes.get(code)?.find(({ from, to }) => from <= nearest && nearest <= to)
      const plain = span === undefined ? '' : plainLabel(span.label)
      if (span === undefined || found.has(plain)) continue
      found.set(plain, {
        plan: fullName(other),
        year: nearest,
        label: span.label,
        codes: (codesByLabel.get(plain) ?? []).toSorted((a, b) => shared(b, code) - shared(a, code)),
      })
    }
    return [...found.values()]
      .sort((a, b) => Number(b.codes.length > 0) - Number(a.codes.length > 0))
      .slice(0, MOST_ELSEWHERE)
  }
}
