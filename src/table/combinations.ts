import type { Codes } from './codes.ts'

/** Numbers of values, one a row, of which there are `size` different ones: a column, for what is asked of it here. */
export interface Coded {
  readonly codes: Codes
  readonly dictionary: { readonly size: number }
}

/** The different combinations of values that some columns hold, numbered from 0 in the order in which they first occur. */
export interface Combinations {
  /** Number of the combination of each row. */
  numbers: Uint32Array
  /** For each combination, the first row (from 0) that holds it. */
  firstRows: Uint32Array
}

/** Numbers the combinations of values of one or more columns of equal length. */
export function combinationsOf(columns: readonly Coded[]): Combinations {
  const [only, ...others] = columns
  const rowCount = only?.codes.length ?? 0
  if (only !== undefined && others.length === 0) return valuesOf(only)
  const possible = columns.reduce((product, { dictionary }) => product * dictionary.size, 1)
  return possible <= MOST_LISTED ? listed(columns, rowCount, possible) : hashed(columns, rowCount)
}

/** Up to so many possible combinations each has a place of its own in a list. */
const MOST_LISTED = 1 << 18

function listed(columns: readonly Coded[], rowCount: number, possible: number): Combinations {
  const numbers = new Uint32Array(rowCount)
  for (const { codes, dictionary } of columns) {
    const { size } = dictionary
    for (let row = 0; row < rowCount; row++) numbers[row] = numbers[row]! * size + codes[row]!
  }
  const numberOf = new Uint32Array(possible)
  const firstRows = new Uint32Array(Math.min(possible, rowCount))
  let count = 0
  for (let row = 0; row < rowCount; row++) {
    const combination = numbers[row]!
    if (numberOf[combination] === 0) {
      firstRows[count++] = row
      numberOf[combination] = count
    }
    numbers[row] = numberOf[combination]! - 1
  }
  return { numbers, firstRows: firstRows.slice(0, count) }
}

function valuesOf({ codes, dictionary }: Coded): Combinations {
  const numbers = new Uint32Array(codes.length)
  const numberOfCode = new Uint32Array(dictionary.size)
  const firstRows = new Uint32Array(dictionary.size)
  let count = 0
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    if (numberOfCode[code] === 0) {
      firstRows[count++] = row
      numberOfCode[code] = count
    }
    numbers[row] = numberOfCode[code]! - 1
  }
  return { numbers, firstRows: firstRows.slice(0, count) }
}

function hashed(columns: readonly Coded[], rowCount: number): Combinations {
  const codesOf = columns.map(({ codes }) => codes)
  const numbers = new Uint32Array(rowCount)
  let firstRows = new Uint32Array(1024)
  let hashes = new Uint32Array(1024)
  let slots = new Uint32Array(4096)
  let count = 0

  const hashOf = (row: number): number => {
    let hash = 0x811c9dc5
    for (const codes of codesOf) hash = Math.imul(hash ^ codes[row]!, 0x9e3779b1) ^ (hash >>> 15)
    return (Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 13)) >>> 0
  }
  const same = (a: number, b: number): boolean => {
    for (const codes of codesOf) if (codes[a] !== codes[b]) return false
    return true
  }
  const grow = (): void => {
    firstRows = grown(firstRows)
    hashes = grown(hashes)
    slots = new Uint32Array(slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < count; number++) {
      let slot = hashes[number]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
  }

  for (let row = 0; row < rowCount; row++) {
    if (count === firstRows.length) grow()
    const hash = hashOf(row)
    const mask = slots.length - 1
    let slot = hash & mask
    for (;;) {
      const number = slots[slot]! - 1
      if (number < 0) {
        firstRows[count] = row
        hashes[count] = hash
        numbers[row] = count
        slots[slot] = ++count
        break
      }
      if (hashes[number] === hash && same(firstRows[number]!, row)) {
        numbers[row] = number
        break
      }
      slot = (slot + 1) & mask
    }
  }
  return { numbers, firstRows: firstRows.slice(0, count) }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
