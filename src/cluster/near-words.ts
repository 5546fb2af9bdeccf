import { damerauDistance } from './edit-distance.ts'
import { nearPairs } from './near-pairs.ts'
import type { Progress } from './progress.ts'
import type { WordEvidence } from './word-evidence.ts'

/** For a word, the words that it can be a misspelling of, the likeliest first: those that stand in more names. */
export type NearWords = ReadonlyMap<string, readonly string[]>

/** Shortest word that can have misspellings, and shortest that can have two letters wrong: as `WordEvidence.compare`. */
const SHORTEST = 3
const SHORTEST_FOR_TWO = 8
/** A name of one word that no other name has must be this long: shorter ones are near each other by chance. */
const SHORTEST_ALONE = 6
const MOST_NEAR = 12
const LIKELY = 0.7
const PAIRS_BETWEEN_PAUSES = 2000

/** Finds the near words among those of `names`, and tells the evidence which frequent word each rare one most likely is. */
export async function nearWords(
  names: readonly { readonly words: readonly string[] }[],
  evidence: WordEvidence,
  progress: Progress,
): Promise<NearWords> {
  const words = await wordsToCompare(names, (part) => progress(part * 0.1))
  const long = words.filter(({ length }) => length >= SHORTEST_FOR_TWO)
  const between = damerauDistance
  const one = await nearPairs(words, { radius: 1, between }, (part) => progress(0.1 + part * 0.2))
  const two = await nearPairs(long, { radius: 2, between }, (part) => progress(0.3 + part * 0.5))
  const near = new Map<string, { word: string; confidence: number }[]>()
  const all = one.length + two.length
  let done = 0
  const take = async (a: string, b: string): Promise<void> => {
    if (++done % PAIRS_BETWEEN_PAUSES === 0) await progress(0.8 + (done / all) * 0.15)
    const { confidence } = evidence.compare(a, b)
    if (confidence === 0) return
    const [rare, frequent] = isRarer(a, b, evidence) ? [a, b] : [b, a]
    const others = near.get(rare)
    if (others === undefined) near.set(rare, [{ word: frequent, confidence }])
    else others.push({ word: frequent, confidence })
  }
  for (const { a, b } of one) await take(words[a]!, words[b]!)
  for (const { a, b, distance } of two) if (distance === 2) await take(long[a]!, long[b]!)
  for (const word of words) {
    const read = word.replace('rn', 'm')
    if (read !== word && evidence.namesWith(read) > 0) await take(word, read)
  }
  const readings = new Map<string, readonly string[]>()
  const corrections = new Map<string, string>()
  for (const [word, others] of near) {
    if (readings.size % PAIRS_BETWEEN_PAUSES === 0) await progress(0.95 + (readings.size / near.size) * 0.05)
    others.sort(
      (a, b) => b.confidence - a.confidence || evidence.namesWith(b.word) - evidence.namesWith(a.word),
    )
    readings.set(
      word,
      others.slice(0, MOST_NEAR).map((one) => one.word),
    )
    const correction = correctionOf(word, others, evidence)
    if (correction !== undefined) corrections.set(word, correction)
  }
  evidence.learn(corrections)
  return readings
}

async function wordsToCompare(
  names: readonly { readonly words: readonly string[] }[],
  progress: Progress,
): Promise<string[]> {
  const found = new Set<string>()
  for (const [done, { words }] of names.entries()) {
    if (done % PAIRS_BETWEEN_PAUSES === 0) await progress(done / names.length)
    const shortest = words.length === 1 ? SHORTEST_ALONE : SHORTEST
    for (const word of words) if (word.length >= shortest) found.add(word)
  }
  return [...found]
}

function isRarer(a: string, b: string, evidence: WordEvidence): boolean {
  const difference = evidence.namesWith(a) - evidence.namesWith(b)
  return difference === 0 ? a < b : difference < 0
}

/** The most frequent of the words that a rare one is likely to be a misspelling of. */
function correctionOf(
  rare: string,
  others: readonly { word: string; confidence: number }[],
  evidence: WordEvidence,
): string | undefined {
  if (rare.length <= SHORTEST) return undefined
  let best: string | undefined
  for (const { word, confidence } of others)
    if (confidence >= LIKELY && (best === undefined || evidence.namesWith(word) > evidence.namesWith(best)))
      best = word
  return best
}
