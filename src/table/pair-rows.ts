import { emptyCodes } from './codes.ts'
import type { Column } from './column.ts'
import { BLANK } from './dictionary.ts'
import { NO_VALUE, type MatchedRows } from './match-rows.ts'

/** In place of a row of the other table where there is none. */
const NO_ROW = 0xffffffff

/** Rows of a joined table. */
export interface PairedRows {
  /** For each new row, the row of the first table that it comes from. */
  origins: Uint32Array
  /** For each new row, the row of the other table that goes with it; `NO_ROW` where there is none. */
  partners: Uint32Array
}

interface PairOptions {
  /** Which rows of the first table stay: all, those with a match, or those without. */
  keep: 'all' | 'matched' | 'unmatched'
  /** Whether a row with several matches comes once for each; otherwise once, with the first. */
  each: boolean
}

/** Puts each row of the first table beside the rows of the other that match it, in the order of the first, then of the other. */
export function pairRows({ numbers, rows, starts }: MatchedRows, { keep, each }: PairOptions): PairedRows {
  const matches = (row: number): number => {
    const number = numbers[row]!
    return number === NO_VALUE ? 0 : starts[number + 1]! - starts[number]!
  }
  const copies = (found: number): number =>
    found === 0 ? (keep === 'matched' ? 0 : 1) : keep === 'unmatched' ? 0 : each ? found : 1
  let count = 0
  for (let row = 0; row < numbers.length; row++) count += copies(matches(row))
  const origins = new Uint32Array(count)
  const partners = new Uint32Array(count).fill(NO_ROW)
  let next = 0
  for (let row = 0; row < numbers.length; row++) {
    const found = matches(row)
    for (let copy = 0; copy < copies(found); copy++) {
      origins[next] = row
      if (found > 0) partners[next] = rows[starts[numbers[row]!]! + copy]!
      next++
    }
  }
  return { origins, partners }
}

/** A column of the other table beside the new rows, under a new name; blank where a row has no partner. */
export function partnerColumn(column: Column, name: string, partners: Uint32Array): Column {
  const codes = emptyCodes(partners.length, column.dictionary.size)
  for (let row = 0; row < partners.length; row++) {
    const partner = partners[row]!
    codes[row] = partner === NO_ROW ? BLANK : column.codes[partner]!
  }
  return { name, type: column.type, codes, dictionary: column.dictionary }
}
