/**
 * Names of French bodies, people and places, made up, each damaged in one stated way, with honest look-alikes that are other
 * things. The same on each run for the same seed.
 */
import type { KnownGroups } from './grouping.ts'

const KINDS =
  'Association,Club,Amicale,Les Amis,Union sportive,Comité des fêtes,Compagnie,Cercle,Fédération,Chorale,Théâtre,Collectif,Foyer,Société,Association sportive,École de musique,Maison des jeunes et de la culture,Groupement,Harmonie,Confrérie'.split(
    ',',
  )
const OBJECTS =
  'philatélie,pétanque,randonnée,escrime,accordéon,astronomie,généalogie,aquarelle,badminton,canoë-kayak,couture,équitation,jumelage,marionnettes,modélisme,patrimoine,plongée,reliure,spéléologie,vannerie,voile,apiculture,botanique,cinéma,danse contemporaine,échecs,football,gymnastique,handball,judo'.split(
    ',',
  )
const FIRST =
  'Bel,Mont,Val,Roche,Vill,Chât,Fon,Mar,Bour,Cler,Cham,Neuv,Aigue,Puy,Lan,Sau,Pré,Haute,Ber,Gran'.split(',')
const SECOND =
  'fort,mont,court,ville,vert,taine,perse,lieu,ange,oise,bon,rac,gnac,zac,nay,dun,loire,sac,vaux,riac'.split(
    ',',
  )
const SAINTS = 'Antoine,Barthélemy,Cyprien,Didier,Éloi,Ferréol,Géraud,Hilaire,Ismier,Julien'.split(',')
const SAINTES = 'Agnès,Blandine,Colombe,Eulalie,Foy'.split(',')
const SURNAMES =
  'Rambaud,Charvet,Allemand,Guillermin,Perrot,Bouvier,Jacquemet,Teyssier,Vachon,Roussillon,Lhermitte,Delorme,Fontanel,Gauthier,Mathieu,Berthier'.split(
    ',',
  )
const GIVEN = 'Jean,Claire,Étienne,Mathilde,François,Hélène,Benoît,Lucie,Gaël,Solène'.split(',')

/** Numbers from 0 to 1 that are the same on each run (xorshift of 32 bits). */
export function chanceOf(seed: number): () => number {
  let state = (seed * 2654435761) | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

type Chance = () => number
const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)]!
const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/Œ/g, 'OE')

function placeOf(chance: Chance): string {
  const kind = chance()
  if (kind < 0.2) return `Saint-${pick(SAINTS, chance)}`
  if (kind < 0.27) return `Sainte-${pick(SAINTES, chance)}`
  const simple = pick(FIRST, chance) + pick(SECOND, chance)
  return kind < 0.4 ? `${simple}-sur-${pick(FIRST, chance)}${pick(SECOND, chance)}` : simple
}

const VOWEL = /^[aeiouyéèêâîôûhœ]/i
const of = (noun: string): string => (VOWEL.test(noun) ? `d’${noun}` : `de ${noun}`)

function nameOf(chance: Chance): string {
  if (chance() < 0.1) return `${pick(GIVEN, chance)} ${pick(SURNAMES, chance)}`
  return `${pick(KINDS, chance)} ${of(pick(OBJECTS, chance))} ${of(placeOf(chance))}`
}

/** Where letters of a word stand, from its second on: few people miss the first. */
function insideWord(text: string, chance: Chance): number {
  const places = Array.from(text.matchAll(/(?<=\p{L}\p{L})\p{L}(?=\p{L}{2})/gu), ({ index }) => index)
  return places.length === 0 ? -1 : pick(places, chance)
}

const AZERTY = ['azertyuiop', 'qsdfghjklm', 'wxcvbn']

function besideOnKeyboard(letter: string, chance: Chance): string {
  for (const row of AZERTY) {
    const at = row.indexOf(letter)
    if (at >= 0) return pick([...`${row.charAt(at - 1)}${row.charAt(at + 1)}`], chance)
  }
  return letter
}

function replaceAt(text: string, at: number, put: string, length = 1): string {
  return at < 0 ? text : text.slice(0, at) + put + text.slice(at + length)
}

