import { combineColumns, combinedText, partsOf } from '../cluster/combine-columns.ts'
import { companionOf, type Companion } from '../cluster/companions.ts'
import { matchToList } from '../cluster/match-to-list.ts'
import { nameWords } from '../cluster/name-words.ts'
import { ALL_METHODS, nearKnown } from '../cluster/near-known.ts'
import { ColumnBuilder, countCodes, type Column } from '../table/column.ts'
import { combinationsOf } from '../table/combinations.ts'
import { BLANK } from '../table/dictionary.ts'
import type { CountedText } from '../table/map-values.ts'
import { rowsOfMask, selectRows } from '../table/select-rows.ts'
import { columnNamed, findColumn, type Table } from '../table/table.ts'
import { chosenRows, type Condition } from './condition.ts'
import { freshGroups } from './fresh-groups.ts'
import { referenceTableOf, type Reference } from './reference.ts'
import { refusalsOf } from './refused-pairs.ts'
import { LIST_METHOD, type Replacement } from './replacement-fields.ts'
import type { StepContext } from './step-context.ts'
import type { NewValue } from './step.ts'

interface Searched {
  column: string
  replacements: readonly Replacement[]
  within?: readonly string[] | undefined
  method?: string | undefined
  radius?: number | undefined
  companions?: readonly string[] | undefined
  reference?: Reference | undefined
  key?: string | undefined
  refused?: readonly (readonly string[])[] | undefined
  where?: Condition | undefined
}

/**
 * Spellings of the table that the step does not know, with the known one (or the official one, for a list) that each is near to.
 * Companion columns speak for and against. Rejects with what `context` rejects with.
 */
export async function newSpellings(
  table: Table,
  params: Searched,
  context: StepContext,
): Promise<NewValue[]> {
  const areApart = refusalsOf(params.refused ?? [])
  const isOpen = ({ value, near }: NewValue): boolean => near !== undefined && !areApart(value, near)
  const found =
    params.method === LIST_METHOD
      ? await newInList(table, params, context)
      : await newInGroups(table, params, areApart, context)
  return found.filter(isOpen).sort((x, y) => y.cells - x.cells)
}

/** Spellings neither in the list nor replaced, with the nearest official value. */
async function newInList(
  table: Table,
  { column: name, replacements, reference, key, where }: Searched,
  context: StepContext,
): Promise<NewValue[]> {
  if (reference === undefined || key === undefined) return []
  const column = columnNamed(table, name)
  const known = new Set(replacements.flatMap(({ from }) => from))
  const counts = countCodes(column, chosenRows(table, where))
  const unknown = textsOf(column, counts).filter(({ text }) => !known.has(text))
  if (unknown.length === 0) return []
  const { table: list } = await referenceTableOf(reference, context)
  const cells = new Map(unknown.map(({ text, cells }) => [text, cells]))
  const matches = await matchToList(columnOf(unknown), columnNamed(list, key), context.progress)
  return matches.flatMap(({ text, official, score }): NewValue[] =>
    official === null || official === text
      ? []
      : [{ column: name, value: text, cells: cells.get(text)!, near: official, score }],
  )
}

async function newInGroups(
  all: Table,
  params: Searched,
  areApart: (a: string, b: string) => boolean,
  context: StepContext,
): Promise<NewValue[]> {
  const { column: name, replacements, method = 'fingerprint', radius, refused = [], where } = params
  const chosen = chosenRows(all, where)
  const table = chosen === undefined ? all : selectRows(all, rowsOfMask(chosen))
  const column = columnNamed(table, name)
  const companions = (params.companions ?? []).flatMap((companion) => findColumn(table, companion) ?? [])
  const within = (params.within ?? []).map((one) => columnNamed(table, one))
  const beside: Companion[] = []
  for (const companion of companions)
    beside.push(await companionOf(column, companion, undefined, context.progress))
  const places = becomesByPlace(replacements)
  const becomesIn = (place: string): ReadonlyMap<string, string> => places.get(place) ?? new Map()
  const parts = method === ALL_METHODS ? 2 : 1
  const progress: StepContext['progress'] = (part) => context.progress(part / parts)
  const near: NewValue[] = []
  if (within.length === 0) {
    const texts = textsOf(column, countCodes(column))
    const search = { column, texts, known: becomesIn(''), beside, areApart }
    near.push(...(await nearIn(search, { method, radius }, progress)))
  } else {
    const texts = textsByPlace(column, combineColumns('', within))
    for (const [done, [place, known]] of [...places].entries()) {
      await progress(done / places.size)
      const search = { column, texts: texts.get(place) ?? [], known, beside, areApart }
      // So few at a time that their own progress would only go back and forth.
      const found = await nearIn(search, { method, radius }, () => Promise.resolve())
      near.push(...found.map((value) => ({ ...value, within: partsOf(place) })))
    }
  }
  if (method !== ALL_METHODS) return near
  const told = new Set(near.map(placed))
  const fresh = await freshGroups({ column, companions, within, refused, becomesIn }, (part) =>
    context.progress(0.5 + part / 2),
  )
  return [...near, ...fresh.filter((value) => !told.has(placed(value)))]
}

