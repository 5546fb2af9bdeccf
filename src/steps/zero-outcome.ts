import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import type { Doubt, Proof, Verdict } from '../nomenclature/restored.ts'
import type { CountedText } from '../table/map-values.ts'
import { failuresOf, type ExplainedChange, type Failure, type Outcome } from './outcome.ts'
import type { Reference } from './reference.ts'
import { settledRemark, type Settled } from './settled.ts'
import { saidCodes, type SaidCodes } from './said-codes.ts'
import { doubtWords, proofWords } from './zero-words.ts'

/** A code of some rows that have the same neighbours, and what was found about it. */
export interface Judged {
  text: string
  cells: number
  verdict: Exclude<Verdict, { kind: 'kept' }> | { kind: 'settled'; decision: Settled }
}

/** Codes by reason, those that became the same counted together. */
class Groups<K extends string> {
  #byReason = new Map<K, Map<string, SaidCodes>>()

  add(reason: K, { from, to, cells }: SaidCodes): void {
    const codes = this.#byReason.get(reason) ?? new Map<string, SaidCodes>()
    this.#byReason.set(reason, codes)
    const key = JSON.stringify([from, to])
    const before = codes.get(key)?.cells ?? 0
    codes.set(key, { from, ...(to === undefined ? {} : { to }), cells: before + cells })
  }

  /** Each reason with its codes, in the order in which they were met. */
  entries(): [K, SaidCodes[]][] {
    return [...this.#byReason].map(([reason, codes]) => [reason, [...codes.values()]])
  }

  /** All the codes, as failures list them. */
  counted(): CountedText[] {
    const counted = new Map<string, number>()
    for (const codes of this.#byReason.values())
      for (const { from, cells } of codes.values()) counted.set(from, (counted.get(from) ?? 0) + cells)
    return [...counted].map(([text, cells]) => ({ text, cells }))
  }
}

/** What restoring zeros did and could not do, each with its reason. */
export function zeroOutcome(
  column: string,
  judged: readonly Judged[],
  reference: Reference | undefined,
): Pick<Outcome, 'failures' | 'remarks'> & { explained: readonly ExplainedChange[] } {
  const proofs = new Groups<Proof>()
  const doubts = new Groups<Doubt>()
  const unlisted = new Groups<'unlisted'>()
  const explained = new Map<string, ExplainedChange>()
  const decisions = new Map<Settled, number>()
  let restored = 0
  let confirmed = 0
  for (const { text, cells, verdict } of judged) {
    if (verdict.kind === 'unlisted') unlisted.add('unlisted', { from: text, cells })
    if (verdict.kind === 'undecided') doubts.add(verdict.doubt, { from: text, cells })
    if (verdict.kind === 'settled')
      decisions.set(verdict.decision, cells + (decisions.get(verdict.decision) ?? 0))
    if (verdict.kind !== 'restored') continue
    const { code, proof } = verdict
    proofs.add(proof, { from: text, to: code, cells })
    restored += cells
    if (verdict.confirmed === true) confirmed += cells
    const key = JSON.stringify([text, code, proof])
    const before = explained.get(key)
    explained.set(key, {
      column,
      from: text,
      to: code,
      cells: cells + (before?.cells ?? 0),
      why: proofWords[proof],
    })
  }
  const failures: Failure[] = [
    ...failuresOf('undecided', column, doubts.counted()),
    ...failuresOf('unmatched', column, unlisted.counted()),
  ]
  const remarks: Localized[] = [
    ...proofs.entries().map(([proof, codes]) => said(codes, proofWords[proof])),
    ...(reference === undefined || restored === 0 ? [] : [confirmation(confirmed, restored)]),
    ...[...decisions].map(([decision, cells]) => settledRemark(decision, cells)),
    ...doubts.entries().map(([doubt, codes]) => {
      const { fr: french, en: english } = said(codes, doubtWords[doubt])
      return { fr: `${french} Laissé tel quel.`, en: `${english} Left as it is.` }
    }),
  ]
  return {
    failures,
    remarks,
    explained: [...explained.values()].sort((a, b) => b.cells - a.cells),
  }
}

const said = (codes: readonly SaidCodes[], why: Localized): Localized => ({
  fr: `${saidCodes.fr(codes)}\u00a0: ${why.fr}.`,
  en: `${saidCodes.en(codes)}: ${why.en}.`,
})

const confirmation = (confirmed: number, restored: number): Localized => ({
  fr: `La nomenclature, second avis, confirme ${fr.count(confirmed, 'cellule', 'cellules')} sur ${fr.number(restored)} et n’en contredit aucune.`,
  en: `The nomenclature, as a second opinion, confirms ${en.number(confirmed)} of ${en.count(restored, 'cell', 'cells')} and contradicts none.`,
})
