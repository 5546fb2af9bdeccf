import type { Localized } from '../i18n/messages.ts'
import { plainName } from '../table/plain-name.ts'
import { tableOf, type Table } from '../table/table.ts'
import { nameLikeness } from './column-names.ts'
import { expectedColumn } from './expectations.ts'
import type { Expectations, ExpectedColumn } from './recipe.ts'
import { sketchOverlap } from './sketch.ts'

/** An expected column beside the column of a new file that it is, or may be. */
interface ColumnMatch {
  state: 'found' | 'respelled' | 'proposed' | 'missing'
  expected: ExpectedColumn
  /** Name in the new file; `null` when missing. */
  actual: string | null
  evidence: readonly Localized[]
  /** Whether the evidence leaves no reasonable doubt. */
  sure: boolean
  moved: boolean
}

export interface Matching {
  columns: readonly ColumnMatch[]
  /** Columns of the new file that nothing expects. */
  unexpected: readonly string[]
}

/** A proposal needs this much; below, the column is missing. */
const PROPOSED = 0.45

/**
 * Finds each expected column in a new table: by exact name, by a recorded alias, by its name but for case, accents and
 * punctuation; then proposes, best first, from the columns left, by name, values in common, place and kind of values.
 */
export function matchColumns(expects: Expectations, table: Table): Matching {
  const names = table.columns.map(({ name }) => name)
  const taken = new Map<string, string>()
  const states = new Map<string, ColumnMatch['state']>()
  const take = (expected: ExpectedColumn, actual: string | undefined, state: ColumnMatch['state']): void => {
    if (actual === undefined || states.has(expected.name) || [...taken.values()].includes(actual)) return
    taken.set(expected.name, actual)
    states.set(expected.name, state)
  }
  for (const expected of expects.columns)
    take(
      expected,
      names.find((name) => name === expected.name),
      'found',
    )
  for (const expected of expects.columns) {
    take(
      expected,
      names.find((name) => expected.aliases?.includes(name)),
      'found',
    )
  }
  for (const expected of expects.columns) {
    const alike = names.filter((name) => plainName(name) === plainName(expected.name))
    if (alike.length === 1) take(expected, alike[0], 'respelled')
  }
  const proposals = propose(expects, table, taken)
  const places = new Map(names.map((name, place) => [name, place]))
  const found = expects.columns
    .filter(({ name }) => taken.has(name))
    .map(({ name }) => places.get(taken.get(name)!)!)
  const inOrder = longestRising(found)
  const columns = expects.columns.map((expected): ColumnMatch => {
    const actual = taken.get(expected.name)
    if (actual !== undefined) {
      const moved = !inOrder.has(places.get(actual)!)
      return { state: states.get(expected.name)!, expected, actual, evidence: [], sure: true, moved }
    }
    const proposal = proposals.get(expected.name)
    if (proposal === undefined)
      return { state: 'missing', expected, actual: null, evidence: [], sure: false, moved: false }
    const { evidence, sure } = proposal
    return {
      state: 'proposed',
      expected,
      actual: proposal.actual,
      evidence,
      sure,
      moved: false,
    }
  })
  const used = new Set(columns.flatMap(({ actual }) => (actual === null ? [] : [actual])))
  return { columns, unexpected: names.filter((name) => !used.has(name)) }
}

/** The table with its columns under the names that the recipe knows, for all that need no question. */
export function recognisedTable(table: Table, expects: Expectations | undefined): Table {
  if (expects === undefined) return table
  const names = new Map<string, string>()
  for (const { state, expected, actual } of matchColumns(expects, table).columns) {
    if (actual !== null && actual !== expected.name && (state === 'found' || state === 'respelled'))
      names.set(actual, expected.name)
  }
  if (names.size === 0) return table
  return tableOf(
    table.columns.map((column) => ({ ...column, name: names.get(column.name) ?? column.name })),
    table.rowCount,
  )
}

interface Proposal {
  actual: string
  score: number
  sure: boolean
  evidence: readonly Localized[]
}

