import type { Keyer } from './keyer.ts'
import { plainLetters } from './plain-letters.ts'

const UNSAID = /\p{P}|\p{Cc}|\p{White_Space}/gu
/** Half of a character outside the basic plane, which a run can cut in two. */
const HALF_CHARACTER = /\p{Cs}/gu

/**
 * The distinct runs of `size` characters of a text, in alphabetical order and one after another; case, accents, punctuation
 * and blanks are set aside first. As OpenRefine 3.6 makes it.
 */
function ngramKey(text: string, size: number): string {
  const letters = plainLetters(text.toLowerCase().replace(UNSAID, ''))
  const runs = new Set<string>()
  for (let at = 0; at + size <= letters.length; at++) runs.add(letters.slice(at, at + size))
  return [...runs].sort().join('').replace(HALF_CHARACTER, '?')
}

/** OpenRefine's method of the same name, with the length of the runs chosen (2 in its dialog). */
export const ngramFingerprint = (size: number): Keyer => ({
  id: size === 2 ? 'ngram-fingerprint' : `ngram-fingerprint-${size}`,
  name:
    size === 1
      ? { fr: 'Mêmes lettres', en: 'Same letters' }
      : { fr: `Mêmes suites de ${size} lettres`, en: `Same runs of ${size} letters` },
  about:
    size === 1
      ? {
          fr: 'Les mêmes lettres, quel que soit leur ordre : trouve les lettres interverties ou doublées.',
          en: 'The same letters in any order: finds letters that were swapped or doubled.',
        }
      : {
          fr: `Les mêmes suites de ${size} lettres, sans regarder les espaces : trouve les mots collés ou coupés.`,
          en: `The same runs of ${size} letters, whatever the blanks: finds words that were joined or split.`,
        },
  key: (text) => ngramKey(text, size),
})
