import { combinationsOf } from '../table/combinations.ts'
import { cellText, type Column } from '../table/column.ts'
import { MOST_ROWS } from './proof-rows.ts'

/** A key that stands beside several different values, most frequent value first. */
interface Disagreement {
  key: string
  values: { text: string; cells: number }[]
}

export interface Disagreements {
  /** Most cells first. */
  found: Disagreement[]
  /** Distinct keys that stand beside some value. */
  keys: number
  /** Rows of those found, from 0. */
  rows: number[]
}

interface Reading {
  /** How keys and values are compared; '' for one that does not count. */
  key(text: string): string
  value(text: string): string
}

/** More pairs than that are no codes with their labels. */
const MOST_PAIRS = 500_000

/** Keys of one column that stand beside different values of another one; `null` when there are too many pairs to look at. */
export function disagreements(keys: Column, values: Column, read: Reading): Disagreements | null {
  const { numbers, firstRows } = combinationsOf([keys, values])
  if (firstRows.length > MOST_PAIRS) return null
  const cells = new Uint32Array(firstRows.length)
  for (const number of numbers) cells[number]!++
  const readOnce = (column: Column, reader: (text: string) => string): ((row: number) => string) => {
    const texts = new Map<number, string>()
    return (row) => {
      const code = column.codes[row]!
      const known = texts.get(code)
      if (known !== undefined) return known
      const text = reader(column.dictionary.text(code))
      texts.set(code, text)
      return text
    }
  }
  const keyAt = readOnce(keys, read.key)
  const valueAt = readOnce(values, read.value)
  const byKey = new Map<string, Map<string, number[]>>()
  for (const [number, row] of firstRows.entries()) {
    const key = keyAt(row)
    const value = valueAt(row)
    if (key === '' || value === '') continue
    const of = byKey.get(key) ?? new Map<string, number[]>()
    byKey.set(key, of)
    const pairs = of.get(value) ?? []
    of.set(value, pairs)
    pairs.push(number)
  }
  const found: (Disagreement & { cells: number })[] = []
  const concerned = new Uint8Array(firstRows.length)
  for (const of of byKey.values()) {
    if (of.size < 2) continue
    const groups = [...of.values()].map((pairs) => ({
      text: cellText(values, firstRows[pairs[0]!]!),
      cells: pairs.reduce((sum, pair) => sum + cells[pair]!, 0),
    }))
    for (const pair of [...of.values()].flat()) concerned[pair] = 1
    const [any] = [...of.values()][0]!
    found.push({
      key: cellText(keys, firstRows[any!]!),
      values: groups.sort((a, b) => b.cells - a.cells),
      cells: groups.reduce((sum, group) => sum + group.cells, 0),
    })
  }
  const rows: number[] = []
  if (found.length > 0)
    for (let row = 0; row < numbers.length && rows.length < MOST_ROWS; row++)
      if (concerned[numbers[row]!] === 1) rows.push(row)
  return { found: found.sort((a, b) => b.cells - a.cells), keys: byKey.size, rows }
}
