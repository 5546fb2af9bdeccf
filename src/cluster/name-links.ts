import type { Companion } from './companions.ts'
import { compareNames, type NameLikeness } from './compare-names.ts'
import type { Form, Name, Spelling } from './names-of-column.ts'
import { sameLetters } from './same-letters.ts'
import type { VariantReason } from './variant-group.ts'
import type { WordEvidence } from './word-evidence.ts'

/** A link between two spellings, with the names that they are of. */
export interface Link {
  a: Spelling
  b: Spelling
  names: readonly [Name, Name]
  reason: VariantReason
  distance: number
  confidence: number
}

/** Links below this are not proposed. */
const LEAST_CONFIDENCE = 0.5
const SURE_BY_IDENTIFIER = 0.96
const LIKELY_BY_IDENTIFIER = 0.8
const TAKEN_BY_IDENTIFIER = 0.35
const TAKEN_BY_PLACE = 0.2
const ADDED_BY_PLACE = 0.02
const MOST_BY_PLACE = 0.97

/** Links between the spellings of one name. */
export function linksWithin(name: Name, companions: readonly Companion[]): Link[] {
  const { forms, main } = name
  const names = [name, name] as const
  const [first, ...others] = forms
  const links = others.map((form): Link => {
    const reason = differenceOf(first!, form)
    return { a: main, b: form.main, names, reason, distance: 0, confidence: 0.95 }
  })
  for (const form of forms)
    for (const b of form.spellings)
      if (b !== form.main) links.push({ a: form.main, b, names, ...sameLetters(form.main.text, b.text) })
  if (companions.length === 0) return links
  return links.map((link) => ({
    ...link,
    reason: withAgreement(link.reason, [link.a.code], [link.b.code], companions),
  }))
}

function differenceOf(first: Form, form: Form): VariantReason {
  if (form.words.join(' ') !== first.words.join(' ')) return { kind: 'word-order' }
  if (form.misread !== first.misread) return { kind: 'letters', letters: 1 }
  return { kind: form.abbreviated !== first.abbreviated ? 'abbreviation' : 'articles' }
}

/** The link between two names by their words, if there is enough for one. */
export const linkBetween = (
  a: Name,
  b: Name,
  evidence: WordEvidence,
  companions: readonly Companion[],
): Link | null => weighedLink(compareNames(a.words, b.words, evidence), a, b, companions)

/** The link between two names that are alike so much, if there is still enough for one once companions have spoken. */
export function weighedLink(
  likeness: NameLikeness | null,
  a: Name,
  b: Name,
  companions: readonly Companion[],
): Link | null {
  const found = weighCompanions(likeness, a, b, companions)
  if (found === null || found.confidence < LEAST_CONFIDENCE) return null
  const reason = withAgreement(found.reason, a.codes, b.codes, companions)
  return { a: a.main, b: b.main, names: [a, b], ...found, reason }
}

/** The likeness with what companion columns add to it or take from it. */
function weighCompanions(
  found: NameLikeness | null,
  a: Name,
  b: Name,
  companions: readonly Companion[],
): NameLikeness | null {
  let likeness = found
  for (const { name, identifies, about } of companions) {
    const word = about(a.codes, b.codes)
    if (word === 'silent') continue
    if (identifies && word === 'same') {
      if (likeness !== null)
        likeness = { ...likeness, confidence: Math.max(likeness.confidence, SURE_BY_IDENTIFIER) }
      else if (shareWords(a.words, b.words))
        likeness = {
          reason: { kind: 'same-companion', column: name },
          distance: 0,
          confidence: LIKELY_BY_IDENTIFIER,
        }
    } else if (likeness !== null && word === 'different')
      likeness = {
        ...likeness,
        confidence: likeness.confidence - (identifies ? TAKEN_BY_IDENTIFIER : TAKEN_BY_PLACE),
      }
    else if (likeness !== null)
      likeness = { ...likeness, confidence: Math.min(MOST_BY_PLACE, likeness.confidence + ADDED_BY_PLACE) }
  }
  return likeness
}

/** The reason with the first identifying column in which both have a value in common. */
function withAgreement(
  reason: VariantReason,
  a: readonly number[],
  b: readonly number[],
  companions: readonly Companion[],
): VariantReason {
  if (reason.kind === 'same-companion') return reason
  const agreeing = companions.find(({ identifies, about }) => identifies && about(a, b) === 'same')
  return agreeing === undefined ? reason : { ...reason, agreeing: agreeing.name }
}

/** Whether two names have half of the words of the shorter one in common. */
function shareWords(a: readonly string[], b: readonly string[]): boolean {
  const others = new Set(b)
  const shared = a.filter((word) => others.has(word)).length
  return shared > 0 && shared * 2 >= Math.min(a.length, b.length)
}
