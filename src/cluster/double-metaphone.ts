import type { Keyer } from './keyer.ts'

/** A text being read: what stands around a place. Outside it there is nothing, and nothing matches. */
class Word {
  readonly text: string
  readonly slavoGermanic: boolean

  constructor(text: string) {
    this.text = text
    this.slavoGermanic = /[WK]|CZ/.test(text)
  }

  at(place: number): string {
    return this.text.charAt(place)
  }

  /** Whether one of the texts, separated by |, stands at the place. */
  has(place: number, texts: string): boolean {
    if (place < 0) return false
    return texts.split('|').some((text) => this.text.startsWith(text, place))
  }

  isVowel(place: number): boolean {
    return this.text.charAt(place) !== '' && 'AEIOUY'.includes(this.text.charAt(place))
  }

  isLast(place: number): boolean {
    return place === this.text.length - 1
  }

  get isGermanic(): boolean {
    return this.has(0, 'VAN |VON |SCH')
  }
}

/** Main sound of what stands at a place and how many letters it takes. */
type Sound = readonly [sound: string, letters: number]
type Rule = (word: Word, at: number) => Sound

const twin =
  (sound: string): Rule =>
  (word, at) => [sound, word.at(at + 1) === word.at(at) ? 2 : 1]
const fixed =
  (sound: string): Rule =>
  () => [sound, 1]
const vowel: Rule = (_, at) => [at === 0 ? 'A' : '', 1]

const ofC: Rule = (word, at) => {
  if (soundsHardInGerman(word, at)) return ['K', 2]
  if (at === 0 && word.has(at, 'CAESAR')) return ['S', 2]
  if (word.has(at, 'CH')) return [soundOfCH(word, at), 2]
  if (word.has(at, 'CZ') && !word.has(at - 2, 'WICZ')) return ['S', 2]
  if (word.has(at + 1, 'CIA')) return ['X', 3]
  if (word.has(at, 'CC') && !(at === 1 && word.at(0) === 'M')) return soundOfCC(word, at)
  if (word.has(at, 'CK|CG|CQ')) return ['K', 2]
  if (word.has(at, 'CI|CE|CY')) return ['S', 2]
  if (word.has(at + 1, ' C| Q| G')) return ['K', 3]
  return ['K', word.has(at + 1, 'C|K|Q') && !word.has(at + 1, 'CE|CI') ? 2 : 1]
}

function soundsHardInGerman(word: Word, at: number): boolean {
  if (word.has(at, 'CHIA')) return true
  if (at <= 1 || word.isVowel(at - 2) || !word.has(at - 1, 'ACH')) return false
  return !word.has(at + 2, 'I|E') || word.has(at - 2, 'BACHER|MACHER')
}

function soundOfCH(word: Word, at: number): string {
  if (at > 0 && word.has(at, 'CHAE')) return 'K'
  const greek = at === 0 && word.has(1, 'HARAC|HARIS|HOR|HYM|HIA|HEM') && !word.has(0, 'CHORE')
  if (greek || word.isGermanic || word.has(at - 2, 'ORCHES|ARCHIT|ORCHID') || word.has(at + 2, 'T|S'))
    return 'K'
  const beforeConsonant = word.has(at + 2, 'L|R|N|M|B|H|F|V|W| ') || word.isLast(at + 1)
  if ((at === 0 || word.has(at - 1, 'A|O|U|E')) && beforeConsonant) return 'K'
  return at > 0 && word.has(0, 'MC') ? 'K' : 'X'
}

const soundOfCC: Rule = (word, at) => {
  if (!word.has(at + 2, 'I|E|H') || word.has(at + 2, 'HU')) return ['K', 2]
  return [(at === 1 && word.at(0) === 'A') || word.has(at - 1, 'UCCEE|UCCES') ? 'KS' : 'X', 3]
}

