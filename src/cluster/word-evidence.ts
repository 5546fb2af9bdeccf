import { damerauDistance, editDistance } from './edit-distance.ts'

/** From so many names on, a word is a word of its own and no misspelling of another. */
const ESTABLISHED = 3
/** From so many names on, a word of three or four letters can have misspellings. */
const COMMON = 5
/** Unless the other one stands in so many times more names; a long word, of which fewer are near each other, in fewer times. */
const OVERWHELMING = 40
const OVERWHELMING_IF_LONG = 12

/** Words that differ by few letters and always say different things. */
const NEVER_ALIKE: ReadonlyMap<string, ReadonlySet<string>> = bothWays(
  [
    'saint sainte|saints saintes|haut bas|haute basse|nord sud|est ouest|mont pont|masculin feminin|homme femme',
    'hommes femmes|garcons filles|junior senior|juniors seniors|cadets cadettes|public prive|pere mere|peres meres',
    'primaire maternelle|superieur inferieur|interieur exterieur|ancien nouveau|cousins cousines|fils fille',
    'jean jeanne|francois francoise|gael gaelle|daniel danielle|michel michele|michel michelle|martin martine',
    'andre andree|rene renee|pascal pascale|joel joelle|frederic frederique|denis denise',
    'louis louise|paul paule|laurent laurence|emmanuel emmanuelle|marcel marcelle',
    'gabriel gabrielle|christian christiane|fabien fabienne|julien julienne|adrien adrienne|lucien lucienne|yvon yvonne',
  ].flatMap((line) => line.split('|').map((pair) => pair.split(' '))),
)

/** Whether two words, in plain letters, always say different things however near they are. */
export const neverAlike = (a: string, b: string): boolean => NEVER_ALIKE.get(a)?.has(b) === true

function bothWays(pairs: readonly (readonly string[])[]): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>()
  for (const [a = '', b = ''] of pairs)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      others.set(from, (others.get(from) ?? new Set()).add(to))
  return others
}

/** How two words compare: so many letters apart with this confidence; or words of their own (0). */
export interface WordLikeness {
  letters: number
  confidence: number
}

const DIFFERENT: WordLikeness = { letters: Infinity, confidence: 0 }

/** What the names of a column say of their words: how many names each stands in. */
export class WordEvidence {
  readonly #names = new Map<string, number>()
  #corrections: ReadonlyMap<string, string> = new Map()

  constructor(names: Iterable<readonly string[]> = []) {
    for (const words of names) this.add(words)
  }

  /** Takes a name more into account. */
  add(words: readonly string[]): void {
    for (const [at, word] of words.entries())
      if (words.indexOf(word) === at) this.#names.set(word, (this.#names.get(word) ?? 0) + 1)
  }

  /** Number of names in which a word stands. */
  namesWith(word: string): number {
    return this.#names.get(word) ?? 0
  }

  /** Takes note of the frequent word that each of these rare ones is a misspelling of. */
  learn(corrections: ReadonlyMap<string, string>): void {
    this.#corrections = corrections
  }

  /**
   * Whether one word can be a misspelling of the other. Longer words bear more changes; a rare word near a frequent one is
   * likely to be it; two words that both stand in several names are different words.
   */
  compare(a: string, b: string): WordLikeness {
    if (neverAlike(a, b)) return DIFFERENT
    // Two misspellings of a third word, which stands in names of its own.
    const meant = this.#corrections.get(a)
    if (meant !== undefined && meant === this.#corrections.get(b))
      return { letters: editDistance(a, b), confidence: 0.8 }
    const shorter = Math.min(a.length, b.length)
    const limit = shorter < 3 ? 0 : shorter < 8 ? 1 : 2
    let letters = editDistance(a, b, 3)
    if (letters > limit && letters <= 2 && shorter >= 3) letters = damerauDistance(a, b)
    if (letters > limit && !isMisread(a, b)) return DIFFERENT
    const rare = Math.min(this.namesWith(a), this.namesWith(b))
    const frequent = Math.max(this.namesWith(a), this.namesWith(b))
    const times = frequent / Math.max(rare, 1)
    // « cullture », « rnusique »: a hand that doubles a letter and a machine that reads m as rn do so over and over.
    if (times >= 4 && shorter >= 5 && (undoubled(a) === undoubled(b) || isMisread(a, b)))
      return { letters, confidence: 0.82 }
    if (rare >= ESTABLISHED) {
      if (isPlural(a, b)) return { letters, confidence: 0.75 }
      return times < (shorter < 8 ? OVERWHELMING : OVERWHELMING_IF_LONG)
        ? DIFFERENT
        : { letters, confidence: 0.7 }
    }
    // Short words are many and near each other, sets of initials above all: only a letter too many, too few or misplaced counts.
    if (shorter === 3) {
      const changed = a.length === b.length && sorted(a) !== sorted(b)
      return changed || rare > 2 || frequent < COMMON ? DIFFERENT : { letters, confidence: 0.72 }
    }
    // Few people miss the first letter: « Hoche » and « Roche » are two names.
    const sameStart = a.charAt(0) === b.charAt(0) || a.length !== b.length
    if (frequent < ESTABLISHED || times < 4)
      return { letters, confidence: confidenceByLength(shorter, letters) - (sameStart ? 0 : 0.3) }
    const confidence = (times < 8 ? 0.8 : 0.88) - (letters - 1) * 0.06
    return { letters, confidence: confidence - (sameStart ? 0 : shorter < 6 ? 0.3 : 0.1) }
  }
}

const undoubled = (word: string): string => word.replace(/(.)\1/g, '$1')

const isMisread = (a: string, b: string): boolean =>
  a.length !== b.length && a.replaceAll('rn', 'm') === b.replaceAll('rn', 'm')

const sorted = (word: string): string => word.split('').sort().join('')

const isPlural = (a: string, b: string): boolean => `${a}s` === b || `${b}s` === a

/** Of words that stand in few names each: the longer they are, the less likely is it that two names are so near by chance. */
function confidenceByLength(shorter: number, letters: number): number {
  if (letters > 1) return shorter >= 10 ? 0.65 : 0.5
  return shorter >= 9 ? 0.85 : shorter >= 7 ? 0.75 : shorter === 6 ? 0.6 : 0.45
}
