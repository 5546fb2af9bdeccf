import { cellKind, type CellKind } from './cell-kind.ts'
import { joinNames } from './join-names.ts'
import type { WrittenRecord } from './written-record.ts'

/** Records that name the columns together, by index among the filled ones. */
export interface HeaderSpan {
  from: number
  to: number
}

const DEEPEST = 5
const BODY = 100

/** Widens a header of one record to all the records that name its columns. */
export function headerSpan(filled: readonly WrittenRecord[], index: number): HeaderSpan {
  let from = index
  let to = index
  const names = (): string[] => joinNames(filled.slice(from, to + 1).map(({ cells }) => cells))
  while (from > 0 && to - from < DEEPEST - 1 && coversNames(filled[from - 1]!, names())) from--
  while (to + 2 < filled.length && to - from < DEEPEST - 1) {
    const below = filled[to + 1]!
    const body = filled.slice(to + 2, to + 2 + BODY)
    const top = filled[to]!
    if (dividesNames(top, below, body) || namesAgain(names(), below, body) || isUnits(top, below, body)) to++
    else break
  }
  return { from, to }
}

const isText = (cell: string): boolean => {
  const kind = cellKind(cell)
  return kind === 'text' || kind === 'year' || kind === 'code'
}
const filledAt = (cells: readonly string[], column: number): boolean => (cells[column] ?? '').trim() !== ''
const filledIn = (cells: readonly string[]): number[] =>
  [...cells.keys()].filter((column) => filledAt(cells, column))

/** A record above the names that groups them: without it some are repeated or blank. */
function coversNames({ cells }: WrittenRecord, names: readonly string[]): boolean {
  const own = filledIn(cells)
  if (own.length === 0 || cells.length < names.length - 1 || own.some((column) => column >= names.length))
    return false
  if (!own.every((column) => isText(cells[column]!))) return false
  if (own.length === 1 && own[0] === 0) return false
  const named = filledIn(names)
  const completes = own.some((column) => !filledAt(names, column))
  const repeated = new Set(named.map((column) => names[column])).size < named.length
  if (!completes && !repeated) return false
  const joined = joinNames([cells, names])
  const distinct = new Set(joined.filter((name) => name !== '')).size
  return distinct > new Set(named.map((column) => names[column])).size
}

/** A record below the names that divides those which stand for several columns. */
function dividesNames(top: WrittenRecord, below: WrittenRecord, body: readonly WrittenRecord[]): boolean {
  const own = filledIn(below.cells)
  if (own.length < 2 || !own.every((column) => isText(below.cells[column]!))) return false
  const divided = own.filter((column) => !filledAt(top.cells, column))
  if (divided.length === 0 || !filledIn(top.cells).some((column) => column < divided[0]!)) return false
  const isDivision = own.every(
    (column) =>
      !filledAt(top.cells, column) || (!filledAt(top.cells, column + 1) && filledAt(below.cells, column + 1)),
  )
  if (!isDivision) return false
  const undivided = filledIn(top.cells).filter((column) => !filledAt(below.cells, column))
  return undivided.length === 0
    ? isUnlikeBelow(own, below, body)
    : body.slice(0, 5).some(({ cells }) => undivided.some((column) => filledAt(cells, column)))
}

/** Says in words what the columns of numbers and dates are: a second name for each. */
function namesAgain(names: readonly string[], below: WrittenRecord, body: readonly WrittenRecord[]): boolean {
  const own = filledIn(below.cells)
  const texts = own.map((column) => below.cells[column]!.trim().toLowerCase())
  if (body.length < 2 || own.length < 0.8 * filledIn(names).length) return false
  if (!own.every((column) => isText(below.cells[column]!)) || texts.some((text) => MISSING.test(text)))
    return false
  const pairs = new Set(own.map((column, at) => `${names[column] ?? ''}\n${texts[at]!}`))
  const isRepeated = new Set(texts).size < texts.length
  if (isRepeated && (new Set(texts).size === 1 || pairs.size < own.length)) return false
  return isUnlikeBelow(own, below, body)
}

/** What stands for no value. */
const MISSING =
  /^(n\.?[acds]\.?|n\/[acd]|s\.?o\.?|-+|\.+|néant|inconnue?|null|none|nan|vide|sans objet|non renseignée?)$/

/** All the columns of values hold a word there; two such columns at least. */
function isUnlikeBelow(
  own: readonly number[],
  { cells }: WrittenRecord,
  body: readonly WrittenRecord[],
): boolean {
  const ofValues = own.filter((column) => isValueColumn(column, body))
  return ofValues.length > 1 && ofValues.every((column) => cellKind(cells[column]!) === 'text')
}

const VALUES: readonly CellKind[] = ['number', 'year', 'date']

function isValueColumn(column: number, body: readonly WrittenRecord[]): boolean {
  const kinds = body.map(({ cells }) => cellKind(cells[column] ?? '')).filter((kind) => kind !== 'blank')
  return kinds.length > 0 && kinds.filter((kind) => VALUES.includes(kind)).length >= 0.9 * kinds.length
}

const UNIT =
  /^[([]?(m[²2³3]?|[kcdmµ]m[²2³3]?|ha|[kmµ]?g|t|tonnes?|[cmh]?l|litres?|%|‰|€|[kM]€|\$|£|euros?|eur|ttc|ht|h|heures?|min|minutes?|m?s|secondes?|j|jours?|days?|hours?|mois|ans?|années?|years?|°[CF]?|[kMG]?Wh?|[kMG]?[oB]|hab\.?|hab\.?\/km[²2]|km\/h|m\/s|nb|nombre|n°|unité|€\/m[²2]|µg\/m[³3]|mg\/l)[)\]]?$/iu

/** Units of measure below the names of columns of values. */
function isUnits(top: WrittenRecord, below: WrittenRecord, body: readonly WrittenRecord[]): boolean {
  const own = filledIn(below.cells)
  const units = own.filter((column) => UNIT.test(below.cells[column]!.trim()))
  if (units.length === 0 || units.length < 0.6 * own.length || body.length < 2) return false
  if (!own.every((column) => filledAt(top.cells, column) && cellKind(below.cells[column]!) === 'text'))
    return false
  return units.every((column) => body.every(({ cells }) => cellKind(cells[column] ?? '') !== 'text'))
}
