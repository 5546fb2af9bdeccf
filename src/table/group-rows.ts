import type { Column } from './column.ts'
import { combinationsOf, type Combinations } from './combinations.ts'
import { DecimalSum } from './decimal-sum.ts'
import { decimalText, decimalUnits } from './decimal-units.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import { emptyCodes } from './codes.ts'
import { selectRows } from './select-rows.ts'
import { columnNamed, insertColumns, type Table } from './table.ts'

export interface GroupPlan {
  /** Columns whose values make a group; the new table has them first, in this order. */
  by: readonly string[]
  /** New number columns, each the exact sum of a number column. */
  sums: readonly { of: string; name: string }[]
  /** A new number column that counts the rows of each group. */
  count?: string
}

export interface Grouped {
  table: Table
  /** For each row of the table before, the row of the new one that it went into, from 0. */
  groups: Uint32Array
}

/**
 * One row for each combination of values, in the order in which they first occur; blanks make a group like any value. Blank and
 * unconverted cells count for nothing in a sum, which is blank where no cell of the group is a number. Throws Problem `missing-column`,
 * or `duplicate-column` if a new column has the name of another.
 */
export function groupRows(table: Table, { by, sums, count }: GroupPlan): Grouped {
  const keys = by.map((name) => columnNamed(table, name))
  const all = keys.length === 0 ? oneGroup(table.rowCount) : combinationsOf(keys)
  const made = sums.map(({ of, name }) => sumColumn(columnNamed(table, of), name, all))
  if (count !== undefined) made.unshift(countColumn(count, all))
  const grouped = selectRows({ columns: keys, rowCount: table.rowCount }, all.firstRows)
  return { table: insertColumns(grouped, made), groups: all.numbers }
}

const oneGroup = (rowCount: number): Combinations => ({
  numbers: new Uint32Array(rowCount),
  firstRows: new Uint32Array(Math.min(1, rowCount)),
})

function countColumn(name: string, { numbers, firstRows }: Combinations): Column {
  const counts = new Uint32Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) counts[numbers[row]!]!++
  return numberColumn(name, Array.from(counts, String))
}

function sumColumn(column: Column, name: string, groups: Combinations): Column {
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

function numberColumn(name: string, texts: readonly (string | null)[]): Column {
  const builder = new DictionaryBuilder()
  const all = texts.map((text) => (text === null ? BLANK : builder.addText(text)))
  const codes = emptyCodes(all.length, builder.size)
  codes.set(all)
  return { name, type: 'number', codes, dictionary: builder.finish() }
}
