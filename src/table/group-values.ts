import { emptyCodes } from './codes.ts'
import type { Column } from './column.ts'
import { combinationsOf, type Combinations } from './combinations.ts'
import { DecimalSum } from './decimal-sum.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import { numberColumn, sumColumn } from './group-sums.ts'
import { isPlaceOfValue, placesOf } from './value-order.ts'

/** A column with one entry of a dictionary a group, of which the blank means none. */
function entriesColumn(column: Column, name: string, entries: Uint32Array): Column {
  const codes = emptyCodes(entries.length, column.dictionary.size)
  codes.set(entries)
  return { name, type: column.type, codes, dictionary: column.dictionary }
}

/** The smallest value of the column's type in each group, or the largest; blank where there is none. Texts go in plain order, for ever: recipes rely on it. */
export function extremeColumn(
  column: Column,
  name: string,
  { numbers, firstRows }: Combinations,
  end: 'smallest' | 'largest',
): Column {
  const places = placesOf(column)
  const sign = end === 'smallest' ? 1 : -1
  const best = new Uint32Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) {
    const code = column.codes[row]!
    const place = places[code]!
    if (!isPlaceOfValue(place)) continue
    const group = numbers[row]!
    const known = best[group]!
    if (known === BLANK || sign * place < sign * places[known]!) best[group] = code
  }
  return entriesColumn(column, name, best)
}

/** The first filled cell of each group. */
export function firstColumn(column: Column, name: string, { numbers, firstRows }: Combinations): Column {
  const first = new Uint32Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) {
    const group = numbers[row]!
    const code = column.codes[row]!
    if (first[group] === BLANK && !column.dictionary.isEmpty(code)) first[group] = code
  }
  return entriesColumn(column, name, first)
}

/**
 * The value that all filled cells of a group have; where there are several, `several`, or nothing if it is '' (in a column that is not of
 * texts it is unconverted). With the number of such groups.
 */
export function onlyColumn(
  column: Column,
  name: string,
  groups: Combinations,
  several: string,
): { column: Column; groups: number } {
  const { numbers, firstRows } = groups
  const { codes, dictionary, type } = column
  const first = new Uint32Array(firstRows.length)
  const differ = new Uint8Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) {
    const code = codes[row]!
    if (dictionary.isEmpty(code)) continue
    const group = numbers[row]!
    if (first[group] === BLANK) first[group] = code
    else if (first[group] !== code) differ[group] = 1
  }
  let count = 0
  for (const mark of differ) count += mark
  if (count === 0) return { column: entriesColumn(column, name, first), groups: 0 }
  const builder = new DictionaryBuilder()
  const translated = builder.addDictionary(dictionary)
  const code = several === '' ? BLANK : builder.addText(several, type !== 'text')
  const entries = first.map((own, group) => (differ[group] === 1 ? code : translated[own]!))
  const made = entriesColumn({ ...column, dictionary: builder.finish() }, name, entries)
  return { column: made, groups: count }
}

/** How many different filled values each group has. */
export function distinctColumn(column: Column, name: string, groups: Combinations): Column {
  const counts = new Uint32Array(groups.firstRows.length)
  for (const row of valuesOfGroups(column, groups)) counts[groups.numbers[row]!]!++
  return numberColumn(name, Array.from(counts, String))
}

/** The different filled values of each group as one text, in the order in which they first occur; blank where there is none. */
export function listColumn(column: Column, name: string, groups: Combinations, separator: string): Column {
  const texts = new Array<string | undefined>(groups.firstRows.length).fill(undefined)
  for (const row of valuesOfGroups(column, groups)) {
    const group = groups.numbers[row]!
    const text = column.dictionary.text(column.codes[row]!)
    const known = texts[group]
    texts[group] = known === undefined ? text : known + separator + text
  }
  const builder = new DictionaryBuilder()
  const all = texts.map((text) => (text === undefined ? BLANK : builder.addText(text)))
  const codes = emptyCodes(all.length, builder.size)
  codes.set(all)
  return { name, type: 'text', codes, dictionary: builder.finish() }
}

/** The first row of each different filled value of each group. */
function valuesOfGroups(column: Column, { numbers, firstRows }: Combinations): number[] {
  const ofGroups = { codes: numbers, dictionary: { size: firstRows.length } }
  const { firstRows: rows } = combinationsOf([ofGroups, column])
  return Array.from(rows).filter((row) => !column.dictionary.isEmpty(column.codes[row]!))
}

/**
 * The mean of the numbers of each group, exact to two decimals more than the most precise one, rounded half away from zero; blank where
 * there is none.
 */
export function averageColumn(column: Column, name: string, groups: Combinations): Column {
  const sums = sumColumn(column, name, groups)
  const counts = new Uint32Array(groups.firstRows.length)
  const { dictionary, codes } = column
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    if (code !== BLANK && !dictionary.isEmpty(code) && !dictionary.isUnconverted(code))
      counts[groups.numbers[row]!]!++
  }
  return numberColumn(
    name,
    Array.from(counts, (count, group) =>
      count === 0 ? null : quotient(sums.dictionary.text(sums.codes[group]!), count),
    ),
  )
}

function quotient(sum: string, count: number): string {
  const [whole = '0', decimals = ''] = sum.split('.')
  const kept = decimals.length + 2
  const units = BigInt(whole + decimals) * 100n
  const size = units < 0n ? -units : units
  const rounded = (2n * size + BigInt(count)) / (2n * BigInt(count))
  const digits = rounded.toString().padStart(kept + 1, '0')
  return `${units < 0n && rounded > 0n ? '-' : ''}${digits.slice(0, -kept)}.${digits.slice(-kept)}`
}

/** Whether two exact sums are the same amount, and both with the same number of decimals. */
export function alignedSums(a: string, b: string): [string, string] {
  const align = (text: string, other: string): string => {
    const sum = new DecimalSum()
    sum.add(text)
    sum.add(other, 0)
    return sum.toString()
  }
  return [align(a, b), align(b, a)]
}
