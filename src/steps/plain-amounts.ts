import type { Column } from '../table/column.ts'
import { BLANK, type Dictionary } from '../table/dictionary.ts'
import { canonicalEntry, LONGEST } from './canonical-entry.ts'

/** Most and least decimals of a column's entries. */
export interface PlainAmounts {
  most: number
  least: number
}

const POINT = 0x2e
const ZERO = 0x30
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
  const anyMarks = column.dictionary.unconverted !== null
  let most = 0
  let least = Infinity
  let start = ends[BLANK]!
  for (let code = BLANK + 1; code < size; code++) {
    const end = ends[code]!
    let decimals = 2
    if (anyMarks || !hasCents(bytes, start, end)) {
      if (!isCanonical(code)) return null
      let point = end - 1
      while (point >= start && bytes[point] !== POINT) point--
      decimals = point < start ? 0 : end - point - 1
    }
    if (decimals > most) most = decimals
    if (decimals < least) least = decimals
    start = end
  }
  return { most, least }
}

/** Whether a text is an amount above zero with two decimals as number columns write it, told without a branch a digit. */
function hasCents(bytes: Uint8Array, start: number, end: number): boolean {
  const point = end - 3
  if (point <= start || end - start > LONGEST || bytes[point] !== POINT) return false
  if (bytes[start] === ZERO && point > start + 1) return false
  // Below zero as soon as one byte is no digit.
  let signs = digitSign(bytes[end - 2]!) | digitSign(bytes[end - 1]!)
  for (let at = start; at < point; at++) signs |= digitSign(bytes[at]!)
  return signs >= 0
}

const digitSign = (byte: number): number => (byte - ZERO) | (ZERO + 9 - byte)
