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
/** Few enough for a second between two words of progress. */
const KEYS_AT_ONCE = 1 << 21
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
 * two letters are deleted from each; what is left is hashed, equal hashes are brought together by sorting, and each pair
 * met so is compared. At most two million texts, each different.
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
  for (const round of rounds) {
    const passes = Math.ceil(round.keys / KEYS_AT_ONCE)
    for (let pass = 0; pass < passes; pass++) {
      await progress(work === 0 ? 1 : (done + (round.keys * pass) / passes) / work)
      search.run(round, pass, passes)
    }
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
  readonly #compared = new Set<number>()
  #keys = new Float64Array(1024)
  #size = 0
  /** Running hashes of the text at hand: `#hashes[i]` is that of its first i letters. */
  #hashes = new Int32Array(1024)
  #pass = 0
  #passes = 1
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

  /** Makes the keys of a round that fall to this pass, and compares the texts that share one. */
  run({ members, keys }: Round, pass: number, passes: number): void {
    this.#pass = pass
    this.#passes = passes
    this.#size = 0
    const expected = Math.ceil((keys / passes) * 1.1) + 1024
    if (this.#keys.length < expected) this.#keys = new Float64Array(expected)
    for (const { number, make, count } of members) {
      this.#number = number
      this.#seed = Math.imul(this.#kinds?.[number] ?? 0, 0x85ebca6b)
      const text = this.#texts[number]!
      if (make === 'deletions') this.#addLeft(text, count)
      else this.#addHalf(make === 'start' ? text : reversed(text), count)
    }
    this.#compareAlike()
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
    key = (key ^ (key >>> 15)) >>> 0
    if (this.#passes > 1 && key % this.#passes !== this.#pass) return
    if (this.#size === this.#keys.length) {
      const larger = new Float64Array(this.#keys.length * 1.5)
      larger.set(this.#keys)
      this.#keys = larger
    }
    this.#keys[this.#size++] = key * NUMBERS + this.#number
  }

  #compareAlike(): void {
    const keys = this.#keys.subarray(0, this.#size).sort()
    const alike: number[] = []
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
          for (let j = i + 1; j < alike.length; j++) this.#compare(alike[i]!, alike[j]!)
      }
      start = end
    }
  }

  #compare(a: number, b: number): void {
    if (this.#kinds !== undefined && this.#kinds[a] !== this.#kinds[b]) return
    const pair = a * NUMBERS + b
    if (this.#compared.has(pair)) return
    this.#compared.add(pair)
    const distance = this.#between(this.#texts[a]!, this.#texts[b]!, this.#radius)
    if (distance <= this.#radius) this.pairs.push({ a, b, distance })
  }
}

const reversed = (text: string): string => text.split('').reverse().join('')