const ofD: Rule = (word, at) => {
  if (word.has(at, 'DG')) return word.has(at + 2, 'I|E|Y') ? ['J', 3] : ['TK', 2]
  return ['T', word.has(at, 'DT|DD') ? 2 : 1]
}

const ofG: Rule = (word, at) => {
  const next = word.at(at + 1)
  if (next === 'H') return soundOfGH(word, at)
  if (next === 'N') {
    if (word.slavoGermanic || (at === 1 && word.isVowel(0))) return ['KN', 2]
    return [word.has(at + 2, 'EY') ? 'KN' : 'N', 2]
  }
  if (word.has(at + 1, 'LI') && !word.slavoGermanic) return ['KL', 2]
  if (at === 0 && word.has(1, 'Y|ES|EP|EB|EL|EY|IB|IL|IN|IE|EI|ER')) return ['K', 2]
  if (word.has(at + 1, 'ER|Y') && !word.has(0, 'DANGER|RANGER|MANGER') && !word.has(at - 1, 'E|I|RGY|OGY'))
    return ['K', 2]
  if (word.has(at + 1, 'E|I|Y') || word.has(at - 1, 'AGGI|OGGI'))
    return [word.isGermanic || word.has(at + 1, 'ET') ? 'K' : 'J', 2]
  return ['K', next === 'G' ? 2 : 1]
}

const soundOfGH: Rule = (word, at) => {
  if (at === 0) return [word.at(2) === 'I' ? 'J' : 'K', 2]
  if (!word.isVowel(at - 1)) return ['K', 2]
  if (word.has(at - 2, 'B|H|D') || word.has(at - 3, 'B|H|D') || word.has(at - 4, 'B|H')) return ['', 2]
  if (word.at(at - 1) === 'U' && word.has(at - 3, 'C|G|L|R|T')) return ['F', 2]
  return [word.at(at - 1) === 'I' ? '' : 'K', 2]
}

const ofH: Rule = (word, at) =>
  (at === 0 || word.isVowel(at - 1)) && word.isVowel(at + 1) ? ['H', 2] : ['', 1]

const ofJ: Rule = (word, at) => {
  if (word.has(at, 'JOSE') || word.has(0, 'SAN ')) {
    const spanish = (at === 0 && word.at(4) === ' ') || word.text.length === 4 || word.has(0, 'SAN ')
    return [spanish ? 'H' : 'J', 1]
  }
  const sounds =
    at === 0 ||
    word.isLast(at) ||
    (word.isVowel(at - 1) && !word.slavoGermanic && word.has(at + 1, 'A|O')) ||
    (!word.has(at + 1, 'L|T|K|S|N|M|B|Z') && !word.has(at - 1, 'S|K|L'))
  return [sounds ? 'J' : '', word.at(at + 1) === 'J' ? 2 : 1]
}

const ofM: Rule = (word, at) => {
  const silentB = word.has(at - 1, 'UMB') && (word.isLast(at + 1) || word.has(at + 2, 'ER'))
  return ['M', word.at(at + 1) === 'M' || silentB ? 2 : 1]
}

const ofP: Rule = (word, at) => (word.at(at + 1) === 'H' ? ['F', 2] : ['P', word.has(at + 1, 'P|B') ? 2 : 1])

const ofR: Rule = (word, at) => {
  const french =
    word.isLast(at) && !word.slavoGermanic && word.has(at - 2, 'IE') && !word.has(at - 4, 'ME|MA')
  return [french ? '' : 'R', word.at(at + 1) === 'R' ? 2 : 1]
}

