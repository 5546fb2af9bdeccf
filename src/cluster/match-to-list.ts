import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import { compareNames } from './compare-names.ts'
import { frenchSound } from './french-sound.ts'
import { jaroWinkler } from './likeness.ts'
import { nameWords, type NameWords } from './name-words.ts'
import { coreWords, withoutLegalMention } from './organisation.ts'
import type { Progress } from './progress.ts'
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

const TEXTS_BETWEEN_PAUSES = 1000
const MATCHES_BETWEEN_PAUSES = 50

interface Official extends NameWords {
  text: string
}

/**
 * For each distinct text of the column, the nearest value of an official list, for a person to review: the same text, the
 * same letters, the same words, or words a few letters apart. Numbers and ordinals must agree. The texts that most cells
 * hold come first.
 */
export async function matchToList(
  column: Column,
  reference: Column,
  progress: Progress,
): Promise<ListMatch[]> {
  const list: Official[] = []
  const officials = textsOf(reference)
  for (const { text } of officials) {
    if (list.length % TEXTS_BETWEEN_PAUSES === 0) await progress((list.length / officials.length) * 0.1)
    list.push({ text, ...wordsOf(text) })
  }
  const exact = new Set(list.map(({ text }) => text))
  const evidence = new WordEvidence(list.map(({ words }) => words))
  const index = new Map<string, number[]>()
  for (const [number, { words, marks }] of list.entries()) {
    if (number % TEXTS_BETWEEN_PAUSES === 0) await progress(0.1 + (number / list.length) * 0.1)
    for (const key of keysOf(words, marks)) {
      const numbers = index.get(key)
      if (numbers === undefined) index.set(key, [number])
      else if (numbers.at(-1) !== number) numbers.push(number)
    }
  }
  const matches: ListMatch[] = []
  const texts = textsOf(column)
  for (const [done, { text, cells }] of texts.entries()) {
    if (done % MATCHES_BETWEEN_PAUSES === 0) await progress(0.2 + (done / texts.length) * 0.8)
    if (exact.has(text)) {
      matches.push({ text, cells, official: text, score: 1, reason: null, others: [] })
      continue
    }
    const own = { text, ...wordsOf(text) }
    const near = new Set<number>()
    for (const key of keysOf(own.words, own.marks)) {
      const numbers = index.get(key) ?? []
      if (numbers.length <= COMMON_WORD) for (const number of numbers) near.add(number)
    }
    const scored = Array.from(near, (number) => scoreOf(own, list[number]!, evidence))
      .sort((a, b) => b.score - a.score || (a.official < b.official ? -1 : 1))
      .slice(0, CHOICES + 1)
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
  const likeness = jaroWinkler([...own.words].sort().join(' '), [...official.words].sort().join(' '))
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
