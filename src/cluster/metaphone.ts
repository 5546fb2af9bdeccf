import type { Keyer } from './keyer.ts'

const isVowel = (letter: string): boolean => letter !== '' && 'AEIOU'.includes(letter)
/** E, I and Y, which soften C and G before them. */
const softens = (letter: string): boolean => letter !== '' && 'EIY'.includes(letter)

/** The text with the silent letters at its start set aside: KN, GN, PN, AE, WR, WH, X. */
function withoutSilentStart(word: string): string {
  if (/^(?:[KGP]N|AE|WR)/.test(word)) return word.slice(1)
  if (word.startsWith('WH')) return `W${word.slice(2)}`
  return word.startsWith('X') ? `S${word.slice(1)}` : word
}

/** Sound of the letter at a place, and how many letters more it takes: Philips’s rules of 1990, as Apache Codec reads them. */
function soundAt(word: string, at: number): readonly [sound: string, more: number] {
  const letter = word.charAt(at)
  const before = word.charAt(at - 1)
  const next = word.charAt(at + 1)
  const isLast = at === word.length - 1
  const here = (text: string): boolean => word.startsWith(text, at)
  switch (letter) {
    case 'A':
    case 'E':
    case 'I':
    case 'O':
    case 'U':
      return [at === 0 ? letter : '', 0]
    case 'B':
      return [before === 'M' && isLast ? '' : 'B', 0]
    case 'C':
      if (before === 'S' && softens(next)) return ['', 0]
      if (here('CIA')) return ['X', 0]
      if (softens(next)) return ['S', 0]
      if (next !== 'H') return ['K', 0]
      if (before === 'S') return ['K', 0]
      return [at === 0 && word.length >= 3 && isVowel(word.charAt(2)) ? 'K' : 'X', 0]
    case 'D':
      return next === 'G' && softens(word.charAt(at + 2)) ? ['J', 2] : ['T', 0]
    case 'G':
      if (next === 'H' && !isVowel(word.charAt(at + 2))) return ['', 0]
      if (at > 0 && next === 'N') return ['', 0]
      return [softens(next) && before !== 'G' ? 'J' : 'K', 0]
    case 'H':
      if (at > 0 && 'CSPTG'.includes(before)) return ['', 0]
      return [isVowel(next) ? 'H' : '', 0]
    case 'K':
      return [at > 0 && before === 'C' ? '' : 'K', 0]
    case 'P':
      return [next === 'H' ? 'F' : 'P', 0]
    case 'Q':
      return ['K', 0]
    case 'S':
      return [here('SH') || here('SIO') || here('SIA') ? 'X' : 'S', 0]
    case 'T':
      if (here('TIA') || here('TIO')) return ['X', 0]
      if (here('TCH')) return ['', 0]
      return [here('TH') ? '0' : 'T', 0]
    case 'V':
      return ['F', 0]
    case 'W':
    case 'Y':
      return [isVowel(next) ? letter : '', 0]
    case 'X':
      return ['KS', 0]
    case 'Z':
      return ['S', 0]
    case 'F':
    case 'J':
    case 'L':
    case 'M':
    case 'N':
    case 'R':
      return [letter, 0]
    default:
      return ['', 0]
  }
}

function metaphoneKey(text: string): string {
  const upper = text.toUpperCase()
  if (text.length === 1) return upper
  const word = withoutSilentStart(upper)
  let key = ''
  for (let at = 0; at < word.length; at++) {
    if (word.charAt(at) !== 'C' && at > 0 && word.charAt(at - 1) === word.charAt(at)) continue
    const [sound, more] = soundAt(word, at)
    key += sound
    at += more
  }
  return key
}

export const metaphone: Keyer = {
  id: 'metaphone',
  name: { fr: 'Son anglais (Metaphone)', en: 'English sound (Metaphone)' },
  about: {
    fr: 'Le texte entier se prononce de même en anglais ; les voyelles ne comptent qu’au début.',
    en: 'The whole text sounds the same in English; vowels count at the beginning only.',
  },
  key: metaphoneKey,
}
