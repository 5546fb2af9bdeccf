import { damerauDistance, editDistance } from './edit-distance.ts'
import { frenchSound } from './french-sound.ts'
import { ARTICLES } from './name-words.ts'
import { LEGAL_WORDS } from './organisation.ts'
import type { VariantReason } from './variant-group.ts'
import { neverAlike, type WordEvidence } from './word-evidence.ts'

/** What two names have to do with each other. */
export interface NameLikeness {
  reason: VariantReason
  distance: number
  confidence: number
}

/** Words that stand in so many names are no misspellings. */
const ESTABLISHED = 3
/** A word that stands in so many times fewer names than one said alike is a misspelling of it. */
const MANY_TIMES = 8
/** Most words in which two names may differ. */
const MOST_WORDS = 3

/** Compares the words of two names with the same marks; `null` when they are two names. */
export function compareNames(
  a: readonly string[],
  b: readonly string[],
  evidence: WordEvidence,
): NameLikeness | null {
  const [left, right] = leftovers(a, b)
  if (left.length === 0 && right.length === 0)
    return { reason: { kind: 'word-order' }, distance: 0, confidence: 0.97 }
  const shared = a.length - left.length
  if (left.length === 0 || right.length === 0) {
    const slips = [...left, ...right].filter((word) => isSlipInArticle(word, evidence))
    if (slips.length === 1 && left.length + right.length === 1)
      return { reason: { kind: 'letters', letters: 1 }, distance: 1, confidence: 0.82 }
    const legal = [...left, ...right].every((word) => LEGAL_WORDS.has(word))
    return legal && shared > 0 ? { reason: { kind: 'legal-words' }, distance: 0, confidence: 0.88 } : null
  }
  const joined = compareJoined(left, right, evidence)
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) return joined
  if (left.length !== right.length) return joined ?? withoutLegalWords(left, right, a, evidence)
  return compareWordByWord(left, right, a, evidence) ?? joined
}

/** « rde » for « de »: a short word of hardly any other name, one letter away from an article. */
const isSlipInArticle = (word: string, evidence: WordEvidence): boolean =>
  word !== 'est' &&
  word.length <= 4 &&
  evidence.namesWith(word) <= 2 &&
  [...ARTICLES].some((article) => article.length > 1 && damerauDistance(word, article) === 1)

/** The words of each name that the other does not have, in their order. */
function leftovers(a: readonly string[], b: readonly string[]): [string[], string[]] {
  const right = [...b]
  const left = a.filter((word) => {
    const at = right.indexOf(word)
    if (at >= 0) right.splice(at, 1)
    return at < 0
  })
  return [left, right]
}

/** « ÎleVerte » for « Île Verte », or a letter in place of the blank. */
function compareJoined(
  left: readonly string[],
  right: readonly string[],
  evidence: WordEvidence,
): NameLikeness | null {
  const a = left.join('')
  const b = right.join('')
  if (left.length === right.length && left.length > 1 && a !== b) return null
  if (left.length === right.length && left.length === 1) return null
  const shorter = Math.min(a.length, b.length)
  const letters = editDistance(a, b, 2)
  if (letters > (shorter < 6 ? 0 : shorter < 12 ? 1 : 2)) return null
  // The joined word must be one that hardly any other name has.
  const fewer = left.length < right.length ? left : right
  if (letters > 0 && fewer.some((word) => evidence.namesWith(word) > 2)) return null
  return { reason: { kind: 'joined-words' }, distance: letters, confidence: 0.95 - letters * 0.07 }
}

function withoutLegalWords(
  left: readonly string[],
  right: readonly string[],
  whole: readonly string[],
  evidence: WordEvidence,
): NameLikeness | null {
  const a = left.filter((word) => !LEGAL_WORDS.has(word))
  const b = right.filter((word) => !LEGAL_WORDS.has(word))
  if (a.length !== b.length || a.length === 0) return null
  const found = compareWordByWord(a, b, whole, evidence)
  return found && { ...found, confidence: found.confidence - 0.1 }
}

/** Each word of one name (`whole` is all of it) against the nearest of the other. */
function compareWordByWord(
  left: readonly string[],
  right: readonly string[],
  whole: readonly string[],
  evidence: WordEvidence,
): NameLikeness | null {
  const others = [...right]
  let confidence = 1
  let distance = 0
  let kind: WordLink['kind'] = 'letters'
  for (const word of left) {
    let best: WordLink & { at: number } = { letters: Infinity, confidence: 0, kind: 'letters', at: -1 }
    for (const [at, other] of others.entries()) {
      const found = compareWords(word, other, evidence)
      if (found.confidence > best.confidence) best = { ...found, at }
    }
    if (best.at < 0) return null
    others.splice(best.at, 1)
    confidence = Math.min(confidence, best.confidence)
    distance += best.letters
    if (best.kind !== 'letters') kind = best.kind
  }
  confidence -= (left.length - 1) * 0.06
  const shared = whole.filter((word) => !left.includes(word))
  // A name of a single word has nothing else that could tell; nor has one whose other words many names have.
  if (shared.length === 0) confidence -= left.length === 1 && (left[0]?.length ?? 0) >= 8 ? 0.05 : 0.15
  else if ([...left, ...right].every((word) => evidence.namesWith(word) < ESTABLISHED))
    confidence += shared.some((word) => evidence.namesWith(word) < ESTABLISHED) ? 0.1 : -0.1
  const reason: VariantReason = kind === 'letters' ? { kind, letters: distance } : { kind }
  return { reason, distance, confidence }
}

interface WordLink {
  letters: number
  confidence: number
  kind: 'letters' | 'abbreviation' | 'sound'
}

function compareWords(a: string, b: string, evidence: WordEvidence): WordLink {
  const likeness = evidence.compare(a, b)
  if (likeness.confidence > 0) return { ...likeness, kind: 'letters' }
  const letters = editDistance(a, b)
  const short = a.length < b.length ? a : b
  const long = a.length < b.length ? b : a
  if (short.length >= 3 && short.length <= 5 && long.length >= short.length + 3 && long.startsWith(short)) {
    const confidence = evidence.namesWith(long) > evidence.namesWith(short) ? 0.8 : 0.6
    return { letters, confidence, kind: 'abbreviation' }
  }
  if (neverAlike(a, b)) return { letters, confidence: 0, kind: 'letters' }
  const fewer = Math.min(evidence.namesWith(a), evidence.namesWith(b))
  const rare = fewer <= 2 || Math.max(evidence.namesWith(a), evidence.namesWith(b)) >= fewer * MANY_TIMES
  const sound = frenchSound(a)
  if (rare && sound.length >= 4 && letters <= 4 && sound === frenchSound(b))
    return { letters, confidence: 0.72, kind: 'sound' }
  return { letters, confidence: 0, kind: 'letters' }
}

/** Whether each of two names has an established word that the other has not, nor anything like it: two names for sure. */
export function areEstablishedApart(
  a: readonly string[],
  b: readonly string[],
  evidence: WordEvidence,
): boolean {
  const [left, right] = leftovers(a, b)
  const isAlone = (word: string, others: readonly string[]): boolean =>
    !LEGAL_WORDS.has(word) &&
    evidence.namesWith(word) >= ESTABLISHED &&
    others.every((other) => evidence.compare(word, other).confidence === 0)
  return left.some((word) => isAlone(word, right)) && right.some((word) => isAlone(word, left))
}
