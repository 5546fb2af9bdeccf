import { Problem } from '../problem/problem.ts'
import { editDistance } from './edit-distance.ts'
import type { Progress } from './progress.ts'

/** Two texts, by their numbers with the smaller first, and their edit distance. */
export interface NearPair {
  a: number
  b: number
  distance: number
}

export interface NearPairOptions {
  /** Most letters of difference: 1 or 2. */
  radius: 1 | 2
  /** Texts with different numbers here are not compared. */
  kinds?: Uint32Array
  /** The distance; that of `editDistance` if absent, else one of which a change can be undone by deleting a letter on each side. */
  between?: (a: string, b: string, limit: number) => number
}

/** Texts this long and longer meet by their halves, as the number of what is left after two deletions grows with the square. */
const LONG: Readonly<Record<1 | 2, number>> = { 1: 512, 2: 72 }
/** Keys of one pass: eight bytes each. */
const KEYS_AT_ONCE = 1 << 23
/** Keys of one part: so few that noting which are met twice stays in the fastest memory. */
const KEYS_OF_PART = 1 << 14
/** Bits that note the keys of a part, eight a key: few keys that are met once share theirs with another. */
const NOTED_BITS = 17
/** Keys made, and pairs compared, between two words of progress. */
const KEYS_BETWEEN_PAUSES = 1 << 16
const PAIRS_BETWEEN_PAUSES = 1 << 13
/** Beyond this a person could not look at what is found, nor a page hold it. */
const MOST_PAIRS = 2_000_000
/** A key and the number of its text share a float: 32 bits and 21. */
const NUMBERS = 2 ** 21
const BASE = 0x01000193
const INVERSE = inverseOf(BASE)
const INVERSE2 = Math.imul(INVERSE, INVERSE)

/** The number that an odd one is multiplied with to give 1 in 32 bits (Newton’s iteration). */
function inverseOf(odd: number): number {
  let inverse = odd
  for (let round = 0; round < 5; round++) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse))
  return inverse
}

