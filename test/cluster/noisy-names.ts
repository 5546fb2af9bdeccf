/** Names of French associations, made up, with look-alikes that differ by a number, and spellings of them as people write. */
import type { KnownGroups } from '../../scripts/grouping.ts'

const KINDS =
  'Association,Club,Amicale,Les Amis,École de musique,Union sportive,Comité,Compagnie,Cercle,Fédération,Ensemble vocal,Théâtre,Maison,Régie,Collectif,Syndicat,Groupement,Foyer,Office municipal,Société'.split(
    ',',
  )
const SUBJECTS =
  'judo,football,échecs,danse,lecture,natation,cinéma,chorale,boules,escalade,secours,solidarité,jardins partagés,parents d’élèves,anciens combattants,handisport,culture numérique,aïkido,cyclisme,basket,tennis de table,œuvres sociales,pêche,gymnastique volontaire,arts plastiques'.split(
    ',',
  )
const PLACES =
  'de l’Île Verte,Saint-Bruno,Sainte-Thérèse,Notre-Dame,du Vercors,de Chartreuse,Belledonne,des Alpes,de la Villeneuve,Très-Cloîtres,Mistral,Berriat,Championnet,Hoche,Jouhaux,Malherbe,Teisseire,Europole,Bajatière,Capuche,des Eaux-Claires,de l’Abbaye,Eybens,Échirolles,Saint-Égrève,du Rondeau,Saint-Martin-d’Hères,Fontaine,Seyssinet,de l’Œuvre Française,La Tronche,Meylan,Gières,Domène,Vizille,Pont-de-Claix'.split(
    ',',
  )

/** Numbers from 0 to 1 that are the same on each run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let hash = Math.imul(state ^ (state >>> 15), state | 1)
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61)
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32
  }
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/Œ/g, 'OE').replace(/’/g, "'")

type Noise = (text: string, random: () => number) => string

/** A slip, never in what tells look-alikes apart: that would be another name. */
function typo(whole: string, random: () => number): string {
  const [, text = whole, mark = ''] = /^(.*?)((?: (?:\d+\p{L}*|[IVX]+|[AB]))?)$/u.exec(whole) ?? []
  return slip(text, random) + mark
}

function slip(text: string, random: () => number): string {
  const places = Array.from(text.matchAll(/\p{L}/gu), ({ index }) => index)
  const at = places[Math.floor(random() * places.length)]!
  const letter = 'eaistnrulo'.charAt(Math.floor(random() * 10))
  const kind = random()
  if (kind < 0.3) return text.slice(0, at) + text.slice(at + 1)
  if (kind < 0.6) return text.slice(0, at) + letter + text.slice(at)
  if (kind < 0.85) return text.slice(0, at) + letter + text.slice(at + 1)
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

/** Ways of writing a name, each with how often it is met. */
const NOISES: readonly (readonly [number, Noise])[] = [
  [3, (text) => text.toUpperCase()],
  [2, (text) => plain(text).toUpperCase()],
  [2, (text) => text.toLowerCase()],
  [3, plain],
  [3, (text) => text.replace(/ /g, '  ')],
  [2, (text) => `${text} `],
  [2, (text) => text.replace(/’/g, "'")],
  [2, (text) => text.replace(/-/g, ' ')],
  [
    2,
    (text) =>
      text
        .replace(/^Association/, 'Assoc.')
        .replace(/^Union sportive/, 'U.S.')
        .replace(/^Compagnie/, 'Cie')
        .replace(/^Fédération/, 'Féd.'),
  ],
  [2, (text) => text.replace(/Saint-/, 'St ').replace(/Sainte-/, 'Ste ')],
  [1, (text) => text.replace(/^Association /, '')],
  [1, (text) => text.replace(/ (?:de la|de l’|du|des|de) ?/, ' ')],
  [1, (text) => text.replace(/ (?=\S+$)/, ', ')],
  [1, (text) => `${text}.`],
  [
    1,
    (text, random) => {
      const words = text.split(' ')
      return [...words.slice(1), words[0]]
        .join(' ')
        .replace(/^./, (letter) => (random() < 2 ? letter : letter))
    },
  ],
  [5, typo],
  [2, (text, random) => typo(plain(text), random)],
  [1, (text, random) => typo(text.toUpperCase(), random)],
  [1, (text) => text.replace(/ (\d+)$/, ' n° $1')],
]

const TOTAL = NOISES.reduce((sum, [weight]) => sum + weight, 0)

function noisy(text: string, random: () => number): string {
  let left = random() * TOTAL
  for (const [weight, noise] of NOISES) {
    left -= weight
    if (left < 0) return noise(text, random)
  }
  return text
}

/** A column of about `count` names, a third of them written in several ways, and what is what. */
export function noisyNames(count: number, seed: number): { values: string[]; known: KnownGroups } {
  const random = randomOf(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!
  const names = new Set<string>()
  while (names.size < count) {
    const name = `${pick(KINDS)} ${pick(SUBJECTS)} ${pick(PLACES)}`
    names.add(name)
    // Look-alikes that must stay apart.
    if (random() < 0.25) names.add(`${name} ${1 + Math.floor(random() * 4)}`)
    if (random() < 0.05) for (const end of ['I', 'II', 'III']) names.add(`${name} ${end}`)
    if (random() < 0.05) for (const end of ['A', 'B']) names.add(`${name} section ${end}`)
    if (random() < 0.03) for (const end of ['1er', '2e']) names.add(`${name} ${end}`)
  }
  const values: string[] = []
  const known: Record<string, string[]> = {}
  const owner = new Map<string, string>()
  for (const name of names) owner.set(name, name)
  for (const name of names) {
    for (let times = Math.floor(random() * 5); times >= 0; times--) values.push(name)
    if (random() > 0.35) continue
    const others = new Set<string>()
    for (let times = Math.floor(random() * 3); times >= 0; times--) {
      const other = noisy(name, random)
      // What two names are both written as belongs to neither.
      if (owner.has(other)) continue
      owner.set(other, name)
      others.add(other)
      values.push(other)
    }
    if (others.size > 0) known[name] = [...others]
  }
  return { values, known }
}
