import type { Keyer } from './keyer.ts'

const UMLAUTS: Readonly<Record<string, string>> = { Ä: 'A', Ö: 'O', Ü: 'U' }
const UMLAUT = /[ÄÖÜ]/g

/** The code of a letter between its neighbours (Postel, 1969); '' for a letter that sounds in none. */
function codeOf(letter: string, before: string, after: string, first: boolean): string {
  switch (letter) {
    case 'A':
    case 'E':
    case 'I':
    case 'J':
    case 'O':
    case 'U':
    case 'Y':
      return '0'
    case 'B':
      return '1'
    case 'P':
      return after === 'H' ? '3' : '1'
    case 'D':
    case 'T':
      return isOneOf(after, 'CSZ') ? '8' : '2'
    case 'F':
    case 'V':
    case 'W':
      return '3'
    case 'G':
    case 'K':
    case 'Q':
      return '4'
    case 'X':
      return isOneOf(before, 'CKQ') ? '8' : '48'
    case 'S':
    case 'Z':
      return '8'
    case 'C':
      if (first) return isOneOf(after, 'AHKLOQRUX') ? '4' : '8'
      return !isOneOf(before, 'SZ') && isOneOf(after, 'AHKOQUX') ? '4' : '8'
    case 'R':
      return '7'
    case 'L':
      return '5'
    case 'M':
    case 'N':
      return '6'
    default:
      return ''
  }
}

const isOneOf = (letter: string, letters: string): boolean => letter !== '' && letters.includes(letter)

function colognePhoneticKey(text: string): string {
  const letters = text.toUpperCase().replace(UMLAUT, (letter) => UMLAUTS[letter]!)
  let key = ''
  let last = ''
  let before = ''
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charAt(at)
    if (letter < 'A' || letter > 'Z') continue
    const code = codeOf(letter, before, letters.charAt(at + 1), key === '')
    for (const digit of code) {
      if (digit !== last && (digit !== '0' || key === '')) key += digit
      last = digit
    }
    if (code === '') last = ''
    before = letter
  }
  return key
}

export const colognePhonetic: Keyer = {
  id: 'cologne-phonetic',
  name: { fr: 'Son allemand (Cologne)', en: 'German sound (Cologne)' },
  about: {
    fr: 'Se prononce de même en allemand : « Meyer » et « Maier ».',
    en: 'Sounds the same in German: “Meyer” and “Maier”.',
  },
  key: colognePhoneticKey,
}
