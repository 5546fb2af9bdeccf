import type { Keyer } from './keyer.ts'
import { plainLetters } from './plain-letters.ts'

const TITLES = new Set(
  'm mr mrs monsieur mme madame mlle mademoiselle mm dr docteur me maitre pr professeur ne nee epouse veuve vve'.split(
    ' ',
  ),
)
const PARTICLES = new Set('de du des d la le les l von van der den ter di da del della dos el al'.split(' '))
const PIECE = /[a-z]+|\d+|[^\x00-\x7f\p{P}\p{S}\p{Z}]+/gu

export const person: Keyer = {
  id: 'person',
  name: { fr: 'Même personne', en: 'Same person' },
  about: {
    fr: 'Noms de personnes : ordre du nom et du prénom, titres (« Mme », « Dr »), particules et traits d’union mis à part.',
    en: 'Names of people: order of first and last name, titles (“Mrs”, “Dr”), particles and hyphens set aside.',
  },
  key: (text) => {
    const pieces = plainLetters(text.toLowerCase()).match(PIECE) ?? []
    const names = pieces.filter((piece) => !TITLES.has(piece) && !PARTICLES.has(piece))
    return (names.length === 0 ? pieces : names).sort().join(' ')
  },
}
