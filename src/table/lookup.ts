import type { Column } from './column.ts'
import { BLANK } from './dictionary.ts'
import { columnNamed, type Table } from './table.ts'

/** A reference table made ready to look texts up in. */
export interface Lookup {
  /**
   * Number of the key that has this text, outer blanks set aside on both sides; `undefined` if there is none. The entry that asks
   * counts where a key has several versions (`datedLookupIn`).
   */
  find(text: string, entry?: number): number | undefined
  /** For each taken column, the entry of its dictionary that each key leads to, the blank where it leads to nothing. */
  answers: readonly { column: Column; codes: ArrayLike<number> }[]
  /** 1 for a key that several rows have, with different answers; the first one counts. A blank is no answer. */
  ambiguous: ArrayLike<number>
}

/** Prepares a table for looking up by a key column. Throws Problem `missing-column`. */
export function lookupIn(table: Table, key: string, taken: readonly string[]): Lookup {
  const keys = columnNamed(table, key)
  const numbers = new Map<string, number>()
  const numberOfCode = new Int32Array(keys.dictionary.size).fill(-1)
  for (let code = BLANK + 1; code < keys.dictionary.size; code++) {
    const text = keys.dictionary.text(code).trim()
    if (text === '') continue
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    numberOfCode[code] = number
  }
  const ambiguous = new Uint8Array(numbers.size)
  const answers = taken.map((name) => {
    const column = columnNamed(table, name)
    const codes = new Uint32Array(numbers.size)
    for (let row = 0; row < table.rowCount; row++) {
      const number = numberOfCode[keys.codes[row]!]!
      const code = column.codes[row]!
      if (number < 0 || column.dictionary.isEmpty(code)) continue
      if (codes[number] === BLANK) codes[number] = code
      else if (codes[number] !== code) ambiguous[number] = 1
    }
    return { column, codes }
  })
  return { find: (text) => numbers.get(text.trim()), answers, ambiguous }
}
