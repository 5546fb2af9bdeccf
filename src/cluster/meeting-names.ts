import { frenchSound } from './french-sound.ts'
import { changed, keyOf, MeetingKeys, NO_KEY, type Key } from './meeting-keys.ts'
import type { Name } from './names-of-column.ts'
import { nearPairs } from './near-pairs.ts'
import type { NearWords } from './near-words.ts'
import { coreWords, LEGAL_WORDS } from './organisation.ts'
import { stretch, type Progress } from './progress.ts'
import type { WordEvidence } from './word-evidence.ts'

/** Names under one key beyond so many are not compared: the key says too little. */
const MOST_OWNERS = 8
const MOST_MEETING = 24
/** Of a word that is one of two to be replaced, only the likeliest readings are tried. */
const READINGS_OF_TWO = 3
/** Longest word that can be a slip in an article, and most names that it may stand in. */
const LONGEST_SLIP = 4
const MOST_NAMES_OF_SLIP = 2
/** Letters by which an abbreviation and its word meet. */
const START = 2

/**
 * Finds for each name others worth comparing. Two names meet when their words, legal ones and order set aside, are the same;
 * or become so when one or two words are replaced by words near them, when all are written by their sound, when one is cut to
 * its start, or when a short rare one is left out. Names with different marks never meet.
 */
export class MeetingNames {
  readonly #names: readonly Name[]
  readonly #near: NearWords
  readonly #evidence: WordEvidence
  readonly #keys = new Map<string, Key>()
  /** Names by their own words. */
  readonly #owners = new MeetingKeys()
  /** Names by words put in place of theirs. */
  readonly #readings = new MeetingKeys()
  readonly #loose = new MeetingKeys()
  readonly #metBy: Int32Array

  constructor(names: readonly Name[], near: NearWords, evidence: WordEvidence) {
    this.#names = names
    this.#near = near
    this.#evidence = evidence
    this.#metBy = new Int32Array(names.length).fill(-1)
  }

  /** To be called for every name, by its number, before any is asked for. */
  enter(number: number): void {
    this.#owners.add(this.#wholeOf(number), number)
  }

  /** Numbers of names worth comparing with this one; each pair comes at least once when every name has been asked for. */
  meet(number: number): number[] {
    const met: number[] = []
    const metBy = this.#metBy
    metBy[number] = number
    const take = (other: number): void => {
      if (metBy[other] === number) return
      metBy[other] = number
      met.push(other)
    }
    const words = coreWords(this.#names[number]!.words)
    const whole = this.#wholeOf(number)
    this.#owners.each(whole, MOST_OWNERS, take)
    this.#eachReading(words, whole, (key) => {
      this.#owners.each(key, MOST_OWNERS, take)
      this.#readings.each(key, MOST_MEETING, take)
      this.#readings.add(key, number)
    })
    this.#eachLooseKey(words, whole, this.#names[number]!.marks, (key) => {
      this.#loose.each(key, MOST_MEETING, take)
      this.#loose.add(key, number)
    })
    return met
  }

  #keyOf(text: string): Key {
    let key = this.#keys.get(text)
    if (key === undefined) this.#keys.set(text, (key = keyOf(text)))
    return key
  }

  #wholeOf(number: number): Key {
    const { words, marks } = this.#names[number]!
    return this.#sumOf(coreWords(words), marks)
  }

  #sumOf(words: readonly string[], marks: string): Key {
    return words.reduce((sum, word) => changed(sum, this.#keyOf(word), NO_KEY), this.#keyOf(`|${marks}`))
  }

  /** The keys of the name with one or two words replaced by near ones, and without a slip in an article. */
  #eachReading(words: readonly string[], whole: Key, take: (key: Key) => void): void {
    for (const [at, word] of words.entries()) {
      const own = this.#keyOf(word)
      const isSlip = word.length <= LONGEST_SLIP && this.#evidence.namesWith(word) <= MOST_NAMES_OF_SLIP
      if (isSlip && words.length > 1) take(changed(whole, NO_KEY, own))
      for (const [rank, reading] of (this.#near.get(word) ?? []).entries()) {
        const one = changed(whole, this.#readingKey(reading), own)
        take(one)
        if (rank < READINGS_OF_TWO) this.#eachSecondReading(words.slice(at + 1), one, take)
      }
    }
  }

  /** A legal word is of no account in the key of a name. */
  #readingKey(reading: string): Key {
    return LEGAL_WORDS.has(reading) ? NO_KEY : this.#keyOf(reading)
  }

  #eachSecondReading(others: readonly string[], whole: Key, take: (key: Key) => void): void {
    for (const word of others) {
      const own = this.#keyOf(word)
      for (const reading of (this.#near.get(word) ?? []).slice(0, READINGS_OF_TWO))
        take(changed(whole, this.#readingKey(reading), own))
    }
  }

  /** The keys of the name by its sound, and with one word cut to its start. */
  #eachLooseKey(words: readonly string[], whole: Key, marks: string, take: (key: Key) => void): void {
    const sounds = words.map((word) => `~${frenchSound(word)}`)
    take(this.#sumOf(sounds, marks))
    if (words.length < 2) return
    for (const word of words)
      if (word.length >= START)
        take(changed(whole, this.#keyOf(`${word.slice(0, START)}…`), this.#keyOf(word)))
  }
}

const FEWEST_LETTERS = 4
const NAMES_BETWEEN_PAUSES = 2000

/** Pairs of names that are one letter apart at most once blanks are set aside, and have other numbers of words. */
export async function joinedNames(names: readonly Name[], progress: Progress): Promise<[number, number][]> {
  const texts: string[] = []
  const owners: number[] = []
  const kindOf = new Map<string, number>()
  const kinds: number[] = []
  for (const [number, { forms, marks }] of names.entries()) {
    if (number % NAMES_BETWEEN_PAUSES === 0) await progress((number / names.length) * 0.2)
    const kind = kindOf.get(marks) ?? kindOf.size
    kindOf.set(marks, kind)
    for (const text of new Set(forms.map(({ words }) => words.join('')))) {
      if (text.length < FEWEST_LETTERS) continue
      texts.push(text)
      owners.push(number)
      kinds.push(kind)
    }
  }
  const pairs = await nearPairs(
    texts,
    { radius: 1, kinds: Uint32Array.from(kinds) },
    stretch(progress, 0.2, 1),
  )
  return pairs
    .filter(({ a, b, distance }) => {
      const [left, right] = [names[owners[a]!]!, names[owners[b]!]!]
      return left !== right && (distance === 0 || left.words.length !== right.words.length)
    })
    .map(({ a, b }) => [owners[a]!, owners[b]!])
}
