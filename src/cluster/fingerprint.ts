import type { Keyer } from './keyer.ts'
import { plainLetters } from './plain-letters.ts'

const PUNCTUATION = /\p{P}/gu
const CONTROL = /(?!\p{White_Space})\p{Cc}/gu
const WHITE_SPACE = /\p{White_Space}+/u
/** Texts that need not go the long way: ASCII without control characters. */
const SIMPLE = /^[ -~]*$/
/** In those: punctuation, and the two signs (` and ^) that plain letters leave out. */
const SIMPLE_UNSAID = /[!-#%-*,-/:;?@[-`{}]/g
const SPACES = / +/

/** The words of a text in lower case, without accents or punctuation, sorted, each once: as OpenRefine 3.6 makes it. */
function fingerprintKey(text: string): string {
  const simple = SIMPLE.test(text)
  const lower = text.toLowerCase()
  const plain = simple
    ? lower.replace(SIMPLE_UNSAID, '')
    : plainLetters(lower.replace(PUNCTUATION, '').replace(CONTROL, ''))
  const words = plain.split(simple ? SPACES : WHITE_SPACE).sort()
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
