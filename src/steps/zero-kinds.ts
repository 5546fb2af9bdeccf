import { folded } from './folded.ts'

/** What kind of code a column holds, which decides how lost zeros are found. */
export const ZERO_KINDS = [
  'chapter',
  'article',
  'postal',
  'insee',
  'department',
  'siret',
  'siren',
  'list',
] as const
export type ZeroKind = (typeof ZERO_KINDS)[number]

const NAMES: readonly [ZeroKind, RegExp][] = [
  ['siret', /siret/],
  ['siren', /siren/],
  ['postal', /code ?postal|\bcp\b|postcode|zip ?code/],
  ['insee', /insee|code ?commune|\bcog\b/],
  ['chapter', /contnat|chapitre|\bchapter/],
  ['article', /\bnature|article/],
  ['department', /^(code )?(departement|department|dep|dept)( code)?$/],
]
const LABELS = /label|libelle|intitule|lib\b/
const DIRECTION = /codrd|\bsens\b|recette.*depense|depense.*recette/
const MOVEMENT = /opbudg|\bordre\b|mouvement/

const plain = (name: string): string => folded(name).replace(/[_-]+/g, ' ')

/** The kind that a column's name tells, `null` if it tells none. */
export function zeroKindOf(name: string): ZeroKind | null {
  const said = plain(name)
  if (LABELS.test(said)) return null
  return NAMES.find(([, pattern]) => pattern.test(said))?.[0] ?? null
}

/** Columns of a table that help to decide about the codes of one of them. */
export interface ZeroNeighbours {
  beside?: string
  direction?: string
  movement?: string
}

/** The neighbouring columns that decide, found by their names. */
export function zeroNeighbours(kind: ZeroKind, columns: readonly string[]): ZeroNeighbours {
  const wanted = kind === 'chapter' ? 'article' : kind === 'article' ? 'chapter' : null
  if (wanted === null) return {}
  const beside = columns.find((name) => zeroKindOf(name) === wanted)
  const direction = columns.find((name) => DIRECTION.test(plain(name)))
  const movement = columns.find((name) => MOVEMENT.test(plain(name)))
  return {
    ...(beside === undefined ? {} : { beside }),
    ...(direction === undefined ? {} : { direction }),
    ...(movement === undefined ? {} : { movement }),
  }
}
