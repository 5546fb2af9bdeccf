import type { Keyer } from './keyer.ts'

/** Digit of each letter from A to Z; 0 for vowels, which part equal digits, and - for H and W, which do not. */
const DIGITS = '01230120022455012623010202'.split('')
for (const silent of 'HW') DIGITS[silent.charCodeAt(0) - 65] = '-'

const NOT_LETTER = /\P{L}/gu

/**
 * First letter and three digits (Knuth, after Russell). A text with a letter outside A to Z among those that the key is made
 * of has none: OpenRefine's keyer breaks off on it.
 */
function soundexKey(text: string): string {
  const letters = text.replace(NOT_LETTER, '').toUpperCase()
  let key = letters.charAt(0)
  let last = ''
  for (let at = 0; at < letters.length && key.length < 4; at++) {
    const digit = DIGITS[letters.charCodeAt(at) - 65]
    if (digit === undefined) return ''
    if (digit === '-') continue
    if (at > 0 && digit !== '0' && digit !== last) key += digit
    last = digit
  }
  return key === '' ? '' : key.padEnd(4, '0')
}

export const soundex: Keyer = {
  id: 'soundex',
  name: { fr: 'Son anglais (Soundex)', en: 'English sound (Soundex)' },
  about: {
    fr: 'Le début du texte se prononce à peu près de même en anglais ; sans accents seulement.',
    en: 'The beginning sounds roughly the same in English; only for texts without accents.',
  },
  key: soundexKey,
}
