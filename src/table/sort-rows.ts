import type { Column } from './column.ts'
import { columnNamed, type Table } from './table.ts'
import type { TextOrder } from './text-order.ts'
import { placesOf } from './value-order.ts'

export interface SortKey {
  column: string
  /** Largest first. Unconverted cells, then blanks, come last either way. */
  descending?: boolean
  /** How texts go; plain if it is not said. */
  texts?: TextOrder
}

/**
 * Positions (from 0) of the rows in the order of some columns, the first of them foremost; with `limit` only so many first ones. Numbers
 * and dates go by their value, texts as each key says; rows that are alike stay in their order.
 * Throws Problem `missing-column`.
 */
export function sortedRows(
  table: Table,
  keys: readonly SortKey[],
  limit: number = table.rowCount,
): Uint32Array {
  const columns = keys.map(({ column }) => columnNamed(table, column))
  const places = columns.map((column, index) => {
    const { descending, texts } = keys[index]!
    return placesOf(column, descending, texts)
  })
  return limit * FEW < table.rowCount
    ? firstRows(columns, places, table.rowCount, limit)
    : allRows(columns, places, table.rowCount).subarray(0, limit)
}

/** Where at most one row in so many is wanted, they are picked out rather than all rows sorted. */
const FEW = 16
/** The rows that come first, kept while going through all of them. */
function firstRows(
  columns: readonly Column[],
  places: readonly Float64Array[],
  rowCount: number,
  limit: number,
): Uint32Array {
  const order = (a: number, b: number): number => {
    for (let key = 0; key < columns.length; key++) {
      const { codes } = columns[key]!
      const placeA = places[key]![codes[a]!]!
      const placeB = places[key]![codes[b]!]!
      if (placeA !== placeB) return placeA < placeB ? -1 : 1
    }
    return a - b
  }
  if (limit === 0) return new Uint32Array(0)
  const [foremost] = columns
  const foremostPlaces = places[0]
  const kept: number[] = []
  const codes = foremost?.codes
  let bound = Infinity
  for (let row = 0; row < rowCount; row++) {
    if (codes !== undefined && foremostPlaces![codes[row]!]! > bound) continue
    kept.push(row)
    if (kept.length < 2 * limit + 64) continue
    kept.sort(order)
    kept.length = limit
    if (foremost !== undefined) bound = foremostPlaces![foremost.codes[kept[limit - 1]!]!]!
  }
  return Uint32Array.from(kept.sort(order).slice(0, limit))
}

/** All rows: sorted by one column after the other, the foremost last, each time keeping the order among equals. */
function allRows(columns: readonly Column[], places: readonly Float64Array[], rowCount: number): Uint32Array {
  let rows = new Uint32Array(rowCount)
  for (let row = 0; row < rowCount; row++) rows[row] = row
  for (let key = columns.length - 1; key >= 0; key--) {
    const { codes } = columns[key]!
    const { ranks, count } = ranksOf(places[key]!)
    const next = new Uint32Array(count + 1)
    for (let row = 0; row < rowCount; row++) next[ranks[codes[row]!]! + 1]!++
    for (let rank = 0; rank < count; rank++) next[rank + 1]! += next[rank]!
    const sorted = new Uint32Array(rowCount)
    for (let i = 0; i < rowCount; i++) {
      const row = rows[i]!
      sorted[next[ranks[codes[row]!]!]!++] = row
    }
    rows = sorted
  }
  return rows
}

/** For each entry, how many different places come before its own. */
function ranksOf(places: Float64Array): { ranks: Uint32Array; count: number } {
  const sorted = places.slice().sort()
  let count = 0
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[count - 1]) sorted[count++] = sorted[i]!
  const ranks = new Uint32Array(places.length)
  for (let code = 0; code < places.length; code++) {
    const place = places[code]!
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sorted[middle]! < place) low = middle + 1
      else high = middle
    }
    ranks[code] = low
  }
  return { ranks, count }
}
