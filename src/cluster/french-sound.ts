import type { Keyer } from './keyer.ts'
import { plainLetters } from './plain-letters.ts'

/**
 * What French speakers hear, from spelling to sound, in this order. Nasal vowels become 1 (in), 2 (an), 3 (on); ch becomes C.
 * A rule of our own in the family of Phonex and Soundex2: it keeps vowels apart, which those fold, and silent ends away.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ç/g, 's'],
  [/(?:lefebvre|lefebure)/g, 'lefevre'],
  [/ph/g, 'f'],
  [/sch|sh|ch(?=[aeiouy])/g, 'C'],
  [/ch/g, 'k'],
  [/th/g, 't'],
  [/gn/g, 'N'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/(?:eaux?|aux?|auds?|auts?|aults?|eauds?|eaults?|ots?|ods?|os)$/g, 'o'],
  [/eau|au/g, 'o'],
  [/(?:aient|ait|ais|ai|et|ets|ez|er|ey|ay|ei)$/g, 'e'],
  [/ain|ein|aim|(?:in|im|yn|ym)(?![aeiouyNmn])|un(?![aeiouynm])/g, '1'],
  [/ai|ei|ay|ey/g, 'e'],
  [/(?:an|am|en|em)(?![aeiouyNmn])/g, '2'],
  [/(?:on|om)(?![aeiouyNmn])/g, '3'],
  [/oe(?!u)/g, 'e'],
  [/oeu|eu/g, 'E'],
  [/ou|oo/g, 'U'],
  [/oi|oy/g, 'Wa'],
  [/qu|q|ck|c(?![eiyC])|k/g, 'k'],
  [/c/g, 's'],
  [/ge(?=[ao])|g(?=[eiy])/g, 'j'],
  [/gu(?=[eiy])/g, 'g'],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/(?<=[123aeiouUEWN].*|[a-z])(?:ks|[dtspb])+$/g, ''],
  [/(?<=.{2})e$/g, ''],
  [/(.)\1+/g, '$1'],
]

const PIECE = /[a-z]+|\d+|[^\x00-\x7f\p{P}\p{S}\p{Z}]+/gu

/** The sound of one word in plain lower-case letters. */
export function frenchSound(word: string): string {
  const known = sounds.get(word)
  if (known !== undefined) return known
  const sound = RULES.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word)
  if (sounds.size === SOUNDS_KEPT) sounds.clear()
  sounds.set(word, sound)
  return sound
}

/** Names are made of the same words over and over. */
const SOUNDS_KEPT = 50_000
const sounds = new Map<string, string>()

export const frenchPhonetic: Keyer = {
  id: 'french-phonetic',
  name: { fr: 'Même son en français', en: 'Same sound in French' },
  about: {
    fr: 'Se prononce de même en français, lettres muettes et doublées mises à part : « Thibaud » et « Thibaut », « Mathieu » et « Matthieu ».',
    en: 'Sounds the same in French, silent and doubled letters set aside: “Thibaud” and “Thibaut”, “Mathieu” and “Matthieu”.',
  },
  key: (text) =>
    (plainLetters(text.toLowerCase().replace(/ç/g, 's')).match(PIECE) ?? [])
      .map(frenchSound)
      .sort()
      .join(' '),
}
