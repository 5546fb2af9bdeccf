import { plainLetters } from './plain-letters.ts'

/** A name taken apart for comparison. */
export interface NameWords {
  /** Its words in their order, in plain lower-case letters: no articles, common abbreviations written out. */
  words: readonly string[]
  /** What tells look-alikes apart, in its order: numbers (« premier » is 1e, « deux » is 2), Roman numerals and lone letters. */
  marks: readonly string[]
  /** Whether an abbreviation was written out, or a set of initials left out beside what it stands for. */
  abbreviated: boolean
  /** Whether a 0 or a 1 between letters was taken for the letter that a machine misread. */
  misread: boolean
}

/** Words that a name can have or lack. */
export const ARTICLES: ReadonlySet<string> = new Set('le la les l de du des d et a au aux en'.split(' '))

/** Abbreviations of names of bodies and places, and what they stand for. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ...{ assoc: 'association', asso: 'association', ass: 'association', assn: 'association' },
  ...{ st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes', nd: 'notre dame' },
  ...{ us: 'union sportive', as: 'association sportive', fc: 'football club', sc: 'sporting club' },
  ...{ ac: 'athletic club', bc: 'basket club', hbc: 'handball club', jc: 'judo club', tc: 'tennis club' },
  ...{ rc: 'rugby club', cs: 'club sportif' },
  ...{
    mjc: 'maison jeunes culture',
    ape: 'association parents eleves',
    apel: 'association parents eleves libre',
  },
  ...{ acca: 'association communale chasse agreee', ccas: 'centre communal action sociale' },
  ...{ omnisp: 'omnisports', cte: 'comite', cmte: 'comite' },
  ...{ cie: 'compagnie', fed: 'federation', feder: 'federation', amic: 'amicale', synd: 'syndicat' },
  ...{ ets: 'etablissements', soc: 'societe', gpt: 'groupement', grpt: 'groupement' },
  ...{ ens: 'ensemble', ctre: 'centre', coll: 'collectif' },
  ...{ sportiv: 'sportive', cult: 'culturelle', mus: 'musique', theat: 'theatre' },
}

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  ...{ premier: '1e', premiere: '1e', second: '2e', seconde: '2e', deux: '2', deuxieme: '2e', trois: '3' },
  ...{ troisieme: '3e', quatre: '4', quatrieme: '4e', cinq: '5', cinquieme: '5e', six: '6', sixieme: '6e' },
  ...{ sept: '7', septieme: '7e', huit: '8', huitieme: '8e', neuf: '9', neuvieme: '9e', dix: '10' },
  ...{ dixieme: '10e' },
}

const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}(?:\p{L}(?![\p{L}\p{N}'’]))?/gu
const ROMAN_ORDINAL = /(?<![\p{L}\p{N}])([IVX]+)(?:e|è?me|ème|er|ère|re)(?![\p{L}\p{N}])/gu
const ELISION = /(?<![a-z0-9])(?:[a-np-z]|[a-z]{2})['’ʼ´`‘]\s*(?=[a-z0-9])/g
const LONE_SMALL = /(?<![\p{L}\p{N}])\p{Ll}(?![\p{L}\p{N}])/gu
const LONE_CAPITAL_A = /(?<=[\p{L}\p{N}][^\p{L}\p{N}]*)(?<![\p{L}\p{N}])A(?![\p{L}\p{N}])/u
const ORDINAL = /(?<![a-z0-9])(\d+)(?:er|ere|re|e|eme|nde?|ieme)(?![a-z0-9])/g
/** « C1ub », « Ec0le »; not « Lot1bis ». */
const MISREAD = /(?<![\p{L}\p{N}])\p{L}+(?:[01](?!(?:bis|ter|er|ere|eme)(?!\p{L}))\p{L}+)+(?![\p{L}\p{N}])/gu
const FEWEST_LETTERS_READ = 4
const PIECE = /[a-z]+|\d+e(?![a-z0-9])|\d+|[^\x00-\x7f\p{P}\p{S}\p{Z}]+/gu
const ROMAN = /^(?=..)x{0,3}(?:ix|iv|v?i{0,3})$/

/** Takes a name apart. */
export function nameWords(text: string): NameWords {
  const read = /\p{L}[01]\p{L}/u.test(text) ? text.replace(MISREAD, lettersOf) : text
  const spelled = read
    .replace(INITIALS, (initials) => `${initials.replace(/[.\s]/g, '')} `)
    .replace(ROMAN_ORDINAL, (_, numeral: string) => ` ${numeral} `)
  const plain = plainLetters(spelled.toLowerCase())
    .replace(/&/g, ' et ')
    .replace(/(?<![a-z])n\s*°|№|\bno\.\s*(?=\d)/g, ' ')
    .replace(ELISION, ' ')
    .replace(ORDINAL, '$1e ')
  const pieces: readonly string[] = plain.match(PIECE) ?? []
  const initials = initialsBeside(pieces)
  // A small lone letter is a slip in an article rather than a mark; a capital A among small letters is no « à ».
  const small = new Set(spelled.match(LONE_SMALL))
  const isMarkA = LONE_CAPITAL_A.test(spelled) && spelled !== spelled.toUpperCase()
  const words: string[] = []
  const marks: string[] = []
  let abbreviated = initials >= 0
  for (const [at, piece] of pieces.entries()) {
    if (at === initials) continue
    const isLast = at === pieces.length - 1
    const standsAlone = piece.length === 1 && at > 0 && (isLast || (piece === 'a' && isMarkA))
    if (ARTICLES.has(piece) && !standsAlone) continue
    const number = NUMBER_WORDS[piece] ?? (/^\d/.test(piece) || ROMAN.test(piece) ? piece : '')
    if (number !== '') marks.push(number)
    else if (piece.length === 1 && (isLast || !small.has(piece))) marks.push(piece)
    else {
      const full = ABBREVIATIONS[piece]
      if (full === undefined) words.push(piece)
      else {
        words.push(...full.split(' '))
        abbreviated = true
      }
    }
  }
  return { words, marks, abbreviated, misread: read !== text }
}

function lettersOf(word: string): string {
  const letters = word.replace(/0/g, 'o').replace(/1/g, 'l')
  return letters.length < FEWEST_LETTERS_READ ? word : letters
}

const INITIALS_ALONE = /^[a-z]{3,6}$/

/** Place of a first or last piece that is the initials of those beside it, as in « Union musicale de Meylan (UMM) »; -1 if none is. */
function initialsBeside(pieces: readonly string[]): number {
  const last = pieces.length - 1
  if (last < 3) return -1
  for (const at of [last, 0]) {
    const initials = pieces[at]!
    if (!INITIALS_ALONE.test(initials)) continue
    const others = at === 0 ? pieces.slice(1) : pieces.slice(0, last)
    const readings = [
      others,
      others.filter((piece) => !ARTICLES.has(piece)),
      others.filter(({ length }) => length > 3),
    ]
    if (readings.some((words) => startsOf(words).startsWith(initials))) return at
  }
  return -1
}

const startsOf = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('')
