import type { Column, RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import type { Progress } from './progress.ts'

const ROWS_BETWEEN_PAUSES = 100_000
const TEXTS_BETWEEN_PAUSES = 5_000
/** Two columns go together when a text has hardly more than one value, or a value hardly more than one text. */
const MOST_EACH = 2

/** Lists of numbers by number, one after another: the list of `n` is `items` from `starts[n]` to `starts[n + 1]`. */
interface Lists {
  starts: Uint32Array
  items: Uint32Array
}

const NO_LISTS: Lists = { starts: new Uint32Array(1), items: new Uint32Array(0) }

/** Which values of one column stand beside which texts of another, each pair once, by their codes; blanks left out. */
export class ValuePairs {
  /** Whether the values tell texts apart: on average hardly more than one beside each text, or each beside hardly more than one. */
  readonly goTogether: boolean
  readonly #values: Lists
  readonly #texts: Lists

  private constructor(goTogether: boolean, values: Lists, texts: Lists) {
    this.goTogether = goTogether
    this.#values = values
    this.#texts = texts
  }

  static async of(
    column: Column,
    beside: Column,
    chosen: RowMask | undefined,
    progress: Progress,
  ): Promise<ValuePairs> {
    const counts = new Uint32Array(column.dictionary.size + 1)
    await eachPair(
      column,
      beside,
      chosen,
      (part) => progress(part * 0.3),
      (text) => counts[text + 1]!++,
    )
    for (let text = 1; text < counts.length; text++) counts[text]! += counts[text - 1]!
    const starts = counts.slice()
    const rows = new Uint32Array(counts.at(-1)!)
    await eachPair(
      column,
      beside,
      chosen,
      (part) => progress(0.3 + part * 0.3),
      (text, value) => (rows[counts[text]!++] = value),
    )
    const values = await eachOnce({ starts, items: rows }, (part) => progress(0.6 + part * 0.2))
    const seen = new Uint8Array(beside.dictionary.size)
    for (const value of values.items) seen[value] = 1
    let texts = 0
    for (let text = 0; text + 1 < starts.length; text++) if (starts[text] !== starts[text + 1]) texts++
    const most = Math.max(
      texts,
      seen.reduce((sum, one) => sum + one, 0),
    )
    if (values.items.length > most * MOST_EACH) return new ValuePairs(false, NO_LISTS, NO_LISTS)
    await progress(0.9)
    return new ValuePairs(true, values, turned(values, beside.dictionary.size))
  }

  valuesOf(text: number): Uint32Array {
    return listOf(this.#values, text)
  }

  textsOf(value: number): Uint32Array {
    return listOf(this.#texts, value)
  }
}

const listOf = ({ starts, items }: Lists, number: number): Uint32Array =>
  items.subarray(starts[number], starts[number + 1])

/** Tells each row's two codes where both cells are filled. */
async function eachPair(
  column: Column,
  beside: Column,
  chosen: RowMask | undefined,
  progress: Progress,
  take: (text: number, value: number) => void,
): Promise<void> {
  const texts = column.codes
  const values = beside.codes
  const isEmpty = Uint8Array.from({ length: beside.dictionary.size }, (_, code) =>
    beside.dictionary.isEmpty(code) ? 1 : 0,
  )
  for (let row = 0; row < texts.length; row++) {
    if (row % ROWS_BETWEEN_PAUSES === 0) await progress(row / texts.length)
    const text = texts[row]!
    if (text === BLANK || isEmpty[values[row]!] === 1 || chosen?.[row] === 0) continue
    take(text, values[row]!)
  }
}

/** The same lists in order and with each number once. */
async function eachOnce({ starts, items }: Lists, progress: Progress): Promise<Lists> {
  const kept = new Uint32Array(starts.length)
  let size = 0
  for (let number = 0; number + 1 < starts.length; number++) {
    if (number % TEXTS_BETWEEN_PAUSES === 0) await progress(number / starts.length)
    kept[number] = size
    const list = items.subarray(starts[number], starts[number + 1])
    if (list.length > 1) list.sort()
    let last = -1
    for (const item of list) {
      if (item !== last) items[size++] = item
      last = item
    }
  }
  kept[starts.length - 1] = size
  return { starts: kept, items: items.slice(0, size) }
}

/** The lists the other way round. */
function turned({ starts, items }: Lists, size: number): Lists {
  const next = new Uint32Array(size + 1)
  for (const item of items) next[item + 1]!++
  for (let at = 1; at < next.length; at++) next[at]! += next[at - 1]!
  const ends = next.slice()
  const numbers = new Uint32Array(items.length)
  for (let number = 0; number + 1 < starts.length; number++)
    for (let at = starts[number]!; at < starts[number + 1]!; at++) numbers[ends[items[at]!]!++] = number
  return { starts: next, items: numbers }
}
