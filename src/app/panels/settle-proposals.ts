import type { Language } from '../../i18n/messages.ts'
import { settlingWords } from '../../i18n/settling.ts'
import type { CodeSuggestion, LabelledCode } from '../../nomenclature/suggest-codes.ts'

/** A code that another one may stand for, with the reason to write down if a person agrees. */
export interface SettleProposal extends LabelledCode {
  reason: string
  /** Whether one click is enough: the label says that it is the same thing, no other code has it, and the family is the same. */
  sure: boolean
}

/** First characters that make a family: 28051 (depreciation) is not 2051 (what is depreciated), although the labels are the same. */
const FAMILY = 2

/** What a code that found nothing may stand for, likeliest first: the same label in another norm, then what looks like it. */
export function settleProposals(
  { code, near, elsewhere }: CodeSuggestion,
  language: Language,
): SettleProposal[] {
  const { reasons } = settlingWords[language]
  const byLabel = elsewhere.flatMap(({ plan, label, codes }) =>
    codes.map((one) => ({
      code: one,
      label,
      reason: reasons.sameLabel(normOf(plan), label),
      sure:
        codes.length === 1 &&
        one.slice(0, FAMILY) === code.slice(0, FAMILY) &&
        elsewhere.filter((other) => other.codes.length > 0).length === 1,
    })),
  )
  const known = new Set(byLabel.map((one) => one.code))
  const alike = near
    .filter((one) => !known.has(one.code))
    .map((one) => ({ ...one, reason: reasonOf(code, one, language), sure: false }))
  return [...byLabel, ...alike]
}

/** `M14` of `M14-M14_COM_500_3500`. */
export const normOf = (plan: string): string => plan.split('-')[0] ?? plan

function reasonOf(code: string, near: LabelledCode, language: Language): string {
  const { reasons } = settlingWords[language]
  const bare = (text: string): string => text.replace(/^0+(?=.)/, '')
  if (bare(code) === bare(near.code)) return reasons.zeros
  if (code.startsWith(near.code)) return reasons.parent(near.label)
  return near.code.startsWith(code) ? reasons.child(near.label) : reasons.oneApart
}