/** A way in which names are damaged: the damaged name, or the same when there is nothing to damage. */
type Damage = (name: string, chance: Chance) => string

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'accents left out': (name) => withoutAccents(name),
  capitals: (name) => name.toUpperCase(),
  'capitals without accents': (name) => withoutAccents(name).toUpperCase(),
  'small letters': (name) => name.toLowerCase(),
  blanks: (name, chance) => (chance() < 0.5 ? ` ${name}` : name.replace(/ (?=\S+$)/, '   ')),
  'straight apostrophe': (name) => name.replace(/’/g, "'"),
  'apostrophe left out': (name) => name.replace(/’/g, ' '),
  'hyphen left out': (name) => name.replace(/-/g, ' '),
  abbreviation: (name) =>
    name
      .replace(/^Association sportive/, 'A.S.')
      .replace(/^Association/, 'Asso')
      .replace(/^Union sportive/, 'US')
      .replace(/^Fédération/, 'Féd.')
      .replace(/^Compagnie/, 'Cie')
      .replace(/^Maison des jeunes et de la culture/, 'MJC')
      .replace(/Saint-/, 'St-')
      .replace(/Sainte-/, 'Ste '),
  'article left out': (name) => name.replace(/ (?:des|de la|de|d’) ?/, ' '),
  'words in another order': (name) => {
    const words = name.split(' ')
    return words.length < 3 && !name.includes('-')
      ? words.toReversed().join(' ')
      : `${words.slice(2).join(' ')} (${words.slice(0, 2).join(' ')})`
  },
  'neighbour on the keyboard': (name, chance) => {
    const at = insideWord(name, chance)
    return replaceAt(name, at, besideOnKeyboard(name.charAt(at), chance))
  },
  'letter doubled': (name, chance) => {
    const at = insideWord(name, chance)
    return replaceAt(name, at, name.charAt(at).repeat(2))
  },
  'letter left out': (name, chance) => replaceAt(name, insideWord(name, chance), ''),
  'letters swapped': (name, chance) => {
    const at = insideWord(name, chance)
    return replaceAt(name, at, name.charAt(at + 1) + name.charAt(at), 2)
  },
  'blank left out': (name) => name.replace(/(?<=\p{L}{4}) (?=\p{L})/u, ''),
  'read by a machine': (name, chance) =>
    chance() < 0.5
      ? name.replace(/(?<=\p{L})[li](?=\p{L})/u, '1').replace(/(?<=\p{L})o(?=\p{L})/u, '0')
      : name.replace(/m/, 'rn'),
  'legal form behind': (name, chance) =>
    name + pick([' (association)', ' - loi 1901', ', asso.', ' SARL'], chance),
  'acronym behind': (name) => {
    const letters = withoutAccents(name)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 3)
      .map((word) => word.charAt(0).toUpperCase())
    return letters.length < 3 ? name : `${name} (${letters.join('')})`
  },
  'cut short': (name) => (name.length < 30 ? name : name.slice(0, 28).trimEnd()),
  'spelled by ear': (name) =>
    name
      .replace(/ph/, 'f')
      .replace(/th/i, 't')
      .replace(/eau|aud\b/, 'o')
      .replace(/ck|qu/, 'k'),
}

/** Names that resemble one and are others. */
const LOOK_ALIKES: readonly Damage[] = [
  (name, chance) => `${name} ${1 + Math.floor(chance() * 9)}`,
  (name, chance) => `${name} ${pick(['Nord', 'Sud', 'Est', 'Ouest'], chance)}`,
  (name, chance) => `${name} section ${pick(['A', 'B', 'C'], chance)}`,
  (name, chance) => name.replace(/ (?:de |d’)\S+$/, ` ${of(placeOf(chance))}`),
  (name) => name.replace(/Saint-/, 'Sainte-'),
  (name) =>
    name
      .replace(/^Jean /, 'Jeanne ')
      .replace(/^François /, 'Françoise ')
      .replace(/^Gaël /, 'Gaëlle '),
  (name) => name.replace(/^Amicale/, 'Amicale des anciens'),
  (name) => `${name} féminin`,
  (name) => name.replace(/handball/, 'football'),
]

export interface DamagedNames {
  values: string[]
  known: KnownGroups
  /** How each damaged name was damaged. */
  damageOf: ReadonlyMap<string, string>
}

/** A column of at least `count` distinct names, one in three of them also damaged, and what is what. */
export function damagedNames(count: number, seed: number): DamagedNames {
  const chance = chanceOf(seed)
  const honest = new Set<string>()
  while (honest.size < count * 0.72) {
    const name = nameOf(chance)
    honest.add(name)
    if (chance() < 0.25) honest.add(pick(LOOK_ALIKES, chance)(name, chance))
  }
  const values: string[] = []
  const known: Record<string, string[]> = {}
  const damageOf = new Map<string, string>()
  const kinds = Object.keys(DAMAGES)
  const taken = new Set(honest)
  for (const name of honest) {
    for (let times = Math.floor(chance() * 4); times >= 0; times--) values.push(name)
    if (chance() > 0.3) continue
    const others: string[] = []
    for (let times = chance() < 0.3 ? 2 : 1; times > 0; times--) {
      const kind = pick(kinds, chance)
      const damaged = DAMAGES[kind]!(name, chance)
      // What two names are both written as belongs to neither.
      if (taken.has(damaged)) continue
      taken.add(damaged)
      others.push(damaged)
      values.push(damaged)
      damageOf.set(damaged, kind)
    }
    if (others.length > 0) known[name] = others
  }
  return { values, known, damageOf }
}