function propose(
  expects: Expectations,
  table: Table,
  taken: ReadonlyMap<string, string>,
): Map<string, Proposal> {
  const used = new Set(taken.values())
  const open = expects.columns.filter(({ name }) => !taken.has(name))
  const free = table.columns.filter(({ name }) => !used.has(name))
  if (open.length === 0 || free.length === 0) return new Map()
  const likeness = nameLikeness([...expects.columns.map(({ name }) => name), ...free.map(({ name }) => name)])
  const pairs = free.flatMap((column) => {
    const shape = expectedColumn(column)
    const place = table.columns.indexOf(column)
    return open.map((expected) => ({
      expected: expected.name,
      ...compare(expects, expected, shape, place, likeness),
    }))
  })
  const proposals = new Map<string, Proposal>()
  const given = new Set<string>()
  for (const pair of pairs.toSorted((a, b) => b.score - a.score)) {
    if (pair.score < PROPOSED || proposals.has(pair.expected) || given.has(pair.actual)) continue
    proposals.set(pair.expected, pair)
    given.add(pair.actual)
  }
  return proposals
}

function compare(
  expects: Expectations,
  expected: ExpectedColumn,
  shape: ExpectedColumn,
  place: number,
  likeness: (a: string, b: string) => number,
): Proposal {
  const name = likeness(expected.name, shape.name)
  const values =
    expected.sketch === undefined || shape.sketch === undefined
      ? 0
      : sketchOverlap(expected.sketch, shape.sketch)
  const samePlace = expects.columns.indexOf(expected) === place
  const kind = kindLikeness(expected, shape)
  const evidence: Localized[] = []
  if (samePlace) evidence.push(PLACE(place + 1))
  if (values >= 0.05) evidence.push(VALUES(Math.round(values * 100)))
  if (kind >= 0.9) evidence.push(kindSaid(shape))
  if (name >= 0.5) evidence.push({ fr: 'nom proche', en: 'similar name' })
  // Values in common or a name in common can carry a proposal alone; place and kind only support one.
  const score =
    Math.min(1, Math.max(name * 0.7, values) + 0.3 * Math.min(name, values) + (samePlace ? 0.15 : 0)) *
    (0.4 + 0.6 * kind)
  // Beyond doubt: half of the values are the same under a like name or at the same place, or nearly the same name at the same place.
  const sure = (values >= 0.5 && (name >= 0.5 || samePlace)) || (name >= 0.9 && samePlace && kind >= 0.9)
  return { actual: shape.name, score: name < 0.3 && values < 0.2 ? 0 : score, sure, evidence }
}

/** How alike the kinds of values are: amounts or not, many different ones or few. */
function kindLikeness(a: ExpectedColumn, b: ExpectedColumn): number {
  if (a.filled === 0 || b.filled === 0) return 0.5
  return 1 - Math.abs((a.numeric ?? 0) - (b.numeric ?? 0))
}

const kindSaid = (shape: ExpectedColumn): Localized =>
  (shape.numeric ?? 0) > 0.8
    ? { fr: 'des montants dans les deux', en: 'amounts in both' }
    : { fr: 'même genre de valeurs', en: 'same kind of values' }

const ordinal = (n: number): string => (n === 1 ? '1ʳᵉ' : `${n}ᵉ`)
const PLACE = (n: number): Localized => ({
  fr: `même place (${ordinal(n)} colonne)`,
  en: `same place (column ${n})`,
})
const VALUES = (percent: number): Localized => ({
  fr: `environ ${percent}\u00a0% des valeurs en commun`,
  en: `about ${percent}% of the values in common`,
})

/** Values that belong to one longest rising run: what is not among them has moved. */
function longestRising(places: readonly number[]): ReadonlySet<number> {
  const best: number[] = places.map(() => 1)
  const before: number[] = places.map(() => -1)
  let last = -1
  for (let i = 0; i < places.length; i++) {
    for (let j = 0; j < i; j++) {
      if (places[j]! < places[i]! && best[j]! + 1 > best[i]!) {
        best[i] = best[j]! + 1
        before[i] = j
      }
    }
    if (last < 0 || best[i]! > best[last]!) last = i
  }
  const rising = new Set<number>()
  for (let i = last; i >= 0; i = before[i]!) rising.add(places[i]!)
  return rising
}
