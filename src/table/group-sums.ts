import { emptyCodes } from './codes.ts'
import type { Column } from './column.ts'
import type { Combinations } from './combinations.ts'
import { DecimalSum } from './decimal-sum.ts'
import { decimalText, decimalUnits } from './decimal-units.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'

/** A number column that counts the rows of each group. */
export function countColumn(name: string, { numbers, firstRows }: Combinations): Column {
  const counts = new Uint32Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) counts[numbers[row]!]!++
  return numberColumn(name, Array.from(counts, String))
}

/** The exact sum of a number column for each group; blank where no cell of the group is a number. */
export function sumColumn(column: Column, name: string, groups: Combinations): Column {
  const found = column.type === 'number' ? decimalUnits(column) : null
  const isExact = found !== null && found.largest * groups.numbers.length <= Number.MAX_SAFE_INTEGER
  if (!isExact) return numberColumn(name, largeSums(column, groups))
  const { codes } = column
  const { units, decimals } = found
  const { numbers, firstRows } = groups
  const sums = new Float64Array(firstRows.length)
  const filled = new Uint8Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) {
    const own = units[codes[row]!]!
    if (own !== own) continue
    sums[numbers[row]!]! += own
    filled[numbers[row]!] = 1
  }
  return numberColumn(
    name,
    Array.from(sums, (sum, group) => (filled[group] === 1 ? decimalText(sum, decimals) : null)),
  )
}

/** Sums of numbers too large for whole numbers of a unit. */
function largeSums(column: Column, { numbers, firstRows }: Combinations): (string | null)[] {
  const sums: (DecimalSum | undefined)[] = new Array<DecimalSum | undefined>(firstRows.length).fill(undefined)
  const { codes, dictionary, type } = column
  for (let row = 0; row < numbers.length; row++) {
    const code = codes[row]!
    if (code === BLANK || type !== 'number' || dictionary.isUnconverted(code)) continue
    const sum = (sums[numbers[row]!] ??= new DecimalSum())
    sum.addBytes(dictionary.bytes, dictionary.start(code), dictionary.end(code))
  }
  return sums.map((sum) => sum?.toString() ?? null)
}

/** A number column of canonical decimal texts, `null` for a blank. */
export function numberColumn(name: string, texts: readonly (string | null)[]): Column {
  const builder = new DictionaryBuilder()
  const all = texts.map((text) => (text === null ? BLANK : builder.addText(text)))
  const codes = emptyCodes(all.length, builder.size)
  codes.set(all)
  return { name, type: 'number', codes, dictionary: builder.finish() }
}
