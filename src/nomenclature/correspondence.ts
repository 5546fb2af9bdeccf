import type { Localized } from '../i18n/messages.ts'
import { tableFromRows, type Table } from '../table/table.ts'
import { plainLabel } from './plain-label.ts'
import type { LabelledCode } from './suggest-codes.ts'

/** How two codes of two nomenclatures were brought together, surest first. */
type Pairing =
  | 'same code and label' // nothing changed
  | 'same label' // the only code with it, or the only one that near in its family
  | 'same code, close label' // most words of the labels are the same
  | 'several with the label' // the label stands for several codes: the person chooses
  | 'label of another family' // the only code with it stands elsewhere: the person says whether it is the same thing
  | 'parent' // the code above it is there
  | 'none'

export interface Correspondence extends LabelledCode {
  /** Proposed codes, likeliest first; one, unless the label is that of several. */
  proposed: readonly LabelledCode[]
  pairing: Pairing
}

/** Part of the words that close labels share. */
const CLOSE = 0.6
const MOST_PROPOSED = 5

/**
 * For each code of one nomenclature, what it is proposed to become in another one, from codes and labels alone: nothing official, a
 * person has to agree. Codes are of one family that begin with the same `family` characters: an account of depreciation (28…) does
 * not become what is depreciated (20…), nor an expense an income, because their labels are the same.
 */
export function correspondences(
  before: readonly LabelledCode[],
  after: readonly LabelledCode[],
  family = 1,
): Correspondence[] {
  const labels = new Map<string, string>()
  const byLabel = new Map<string, string[]>()
  for (const { code, label } of after) {
    if (labels.has(code)) continue
    labels.set(code, label)
    const plain = plainLabel(label)
    if (plain !== '') byLabel.set(plain, [...(byLabel.get(plain) ?? []), code])
  }
  const proposal = (code: string): LabelledCode => ({ code, label: labels.get(code) ?? '' })
  return before.map(({ code, label }): Correspondence => {
    const own = { code, label }
    const there = labels.get(code)
    const plain = plainLabel(label)
    if (there !== undefined && plainLabel(there) === plain)
      return { ...own, proposed: [proposal(code)], pairing: 'same code and label' }
    const same = (byLabel.get(plain) ?? []).toSorted((a, b) => familiar(b, code) - familiar(a, code))
    const [first, second] = same
    const ofFamily = first !== undefined && familiar(first, code) >= family
    if (ofFamily && (second === undefined || familiar(first, code) > familiar(second, code)))
      return { ...own, proposed: [proposal(first)], pairing: 'same label' }
    if (there !== undefined && likeness(plainLabel(there), plain) >= CLOSE)
      return { ...own, proposed: [proposal(code)], pairing: 'same code, close label' }
    if (first !== undefined) {
      const pairing = second === undefined ? 'label of another family' : 'several with the label'
      return { ...own, proposed: same.slice(0, MOST_PROPOSED).map(proposal), pairing }
    }
    for (let end = code.length - 1; end >= 2; end--) {
      const parent = code.slice(0, end)
      if (labels.has(parent)) return { ...own, proposed: [proposal(parent)], pairing: 'parent' }
    }
    return { ...own, proposed: [], pairing: 'none' }
  })
}

/** Whether a proposal leaves nothing to choose. */
export const isSurePairing = (pairing: Pairing): boolean =>
  pairing === 'same code and label' || pairing === 'same label' || pairing === 'same code, close label'

/** How two codes were brought together, in words. */
export const pairingWords: Readonly<Record<Pairing, Localized>> = {
  'same code and label': { fr: 'même code, même libellé', en: 'same code, same label' },
  'same label': { fr: 'même libellé', en: 'same label' },
  'same code, close label': { fr: 'même code, libellé proche', en: 'same code, close label' },
  'several with the label': { fr: 'plusieurs codes ont ce libellé', en: 'several codes have this label' },
  'label of another family': {
    fr: 'même libellé, mais dans une autre famille de codes',
    en: 'same label, but in another family of codes',
  },
  parent: { fr: 'code parent', en: 'parent code' },
  none: { fr: 'aucun', en: 'none' },
}

/** What a person decided about a code: which other one it is (`null`: none), and why. */
interface Decided {
  to?: string | null | undefined
  reason: string
}

/**
 * The same as a table to look codes up in: `code`, `libelle`, `code_propose` (the likeliest; blank when several are as likely or none
 * is), `libelle_propose`, `autres`, `preuve`, `statut`: « proposé », or « décidé » for what a person has settled, with the reason as
 * proof. French, as the facts are.
 */
export function correspondenceTable(
  pairs: readonly Correspondence[],
  after: readonly LabelledCode[],
  decided: ReadonlyMap<string, Decided> = new Map(),
): Table {
  const labels = new Map(after.map(({ code, label }) => [code, label]))
  return tableFromRows(
    ['code', 'libelle', 'code_propose', 'libelle_propose', 'autres', 'preuve', 'statut'],
    pairs.map(({ code, label, proposed, pairing }) => {
      const decision = decided.get(code)
      if (decision !== undefined) {
        const to = decision.to === undefined ? code : decision.to
        return [code, label, to, labels.get(to ?? '') ?? null, null, decision.reason, 'décidé']
      }
      const sure = isSurePairing(pairing) || pairing === 'parent' ? proposed[0] : undefined
      const others = sure === undefined ? proposed : []
      return [
        code,
        label,
        sure?.code ?? null,
        sure?.label ?? null,
        others.length === 0 ? null : others.map((one) => one.code).join(' | '),
        pairingWords[pairing].fr,
        'proposé',
      ]
    }),
  )
}

/** How many first characters two codes share: an account rarely leaves its family. */
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
