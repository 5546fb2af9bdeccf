import type { Column } from '../table/column.ts'
import { BLANK, type Dictionary } from '../table/dictionary.ts'
import { canonicalEntry } from './canonical-entry.ts'

/** Most and least decimals of a column's entries. */
export interface PlainAmounts {
  most: number
  least: number
}

const POINT = 0x2e
const known = new WeakMap<Dictionary, PlainAmounts | null>()

/**
 * Whether every entry of a column is a number that reads in one way only and is written as number columns write it: there is then nothing
 * to decide, and nothing to say. `null` if one is not. Kept, since dictionaries never change.
 */
export function plainAmounts(column: Column): PlainAmounts | null {
  const { dictionary } = column
  let found = known.get(dictionary)
  if (found === undefined) {
    found = amountsOf(column)
    known.set(dictionary, found)
  }
  return found
}

function amountsOf(column: Column): PlainAmounts | null {
  const { bytes, ends, size } = column.dictionary
  const isCanonical = canonicalEntry(column, false)
  let most = 0
  let least = Infinity
  for (let code = BLANK + 1; code < size; code++) {
    if (!isCanonical(code)) return null
    const end = ends[code]!
    const start = ends[code - 1]!
    let decimals = 0
    if (end - start > 3 && bytes[end - 3] === POINT) decimals = 2
    else {
      let point = end - 1
      while (point >= start && bytes[point] !== POINT) point--
      if (point >= start) decimals = end - point - 1
    }
    if (decimals > most) most = decimals
    if (decimals < least) least = decimals
  }
  return { most, least }
}
