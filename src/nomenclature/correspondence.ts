import { tableFromRows, type Table } from '../table/table.ts'
import { findPlan } from './known-plans.ts'
import { loadPlan } from './load-plan.ts'
import { plainLabel } from './plain-label.ts'
import type { Plan, PlanPart } from './plan.ts'

/** How two codes of two nomenclatures were brought together, surest first. */
type Pairing =
  | 'same code and label' // nothing changed
  | 'same label' // the only code with it, or the only one that near in its class
  | 'same code, close label' // most words of the labels are the same
  | 'several with the label' // the label stands for several codes: the person chooses
  | 'parent' // the code above it is there
  | 'none'

export interface Correspondence {
  code: string
  label: string
  /** Proposed codes, likeliest first; one, unless the label is that of several. */
  proposed: readonly { code: string; label: string }[]
  pairing: Pairing
}

/** Part of the words that close labels share. */
const CLOSE = 0.6

/**
 * For each code of one nomenclature, what it is proposed to become in another one, from codes and labels alone: nothing official, a
 * person has to agree. Throws Problem `unknown-nomenclature`.
 */
export async function correspondences(
  from: string,
  to: string,
  year: number,
  part: PlanPart,
): Promise<Correspondence[]> {
  const [before, after] = [
    labelsOf(await planNamed(from, year), part),
    labelsOf(await planNamed(to, year), part),
  ]
  const byLabel = new Map<string, string[]>()
  for (const [code, label] of after) {
    const plain = plainLabel(label)
    byLabel.set(plain, [...(byLabel.get(plain) ?? []), code])
  }
  const proposal = (code: string) => ({ code, label: after.get(code) ?? '' })
  return [...before].map(([code, label]): Correspondence => {
    const own = { code, label }
    const there = after.get(code)
    const plain = plainLabel(label)
    if (there !== undefined && plainLabel(there) === plain)
      return { ...own, proposed: [proposal(code)], pairing: 'same code and label' }
    const same = (byLabel.get(plain) ?? []).toSorted((a, b) => familiar(b, code) - familiar(a, code))
    const [first, second] = same
    // An expense (class 6) does not become an income (class 7) because of its label.
    const ofClass = first !== undefined && familiar(first, code) > 0
    if (ofClass && (second === undefined || familiar(first, code) > familiar(second, code)))
      return { ...own, proposed: [proposal(first)], pairing: 'same label' }
    if (there !== undefined && likeness(plainLabel(there), plain) >= CLOSE)
      return { ...own, proposed: [proposal(code)], pairing: 'same code, close label' }
    if (ofClass)
      return {
        ...own,
        proposed: same.slice(0, MOST_PROPOSED).map(proposal),
        pairing: 'several with the label',
      }
    for (let end = code.length - 1; end >= 2; end--) {
      const parent = code.slice(0, end)
      if (after.has(parent)) return { ...own, proposed: [proposal(parent)], pairing: 'parent' }
    }
    return { ...own, proposed: [], pairing: 'none' }
  })
}

const MOST_PROPOSED = 5

/** How the proposals are said in the table; French, as the facts are. */
const EVIDENCE: Readonly<Record<Pairing, string>> = {
  'same code and label': 'même code, même libellé',
  'same label': 'même libellé',
  'same code, close label': 'même code, libellé proche',
  'several with the label': 'plusieurs codes ont ce libellé',
  parent: 'code parent',
  none: 'aucun',
}

/**
 * The same as a table to look codes up in: `code`, `libelle`, `code_propose` (the likeliest; blank when several are as likely or none
 * is), `libelle_propose`, `autres`, `preuve`, `statut` which always says that it is a proposal.
 */
export async function correspondenceTable(
  from: string,
  to: string,
  year: number,
  part: PlanPart,
): Promise<Table> {
  const pairs = await correspondences(from, to, year, part)
  return tableFromRows(
    ['code', 'libelle', 'code_propose', 'libelle_propose', 'autres', 'preuve', 'statut'],
    pairs.map(({ code, label, proposed, pairing }) => {
      const sure = pairing === 'several with the label' ? undefined : proposed[0]
      const others = sure === undefined ? proposed : []
      return [
        code,
        label,
        sure?.code ?? null,
        sure?.label ?? null,
        others.length === 0 ? null : others.map((one) => one.code).join(' | '),
        EVIDENCE[pairing],
        'proposé',
      ]
    }),
  )
}

async function planNamed(name: string, year: number): Promise<Plan> {
  const known = findPlan(name)
  return loadPlan(known?.norm ?? name, known?.variant ?? '', year)
}

function labelsOf(plan: Plan, part: PlanPart): Map<string, string> {
  if (part === 'functions') return new Map(plan.functions)
  return new Map([...plan[part]].map(([code, { label }]) => [code, label]))
}

/** How many first characters two codes share: an account rarely leaves its class. */
function familiar(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** Part of the different words of two plain labels that they share. */
function likeness(a: string, b: string): number {
  const [wordsA, wordsB] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length
  return shared / (wordsA.size + wordsB.size - shared)
}