const ofS: Rule = (word, at) => {
  if (word.has(at - 1, 'ISL|YSL')) return ['', 1]
  if (at === 0 && word.has(at, 'SUGAR')) return ['X', 1]
  if (word.has(at, 'SH')) return [word.has(at + 1, 'HEIM|HOEK|HOLM|HOLZ') ? 'S' : 'X', 2]
  if (word.has(at, 'SIO|SIA')) return ['S', 3]
  if ((at === 0 && word.has(1, 'M|N|L|W')) || word.has(at + 1, 'Z'))
    return ['S', word.has(at + 1, 'Z') ? 2 : 1]
  if (word.has(at, 'SC')) return [soundOfSC(word, at), 3]
  const silent = word.isLast(at) && word.has(at - 2, 'AI|OI')
  return [silent ? '' : 'S', word.has(at + 1, 'S|Z') ? 2 : 1]
}

function soundOfSC(word: Word, at: number): string {
  if (word.at(at + 2) !== 'H') return word.has(at + 2, 'I|E|Y') ? 'S' : 'SK'
  if (word.has(at + 3, 'ER|EN')) return 'X'
  return word.has(at + 3, 'OO|UY|ED|EM') ? 'SK' : 'X'
}

const ofT: Rule = (word, at) => {
  if (word.has(at, 'TION|TIA|TCH')) return ['X', 3]
  if (word.has(at, 'TH|TTH')) return [word.has(at + 2, 'OM|AM') || word.isGermanic ? 'T' : '0', 2]
  return ['T', word.has(at + 1, 'T|D') ? 2 : 1]
}

const ofW: Rule = (word, at) => {
  if (word.has(at, 'WR')) return ['R', 2]
  if (at === 0 && (word.isVowel(1) || word.has(0, 'WH'))) return ['A', 1]
  const slavic = (word.isLast(at) && word.isVowel(at - 1)) || word.has(at - 1, 'EWSKI|EWSKY|OWSKI|OWSKY')
  if (slavic || word.has(0, 'SCH')) return ['', 1]
  return word.has(at, 'WICZ|WITZ') ? ['TS', 4] : ['', 1]
}

const ofX: Rule = (word, at) => {
  if (at === 0) return ['S', 1]
  const silent = word.isLast(at) && (word.has(at - 3, 'IAU|EAU') || word.has(at - 2, 'AU|OU'))
  return [silent ? '' : 'KS', word.has(at + 1, 'C|X') ? 2 : 1]
}

const ofZ: Rule = (word, at) => (word.at(at + 1) === 'H' ? ['J', 2] : ['S', word.at(at + 1) === 'Z' ? 2 : 1])

const RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(Array.from('AEIOUY', (letter) => [letter, vowel])),
  ...{ B: twin('P'), C: ofC, Ç: fixed('S'), D: ofD, F: twin('F'), G: ofG, H: ofH, J: ofJ, K: twin('K') },
  ...{ L: twin('L'), M: ofM, N: twin('N'), Ñ: fixed('N'), P: ofP, Q: twin('K'), R: ofR, S: ofS, T: ofT },
  ...{ V: twin('F'), W: ofW, X: ofX, Z: ofZ },
}

/** The main one of a text's two keys (Philips, 2000), of any length. A text of blanks has none. */
function doubleMetaphoneKey(text: string): string {
  // Java's trim, which OpenRefine's keyer uses, takes control characters and plain blanks, and no other white space.
  const word = new Word(text.replace(/^[\0- ]+|[\0- ]+$/g, '').toUpperCase())
  let key = ''
  let at = word.has(0, 'GN|KN|PN|WR|PS') ? 1 : 0
  while (at < word.text.length) {
    const [sound, letters] = RULES[word.at(at)]?.(word, at) ?? ['', 1]
    key += sound
    at += letters
  }
  return key
}

export const doubleMetaphone: Keyer = {
  id: 'double-metaphone',
  name: {
    fr: 'Son anglais et européen (Double Metaphone)',
    en: 'English and European sound (Double Metaphone)',
  },
  about: {
    fr: 'Se prononce de même en anglais, en tenant compte de l’origine des noms ; les voyelles ne comptent qu’au début.',
    en: 'Sounds the same in English, with an ear for where names come from; vowels count at the beginning only.',
  },
  key: doubleMetaphoneKey,
}