function scattered(unit: number): number {
  let hash = Math.imul(unit + 0x7f4a7c15, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/**
 * All pairs of texts within one or two letters of each other, none left out. Two texts at that distance are equal once one or
 * two letters are deleted from each. What is left is hashed, hashes are dealt out to small parts by their first bits, those
 * that are met twice in a part are sorted, and the texts of equal ones are compared. At most two million texts.
 * Rejects with Problem `too-many-near` when more than two million pairs are found.
 */
export async function nearPairs(
  texts: readonly string[],
  options: NearPairOptions,
  progress: Progress,
): Promise<NearPair[]> {
  const search = new Search(texts, options)
  const rounds = search.rounds()
  const work = rounds.reduce((sum, round) => sum + round.keys, 0)
  let done = 0
  await progress(0)
  for (const round of rounds) {
    await search.run(round, (part) => progress((done + round.keys * part) / work))
    done += round.keys
  }
  return search.pairs
}

/** Texts whose keys can be equal, and how the keys of each are made. */
interface Round {
  members: readonly { number: number; make: 'deletions' | 'start' | 'end'; count: number }[]
  keys: number
}

class Search {
  readonly pairs: NearPair[] = []
  readonly #texts: readonly string[]
  readonly #radius: 1 | 2
  readonly #kinds: Uint32Array | undefined
  readonly #between: (a: string, b: string, limit: number) => number
  readonly #found = new Set<number>()
  /** Keys, each followed by the number of its text, part after part. */
  #dealt = new Uint32Array(1024)
  /** Where the next key of each part goes, once they are counted. */
  #ends = new Uint32Array(1)
  #counting = true
  /** Bits of a key to drop for the number of its part. */
  #partShift = 0
  #pass = 0
  #passes = 1
  readonly #once = new Uint32Array(2 ** (NOTED_BITS - 5))
  readonly #again = new Uint32Array(2 ** (NOTED_BITS - 5))
  #alike = new Float64Array(1024)
  /** Running hashes of the text at hand: `#hashes[i]` is that of its first i letters. */
  #hashes = new Int32Array(1024)
  #number = 0
  #seed = 0

  constructor(texts: readonly string[], { radius, kinds, between = editDistance }: NearPairOptions) {
    this.#texts = texts
    this.#radius = radius
    this.#kinds = kinds
    this.#between = between
  }

  /** What is left after deletions, by its length; then the starts and the ends of the long texts. */
  rounds(): Round[] {
    const radius = this.#radius
    const byLength: number[][] = []
    this.#texts.forEach((text, number) => (byLength[text.length] ??= []).push(number))
    const rounds: Round[] = []
    const longest = Math.min(byLength.length - 1, LONG[radius] + radius - 1)
    for (let left = 0; left <= longest; left++) {
      const members: Round['members'][number][] = []
      let keys = 0
      for (let count = 0; count <= radius && left + count <= longest; count++) {
        const length = left + count
        for (const number of byLength[length] ?? []) members.push({ number, make: 'deletions', count })
        keys += (byLength[length]?.length ?? 0) * [1, length, (length * (length - 1)) / 2][count]!
      }
      if (members.length > 1) rounds.push({ members, keys })
    }
    const long = byLength.slice(LONG[radius]).flat()
    if (long.length > 1) {
      for (const make of ['start', 'end'] as const)
        rounds.push({
          members: long.map((number) => ({ number, make, count: radius - 1 })),
          keys: long.length * (radius === 1 ? 1 : LONG[radius] + 2),
        })
    }
    return rounds
  }

  /** Compares the texts of a round that share a key. */
  async run(round: Round, progress: Progress): Promise<void> {
    this.#passes = Math.ceil(round.keys / KEYS_AT_ONCE)
    const keys = round.keys / this.#passes
    const partBits = Math.max(1, Math.ceil(Math.log2(keys / KEYS_OF_PART + 1)))
    this.#partShift = 32 - partBits
    for (this.#pass = 0; this.#pass < this.#passes; this.#pass++) {
      const share: Progress = (part) => progress((this.#pass + part) / this.#passes)
      await this.#dealOut(round, 2 ** partBits, (part) => share(part * 0.7))
      let start = 0
      for (const [part, end] of this.#ends.entries()) {
        await share(0.7 + (part / this.#ends.length) * 0.3)
        await this.#compareAlike(this.#metTwice(start, end), (within) =>
          share(0.7 + ((part + within) / this.#ends.length) * 0.3),
        )
        start = end
      }
    }
  }

  /** Makes the keys of this pass twice: to count those of each part, and to put each into its part. */
  async #dealOut(round: Round, parts: number, progress: Progress): Promise<void> {
    this.#ends = new Uint32Array(parts)
    this.#counting = true
    await this.#makeKeys(round, (part) => progress(part / 2))
    let start = 0
    for (const [part, count] of this.#ends.entries()) {
      this.#ends[part] = start
      start += count
    }
    if (this.#dealt.length < start * 2) this.#dealt = new Uint32Array(start * 2)
    this.#counting = false
    await this.#makeKeys(round, (part) => progress(0.5 + part / 2))
  }

  async #makeKeys({ members, keys }: Round, progress: Progress): Promise<void> {
    const stride = Math.max(1, Math.floor((members.length * KEYS_BETWEEN_PAUSES) / keys))
    for (const [at, { number, make, count }] of members.entries()) {
      if (at % stride === 0) await progress(at / members.length)
      this.#number = number
      this.#seed = Math.imul(this.#kinds?.[number] ?? 0, 0x85ebca6b)
      const text = this.#texts[number]!
      if (make === 'deletions') this.#addLeft(text, count)
      else this.#addHalf(make === 'start' ? text : reversed(text), count)
    }
  }

  #hash(text: string): void {
    if (this.#hashes.length <= text.length) this.#hashes = new Int32Array(text.length * 2)
    const hashes = this.#hashes
    let hash = 0
    let power = 1
    for (let at = 0; at < text.length; at++) {
      hash = (hash + Math.imul(scattered(text.charCodeAt(at)), power)) | 0
      power = Math.imul(power, BASE)
      hashes[at + 1] = hash
    }
  }

  /** Keys of what is left of a text after `count` deletions. */
  #addLeft(text: string, count: number): void {
    this.#hash(text)
    const hashes = this.#hashes
    const length = text.length
    const whole = hashes[length]!
    if (count === 0) this.#add(whole)
    else if (count === 1)
      for (let at = 0; at < length; at++) this.#add(hashes[at]! + Math.imul(whole - hashes[at + 1]!, INVERSE))
    else
      for (let first = 0; first < length - 1; first++) {
        const start = hashes[first]! - Math.imul(hashes[first + 1]!, INVERSE)
        for (let second = first + 1; second < length; second++)
          this.#add(
            start + Math.imul(hashes[second]!, INVERSE) + Math.imul(whole - hashes[second + 1]!, INVERSE2),
          )
      }
  }

  /**
   * Keys of the first half of a long text. Of two changes one half has one at most: what is left of half + 1 letters after
   * one deletion, the half, and the half after one deletion meet whatever the change is.
   */
  #addHalf(text: string, count: number): void {
    const half = LONG[this.#radius] / 2
    const start = text.slice(0, half + 1)
    this.#hash(start)
    this.#add(this.#hashes[half]!)
    if (count === 0) return
    this.#addLeft(start, 1)
    this.#addLeft(start.slice(0, half), 1)
  }

  #add(hash: number): void {
    let key = Math.imul(hash ^ this.#seed, 0x2c1b3c6d)
    key = Math.imul(key ^ (key >>> 15), 0x297a2d39)
    key = (key ^ (key >>> 13)) >>> 0
    if (this.#passes > 1 && key % this.#passes !== this.#pass) return
    const part = key >>> this.#partShift
    const place = this.#ends[part]!++
    if (this.#counting) return
    this.#dealt[place * 2] = key
    this.#dealt[place * 2 + 1] = this.#number
  }

  /** Of the keys of a part those that are met twice, and few others, sorted. */
  #metTwice(start: number, end: number): Float64Array {
    const dealt = this.#dealt
    const once = this.#once.fill(0)
    const again = this.#again.fill(0)
    for (let at = start; at < end; at++) {
      const key = dealt[at * 2]!
      const word = (key & (2 ** NOTED_BITS - 1)) >>> 5
      const bit = 1 << (key & 31)
      if ((once[word]! & bit) === 0) once[word]! |= bit
      else again[word]! |= bit
    }
    if (this.#alike.length < end - start) this.#alike = new Float64Array((end - start) * 2)
    const alike = this.#alike
    let size = 0
    for (let at = start; at < end; at++) {
      const key = dealt[at * 2]!
      if ((again[(key & (2 ** NOTED_BITS - 1)) >>> 5]! & (1 << (key & 31))) === 0) continue
      alike[size++] = key * NUMBERS + dealt[at * 2 + 1]!
    }
    return alike.subarray(0, size).sort()
  }

  async #compareAlike(keys: Float64Array, progress: Progress): Promise<void> {
    const alike: number[] = []
    let compared = 0
    for (let start = 0; start < keys.length;) {
      const key = Math.floor(keys[start]! / NUMBERS)
      const next = (key + 1) * NUMBERS
      let end = start + 1
      while (end < keys.length && keys[end]! < next) end++
      if (end > start + 1) {
        alike.length = 0
        for (let at = start; at < end; at++) {
          const number = keys[at]! - key * NUMBERS
          if (alike.at(-1) !== number) alike.push(number)
        }
        for (let i = 0; i < alike.length; i++)
          for (let j = i + 1; j < alike.length; j++) {
            if (++compared % PAIRS_BETWEEN_PAUSES === 0) await progress(start / keys.length)
            this.#compare(alike[i]!, alike[j]!)
          }
      }
      start = end
    }
  }

  #compare(a: number, b: number): void {
    if (this.#kinds !== undefined && this.#kinds[a] !== this.#kinds[b]) return
    const distance = this.#between(this.#texts[a]!, this.#texts[b]!, this.#radius)
    if (distance > this.#radius) return
    const pair = a * NUMBERS + b
    if (this.#found.has(pair)) return
    if (this.#found.size === MOST_PAIRS)
      throw new Problem('too-many-near', { texts: this.#texts.length, pairs: MOST_PAIRS })
    this.#found.add(pair)
    this.pairs.push({ a, b, distance })
  }
}

const reversed = (text: string): string => text.split('').reverse().join('')
