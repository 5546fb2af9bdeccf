import type { Localized } from '../i18n/messages.ts'
import { damerauDistance, editDistance } from './edit-distance.ts'
import { jaroWinkler, tokenSetLikeness } from './likeness.ts'
import { plainLetters } from './plain-letters.ts'
import { ppmDistance } from './ppm-distance.ts'

/** A measure of how far apart two texts are, 0 for texts that it takes for the same. */
export interface Distance {
  /** As in OpenRefine histories for those that bear its names. */
  readonly id: string
  readonly name: Localized
  /** One sentence for people who meet the measure for the first time. */
  readonly about: Localized
  /** Radius that a form starts with. */
  readonly radius: number
  /** Whether it counts letters that differ, so that near texts can be found without comparing each with each. */
  readonly countsLetters: boolean
  /** What the measure sees of a text; computed once a text. */
  seen(text: string): string
  /** Distance of two seen texts. Above `limit` any number above it will do. */
  between(a: string, b: string, limit: number): number
}

/** Lower case letter by letter: İ is one letter, and the sigma at the end of a word no other than the one inside. */
const lower = (text: string): string => text.replace(/İ/g, 'i').toLowerCase().replace(/ς/g, 'σ')
const plain = (text: string): string => plainLetters(text.toLowerCase())

const levenshtein: Distance = {
  id: 'levenshtein',
  name: { fr: 'Nombre de lettres différentes', en: 'Number of different letters' },
  about: {
    fr: 'Compte les lettres à ajouter, retirer ou changer ; la casse ne compte pas, les accents oui.',
    en: 'Counts the letters to add, remove or change; case does not count, accents do.',
  },
  radius: 1,
  countsLetters: true,
  seen: lower,
  between: editDistance,
}

const ppm: Distance = {
  id: 'ppm',
  name: { fr: 'Suites de lettres communes', en: 'Common runs of letters' },
  about: {
    fr: 'Regarde si chaque texte aide à deviner l’autre : les longs passages communs rapprochent.',
    en: 'Looks whether each text helps to guess the other: long common passages bring texts together.',
  },
  radius: 1,
  countsLetters: false,
  seen: (text) => text,
  between: ppmDistance,
}

export const DISTANCES: readonly Distance[] = [
  levenshtein,
  {
    id: 'damerau',
    name: { fr: 'Lettres différentes ou interverties', en: 'Different or swapped letters' },
    about: {
      fr: 'Comme le nombre de lettres différentes, mais deux lettres voisines interverties ne comptent que pour une.',
      en: 'Like the number of different letters, but two neighbouring letters that changed places count as one.',
    },
    radius: 1,
    countsLetters: true,
    seen: lower,
    between: damerauDistance,
  },
  {
    id: 'jaro-winkler',
    name: { fr: 'Débuts semblables (Jaro–Winkler)', en: 'Similar beginnings (Jaro–Winkler)' },
    about: {
      fr: 'Lettres communes et dans le même ordre, surtout au début ; de 0 (identiques) à 1. Fait pour les noms courts.',
      en: 'Letters in common and in the same order, above all at the beginning; from 0 (the same) to 1. Made for short names.',
    },
    radius: 0.05,
    countsLetters: false,
    seen: plain,
    between: (a, b) => 1 - jaroWinkler(a, b),
  },
  ppm,
  {
    id: 'token-set',
    name: { fr: 'Part des mots communs', en: 'Share of common words' },
    about: {
      fr: 'Part des mots que les deux textes n’ont pas en commun, dans n’importe quel ordre ; de 0 à 1.',
      en: 'Share of the words that the two texts do not have in common, in any order; from 0 to 1.',
    },
    radius: 0.25,
    countsLetters: false,
    seen: (text) => plain(text).replace(/[\p{P}\p{S}]/gu, ' '),
    between: (a, b) => 1 - tokenSetLikeness(a, b),
  },
]

export const findDistance = (id: string): Distance | undefined =>
  DISTANCES.find((distance) => distance.id === id)
