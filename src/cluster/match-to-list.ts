import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import { compareNames } from './compare-names.ts'
import { frenchSound } from './french-sound.ts'
import { jaroWinkler } from './likeness.ts'
import { nameWords, type NameWords } from './name-words.ts'
import { coreWords, withoutLegalMention } from './organisation.ts'
import { stretch, type Progress } from './progress.ts'
import { sameLetters } from './same-letters.ts'
import type { VariantReason } from './variant-group.ts'
import { WordEvidence } from './word-evidence.ts'

/** A text of the column with the official value nearest to it. */
export interface ListMatch {
  text: string
  cells: number
  /** The official value; `null` when none is near, or when two are equally near. */
  official: string | null
  /** From 0 to 1; 1 for the same text. */
  score: number
  /** Why; `null` for the same text, and when there is no official value or the two only look alike. */
  reason: VariantReason | null
  /** Official values that come next, the nearest first: what a person may choose from. */
  others: readonly { official: string; score: number }[]
}

/** Matches below this are shown as choices and not proposed. */
const LEAST_SCORE = 0.5
const CHOICES = 5
/** Official values that share so common a word are not looked at for it. */
const COMMON_WORD = 2000

/** Official values that are compared letter by letter: those that share the rarest words, sounds and starts of words. */
const COMPARED = 120
const OFFICIALS_BETWEEN_PAUSES = 500
const TEXTS_BETWEEN_PAUSES = 20

interface Official extends NameWords {
  text: string
  /** Its words in the alphabet's order. */
  sorted: string
}

/**
 * For each distinct text of the column, the nearest value of an official list, for a person to review: the same text, the
 * same letters, the same words, or words a few letters apart. Numbers and ordinals must agree. The texts that most cells
 * hold come first.
 *
 * `reference` may hold blanks and values again and again: each distinct one counts once. Propose what has an `official`, accept
 * by a threshold on `score`, and let the person choose among `others` for the rest. `progress` goes from 0 to 1; what it
 * rejects with, the search rejects with. 20,000 names against 35,000 official ones take some seconds.
 */
export async function matchToList(
  column: Column,
  reference: Column,
  progress: Progress,
): Promise<ListMatch[]> {
  const index = await OfficialIndex.of(reference, stretch(progress, 0, 0.2))
  const matches: ListMatch[] = []
  const texts = textsOf(column)
  for (const [done, { text, cells }] of texts.entries()) {
    if (done % TEXTS_BETWEEN_PAUSES === 0) await progress(0.2 + (done / texts.length) * 0.8)
    if (index.has(text)) {
      matches.push({ text, cells, official: text, score: 1, reason: null, others: [] })
      continue
    }
    const scored = index.nearest(text, CHOICES + 1)
    const [best, second] = scored
    const isClear =
      best !== undefined && best.proposed && best.score >= LEAST_SCORE && best.score > (second?.score ?? 0)
    matches.push({
      text,
      cells,
      official: isClear ? best.official : null,
      score: isClear ? best.score : 0,
      reason: isClear ? best.reason : null,
      others: scored
        .slice(isClear ? 1 : 0, isClear ? undefined : CHOICES)
        .map(({ official, score }) => ({ official, score })),
    })
  }
  return matches.sort((a, b) => b.cells - a.cells || (a.text < b.text ? -1 : 1))
}

/** The official values by the keys of their words. */
class OfficialIndex {
  readonly #list: Official[] = []
  readonly #texts = new Set<string>()
  readonly #evidence = new WordEvidence()
  readonly #numbersOf = new Map<string, number[]>()
  /** What the keys that a value shares with the text at hand say together. */
  #votes = new Float64Array(0)

  static async of(reference: Column, progress: Progress): Promise<OfficialIndex> {
    const index = new OfficialIndex()
    const texts = textsOf(reference)
    for (const [number, { text }] of texts.entries()) {
      if (number % OFFICIALS_BETWEEN_PAUSES === 0) await progress(number / texts.length)
      index.#add(text, number)
    }
    index.#votes = new Float64Array(texts.length)
    return index
  }

  #add(text: string, number: number): void {
    const official = officialOf(text)
    this.#list.push(official)
    this.#texts.add(text)
    this.#evidence.add(official.words)
    for (const key of keysOf(official.words, official.marks)) {
      const numbers = this.#numbersOf.get(key)
      if (numbers === undefined) this.#numbersOf.set(key, [number])
      else numbers.push(number)
    }
  }

  has(text: string): boolean {
    return this.#texts.has(text)
  }

  /** The official values nearest to a text, the nearest first. */
  nearest(text: string, most: number): Scored[] {
    const own = officialOf(text)
    const votes = this.#votes
    const met: number[] = []
    for (const key of keysOf(own.words, own.marks)) {
      const numbers = this.#numbersOf.get(key)
      if (numbers === undefined || numbers.length > COMMON_WORD) continue
      const weight = Math.log((this.#list.length + 1) / numbers.length)
      for (const number of numbers) {
        if (votes[number] === 0) met.push(number)
        votes[number]! += weight
      }
    }
    const likeliest =
      met.length <= COMPARED ? met : met.toSorted((a, b) => votes[b]! - votes[a]!).slice(0, COMPARED)
    const scored = likeliest.map((number) => scoreOf(own, this.#list[number]!, this.#evidence))
    for (const number of met) votes[number] = 0
    return scored.sort((a, b) => b.score - a.score || (a.official < b.official ? -1 : 1)).slice(0, most)
  }
}

function officialOf(text: string): Official {
  const found = wordsOf(text)
  return { text, ...found, sorted: [...found.words].sort().join(' ') }
}

function textsOf(column: Column): { text: string; cells: number }[] {
  const counts = countCodes(column)
  const texts: { text: string; cells: number }[] = []
  for (let code = BLANK + 1; code < column.dictionary.size; code++)
    if (counts[code]! > 0) texts.push({ text: column.dictionary.text(code), cells: counts[code]! })
  return texts
}

function wordsOf(text: string): NameWords {
  const found = nameWords(withoutLegalMention(text))
  return found.words.length > 0 ? found : { ...found, words: [text.trim().toLowerCase()] }
}

/** A name and an official one meet by a word, by the sound or the start of a word, or by all words joined. */
function keysOf(words: readonly string[], marks: readonly string[]): Set<string> {
  const keys = new Set([`=${coreWords(words).join('')}|${marks.join()}`])
  for (const word of words) {
    keys.add(word)
    if (word.length > 3) keys.add(`~${frenchSound(word)}`)
    if (word.length > 4) keys.add(`${word.slice(0, 4)}…`).add(`…${word.slice(-4)}`)
  }
  return keys
}

interface Scored {
  official: string
  score: number
  reason: VariantReason | null
  /** Whether the two can be one thing, and do not merely look alike. */
  proposed: boolean
}

function scoreOf(own: Official, official: Official, evidence: WordEvidence): Scored {
  const likeness = jaroWinkler(own.sorted, official.sorted)
  const alike = { official: official.text, score: likeness * 0.6, reason: null, proposed: false }
  if (own.marks.join() !== official.marks.join()) return { ...alike, score: alike.score / 2 }
  if (own.words.join(' ') === official.words.join(' ')) {
    const { reason, confidence } = sameLetters(own.text, official.text)
    return { official: official.text, score: confidence, reason, proposed: true }
  }
  const found = compareNames(own.words, official.words, evidence)
  if (found === null) return alike
  // Among equally sure ones, the one that looks most alike.
  const score = found.confidence * 0.97 + likeness * 0.02
  return { official: official.text, score, reason: found.reason, proposed: true }
}
