import { type Keyer } from './keyer.ts'
import { plainLetters } from './plain-letters.ts'

/** Punctuation, and the control characters that are not white space. */
const UNSAID = /[\p{P}\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/gu
/** For texts in ASCII alone: the same, and the two signs (` and ^) that plain letters leave out. */
const UNSAID_ASCII = /[!-#%-*,-/:;?@[-`{}\0-\x08\x0e-\x1f\x7f]/g
const NOT_ASCII = /[^\0-\x7f]/
const WHITE_SPACE = /\p{White_Space}+/u
const WHITE_SPACE_ASCII = /[\t-\r ]+/

/** The words of a text in lower case, without accents or punctuation, sorted, each once: as OpenRefine 3.6 makes it. */
function fingerprintKey(text: string): string {
  const ascii = !NOT_ASCII.test(text)
  const plain = ascii
    ? text.toLowerCase().replace(UNSAID_ASCII, '')
    : plainLetters(text.toLowerCase().replace(UNSAID, ''))
  const words = plain.split(ascii ? WHITE_SPACE_ASCII : WHITE_SPACE).sort()
  let key = ''
  let last = ''
  for (const word of words) {
    if (word === last) continue
    key += last === '' ? word : ` ${word}`
    last = word
  }
  return key
}

export const fingerprint: Keyer = {
  id: 'fingerprint',
  name: { fr: 'Mêmes mots', en: 'Same words' },
  about: {
    fr: 'Même écriture à la casse, aux accents, à la ponctuation et à l’ordre des mots près.',
    en: 'The same but for case, accents, punctuation and the order of words.',
  },
  key: fingerprintKey,
}
