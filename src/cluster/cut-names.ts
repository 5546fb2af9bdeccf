import type { Name } from './names-of-column.ts'
import { plainLetters } from './plain-letters.ts'
import type { Progress } from './progress.ts'
import type { WordEvidence } from './word-evidence.ts'

/** Shortest text that a file's width may have cut. */
const SHORTEST = 20
/** The piece at the cut is no word of the column: it stands in so many names at most. */
const MOST_NAMES_OF_PIECE = 2
/** No lone letter and no Roman numeral: those are marks. */
const PIECE = /^[a-z]{2,}$/
const WORD = /^(?![ivx]+$)[a-z]{4,}$/
const NAMES_BETWEEN_PAUSES = 1000

const seen = (text: string): string =>
  plainLetters(text.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Pairs of a name cut inside a word (« Chorale de badminton de Prév ») and the only name of the column that goes on from there.
 * A name that ends with a whole word is not cut: « Judo club de Meylan » and « Judo club de Meylan Nord » are two.
 */
export async function cutNames(
  names: readonly Name[],
  evidence: WordEvidence,
  progress: Progress,
): Promise<[cut: Name, whole: Name][]> {
  const texts: { text: string; name: Name }[] = []
  for (const [number, name] of names.entries()) {
    if (number % NAMES_BETWEEN_PAUSES === 0) await progress((number / names.length) * 0.5)
    const text = seen(name.main.text)
    if (text.length >= SHORTEST) texts.push({ text, name })
  }
  texts.sort((a, b) => (a.text < b.text ? -1 : 1))
  const pairs: [Name, Name][] = []
  for (const [at, { text, name }] of texts.entries()) {
    if (at % NAMES_BETWEEN_PAUSES === 0) await progress(0.5 + (at / texts.length) * 0.5)
    const next = texts[at + 1]
    if (next === undefined || !next.text.startsWith(text) || !/[a-z]/.test(next.text.charAt(text.length)))
      continue
    if (texts[at + 2]?.text.startsWith(text) === true) continue
    const start = text.lastIndexOf(' ') + 1
    const piece = text.slice(start)
    const [word = ''] = next.text.slice(start).split(' ')
    if (PIECE.test(piece) && WORD.test(word) && evidence.namesWith(piece) <= MOST_NAMES_OF_PIECE)
      pairs.push([name, next.name])
  }
  return pairs
}
