import { CODE_PAGES, utf8Of, type CodePage } from './code-pages.ts'

const decoder = new TextDecoder()
/** Distinct values looked at: more would not change what they say. */
const MOST_VALUES = 5000
/** Points that another code page must have beyond windows-1252, and for each letter. */
const MARGIN = { least: 1.5, each: 0.3 }

/** Letters of French, and those of its neighbours, which French files have less often. */
const FRENCH = new Set('éèàçêùôâîïûëœ')
const LOWER = new Set('éèàçêùôâîïûëöüäñóáíúãõåøæœßòìÿ')
const UPPER = new Set('ÉÈÀÇÊÙÔÂÎÏÛËÖÜÄÑÓÁÍÚÃÕÅØÆŒÒÌ')
const SIGNS = new Set('’‘“”«»–—…€£°§•·©®™²³½†‰\u00a0±×µ')

/**
 * The code page in which texts that are not UTF-8 look most like words: small letters within words, capitals where they begin, signs
 * between them. Windows-1252 unless another one is far better.
 */
export function chooseCodePage(texts: Iterable<Uint8Array>): CodePage {
  const points = { 'windows-1252': 0, macintosh: 0, cp850: 0 }
  let letters = 0
  let values = 0
  for (const text of texts) {
    if (++values > MOST_VALUES) break
    letters += text.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
    for (const page of CODE_PAGES) points[page] += likeness(decoder.decode(utf8Of(page, text)))
  }
  const best = points.macintosh > points.cp850 ? 'macintosh' : 'cp850'
  const margin = Math.max(MARGIN.least, MARGIN.each * letters)
  return points[best] >= points['windows-1252'] + margin ? best : 'windows-1252'
}

function likeness(text: string): number {
  let points = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= 0x80) points += pointsOf(text[at]!, text[at - 1] ?? ' ', text[at + 1] ?? ' ')
  }
  return points
}

const isLower = (character: string): boolean => /\p{Ll}/u.test(character)
const isUpper = (character: string): boolean => /\p{Lu}/u.test(character)

function pointsOf(character: string, before: string, after: string): number {
  const isAfterLetter = isLower(before) || isUpper(before)
  const isBeforeLetter = isLower(after) || isUpper(after)
  if (LOWER.has(character)) {
    if (isUpper(before) && isUpper(after)) return -0.3
    if (!isAfterLetter && !isBeforeLetter) return 0.3
    return FRENCH.has(character) ? 1 : 0.8
  }
  if (UPPER.has(character)) {
    if (isLower(before)) return -1
    if (isUpper(before)) return isLower(after) ? -0.3 : 0.7
    return isBeforeLetter ? 0.5 : 0
  }
  if (SIGNS.has(character)) {
    if (!isAfterLetter || !isBeforeLetter) return 0.3
    return character === '’' ? 1 : -0.7
  }
  return /\p{Cc}/u.test(character) ? -2 : /\p{L}/u.test(character) ? -0.5 : -1
}
