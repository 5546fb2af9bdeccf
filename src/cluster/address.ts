import type { Keyer } from './keyer.ts'
import { plainLetters } from './plain-letters.ts'

const ARTICLES = new Set('le la les l de du des d et a au aux'.split(' '))
/** Abbreviations of La Poste (norm NF Z10-011) and those that people use. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ...{ av: 'avenue', ave: 'avenue', bd: 'boulevard', bld: 'boulevard', blvd: 'boulevard', boul: 'boulevard' },
  ...{ pl: 'place', r: 'rue', rte: 'route', che: 'chemin', chem: 'chemin', ch: 'chemin', imp: 'impasse' },
  ...{ all: 'allee', sq: 'square', crs: 'cours', fg: 'faubourg', fbg: 'faubourg', qu: 'quai' },
  ...{
    res: 'residence',
    rce: 'residence',
    bat: 'batiment',
    bt: 'batiment',
    esc: 'escalier',
    apt: 'appartement',
  },
  ...{
    appt: 'appartement',
    lot: 'lotissement',
    zac: 'zone amenagement',
    za: 'zone activites',
    pass: 'passage',
  },
  ...{ st: 'saint', ste: 'sainte', gal: 'general', mal: 'marechal', cdt: 'commandant', col: 'colonel' },
  ...{
    dr: 'docteur',
    pdt: 'president',
    prof: 'professeur',
    b: 'bis',
    t: 'ter',
    q: 'quater',
    imm: 'immeuble',
  },
}
const PIECE = /[a-z]+|\d+|[^\x00-\x7f\p{P}\p{S}\p{Z}]+/gu
const ELISION = /(?<![a-z0-9])[ld]['’ʼ]/g

export const address: Keyer = {
  id: 'address',
  name: { fr: 'Même adresse', en: 'Same address' },
  about: {
    fr: 'Adresses : « av. » et « avenue », « St » et « Saint », « 12 b » et « 12 bis », articles et ponctuation mis à part ; l’ordre des nombres compte.',
    en: 'Addresses: “av.” and “avenue”, “St” and “Saint”, “12 b” and “12 bis”, articles and punctuation set aside; the order of numbers counts.',
  },
  key: (text) => {
    const pieces = plainLetters(text.toLowerCase()).replace(ELISION, ' ').match(PIECE) ?? []
    const words = pieces.flatMap((piece) => (ABBREVIATIONS[piece] ?? piece).split(' '))
    const numbers = words.filter((word) => /^\d/.test(word)).map((number) => number.replace(/^0+(?=\d)/, ''))
    const others = words.filter((word) => !/^\d/.test(word) && !ARTICLES.has(word))
    return [...numbers, ...others.sort()].join(' ')
  },
}
