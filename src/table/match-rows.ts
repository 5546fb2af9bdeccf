import type { Column } from './column.ts'
import { combinationsOf, type Coded } from './combinations.ts'
import { isDecimalText } from './decimal-sum.ts'
import { BLANK, DictionaryBuilder, type Dictionary } from './dictionary.ts'

/** Rows of one table with the rows of another that have the same values in some columns. */
export interface MatchedRows {
  /** For each row of the first table, the number of its values, from 0; `NO_VALUE` where one of them is empty. */
  numbers: Uint32Array
  /** Rows of the other table (from 0), those of one number together, in their order. */
  rows: Uint32Array
  /** Rows of number n are `rows` from `starts[n]` to before `starts[n + 1]`. */
  starts: Uint32Array
}

/** In place of the number of a row in which one of the values is empty: nothing is like it. */
export const NO_VALUE = 0xffffffff

/** A column of each table whose values are to be the same. */
export type KeyPair = readonly [own: Column, other: Column]

/**
 * Finds which rows of two tables have the same values. Texts are the same when they are so without outer blanks, or where `alike` makes
 * one text of both; a number is the same as another, or as a text that writes it plainly, when it is the same amount.
 */
export function matchRows(pairs: readonly KeyPair[], alike?: (text: string) => string): MatchedRows {
  const ownCount = pairs[0]?.[0].codes.length ?? 0
  const otherCount = pairs[0]?.[1].codes.length ?? 0
  const shared = pairs.map((pair) => sharedColumn(pair, ownCount, otherCount, alike))
  const { numbers: all, firstRows } = combinationsOf(shared)
  for (const { codes } of shared)
    for (let row = 0; row < codes.length; row++) if (codes[row] === BLANK) all[row] = NO_VALUE
  const numbers = all.subarray(0, ownCount)
  const others = all.subarray(ownCount)
  const starts = new Uint32Array(firstRows.length + 1)
  for (const number of others) if (number !== NO_VALUE) starts[number + 1]!++
  for (let number = 0; number < firstRows.length; number++) starts[number + 1]! += starts[number]!
  const next = starts.slice()
  const rows = new Uint32Array(starts[firstRows.length]!)
  for (let row = 0; row < others.length; row++) {
    const number = others[row]!
    if (number !== NO_VALUE) rows[next[number]!++] = row
  }
  return { numbers, rows, starts }
}

/** Both columns of a pair below each other, with one code for what is the same. */
function sharedColumn(
  [own, other]: KeyPair,
  ownCount: number,
  otherCount: number,
  alike: ((text: string) => string) | undefined,
): Coded {
  const builder = new DictionaryBuilder()
  const isNumber = own.type === 'number' || other.type === 'number'
  const codes = new Uint32Array(ownCount + otherCount)
  const put = (column: Column, from: number): void => {
    const translated = keysOf(column.dictionary, builder, isNumber, alike)
    for (let row = 0; row < column.codes.length; row++) codes[from + row] = translated[column.codes[row]!]!
  }
  put(own, 0)
  put(other, ownCount)
  return { codes, dictionary: { size: builder.size } }
}

/** For each entry, the code of the key that it stands for; the blank for what is empty. */
function keysOf(
  dictionary: Dictionary,
  builder: DictionaryBuilder,
  isNumber: boolean,
  alike: ((text: string) => string) | undefined,
): Uint32Array {
  const { bytes, size } = dictionary
  const keys = new Uint32Array(size)
  for (let code = BLANK + 1; code < size; code++) {
    const start = dictionary.start(code)
    const end = dictionary.end(code)
    if (start === end) continue
    const isPlain = alike === undefined && !isNumber && isVisible(bytes[start]!) && isVisible(bytes[end - 1]!)
    if (isPlain) {
      keys[code] = builder.add(bytes, start, end)
      continue
    }
    const text = dictionary.text(code).trim()
    const key = isNumber ? sameAmount(text) : (alike?.(text) ?? text)
    if (key !== '') keys[code] = builder.addText(key)
  }
  return keys
}

/** A byte that is a whole character and no blank. */
const isVisible = (byte: number): boolean => byte > 0x20 && byte < 0x7f

/** 2.50 and 2.5 as one text; what is no number, or would lose a zero in front, as it is. */
const sameAmount = (text: string): string =>
  isDecimalText(text) && !/^-?0\d/.test(text) && text.includes('.')
    ? text.replace(/0+$/, '').replace(/\.$/, '')
    : text