const placed = ({ value, within = [] }: NewValue): string => combinedText([value, ...within])

interface Known {
  column: Column
  /** The spellings that occur, those known among them. */
  texts: readonly CountedText[]
  /** Of each known spelling, the one that its group takes. */
  known: ReadonlyMap<string, string>
  beside: readonly Companion[]
  areApart: (a: string, b: string) => boolean
}

async function nearIn(
  { column, texts, known, beside, areApart }: Known,
  method: { method: string; radius: number | undefined },
  progress: StepContext['progress'],
): Promise<NewValue[]> {
  const unknown = texts.filter(({ text }) => !known.has(text))
  const near = await nearKnown(unknown, known, method, progress)
  const codes = beside.length === 0 ? null : codesOf(column)
  const codesOfGroup = new Map<string, number[]>()
  for (const [text, to] of known) {
    const code = codes?.get(text)
    if (code !== undefined) codesOfGroup.set(to, [...(codesOfGroup.get(to) ?? []), code])
  }
  const sharing = codes === null ? new Map<number, string>() : sharedGroups(beside, column, known)
  return unknown.flatMap(({ text, cells }): NewValue[] => {
    const like = near.get(text)
    if (like !== undefined && areApart(text, like)) return []
    const code = codes?.get(text)
    const to = like !== undefined ? known.get(like) : code === undefined ? undefined : sharing.get(code)
    if (to === undefined) return []
    const evidence = beside.flatMap((companion) => {
      const says = code === undefined ? 'silent' : companion.about([code], codesOfGroup.get(to) ?? [])
      return says === 'silent' || (says === 'same' && !companion.identifies)
        ? []
        : [{ column: companion.name, says }]
    })
    return [
      { column: column.name, value: text, cells, near: to, ...(evidence.length === 0 ? {} : { evidence }) },
    ]
  })
}

/** Codes of texts that no method brings to a group, but that have its identifier and half of the words of one of its names. */
function sharedGroups(
  beside: readonly Companion[],
  { dictionary }: Column,
  known: ReadonlyMap<string, string>,
): Map<number, string> {
  const groups = new Map<number, string>()
  for (const companion of beside)
    for (const codes of companion.sharing()) {
      const texts = codes.map((code) => dictionary.text(code))
      for (const [at, code] of codes.entries()) {
        if (known.has(texts[at]!)) continue
        const words = new Set(nameWords(texts[at]!).words)
        const to = texts.find((text) => {
          const others = known.has(text) ? nameWords(text).words : []
          const shared = others.filter((word) => words.has(word)).length
          return shared > 0 && shared * 2 >= Math.min(words.size, others.length)
        })
        if (to !== undefined) groups.set(code, known.get(to)!)
      }
    }
  return groups
}

/** Of each place that groups are tied to ('' where they are not), what its known spellings become. */
function becomesByPlace(replacements: readonly Replacement[]): Map<string, Map<string, string>> {
  const places = new Map<string, Map<string, string>>()
  for (const { from, to, within = [] } of replacements) {
    const place = combinedText(within)
    const becomes = places.get(place) ?? new Map<string, string>()
    places.set(place, becomes)
    for (const text of [...from, to]) if (text !== '') becomes.set(text, to)
  }
  return places
}

const textsOf = ({ dictionary }: Column, counts: Uint32Array): CountedText[] => {
  const texts: CountedText[] = []
  for (let code = 1; code < dictionary.size; code++)
    if (counts[code]! > 0) texts.push({ text: dictionary.text(code), cells: counts[code]! })
  return texts
}

/** The texts of a column on the rows of each value of another one. */
function textsByPlace(column: Column, values: Column): Map<string, CountedText[]> {
  const { numbers, firstRows } = combinationsOf([column, values])
  const cells = new Uint32Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) cells[numbers[row]!]!++
  const texts = new Map<string, CountedText[]>()
  for (const [number, row] of firstRows.entries()) {
    const code = column.codes[row]!
    if (code === BLANK) continue
    const place = values.dictionary.text(values.codes[row]!)
    const one = { text: column.dictionary.text(code), cells: cells[number]! }
    const own = texts.get(place)
    if (own === undefined) texts.set(place, [one])
    else own.push(one)
  }
  return texts
}

const codesOf = ({ dictionary }: Column): Map<string, number> =>
  new Map(Array.from({ length: dictionary.size - 1 }, (_, at) => [dictionary.text(at + 1), at + 1] as const))

function columnOf(texts: readonly CountedText[]): Column {
  const builder = new ColumnBuilder()
  for (const { text } of texts) builder.addText(text)
  return builder.finish('')
}
