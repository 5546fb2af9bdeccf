import { countCodes, type Column } from './column.ts'
import { BLANK } from './dictionary.ts'
import { columnTotal } from './decimal-sum.ts'
import type { CountedText } from './map-values.ts'
import type { ColumnType } from './value.ts'

/** What a column holds, in numbers. Cells: filled + blank = rows; unconverted ones are among the filled. */
export interface ColumnProfile {
  name: string
  type: ColumnType
  filled: number
  blank: number
  unconverted: number
  /** Distinct values, the blank not counted. */
  distinct: number
  /** Most frequent values, at most three. */
  top: CountedText[]
  /** Exact sum of a number column as decimal text; `null` for other types. */
  total: string | null
}

const profiles = new WeakMap<Column, ColumnProfile>()

/** Counts of a column; kept, since columns never change. */
export function profileColumn(column: Column): ColumnProfile {
  const known = profiles.get(column)
  if (known !== undefined) return known
  const counts = countCodes(column)
  const { dictionary } = column
  let filled = 0
  let distinct = 0
  let unconverted = 0
  const top: { code: number; cells: number }[] = []
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    const cells = counts[code]!
    if (cells === 0) continue
    filled += cells
    distinct++
    if (dictionary.isUnconverted(code)) unconverted += cells
    if (top.length < 3 || cells > top[2]!.cells) {
      top.push({ code, cells })
      top.sort((a, b) => b.cells - a.cells)
      top.length = Math.min(top.length, 3)
    }
  }
  const profile: ColumnProfile = {
    name: column.name,
    type: column.type,
    filled,
    blank: column.codes.length - filled,
    unconverted,
    distinct,
    top: top.map(({ code, cells }) => ({ text: dictionary.text(code), cells })),
    total: columnTotal(column),
  }
  profiles.set(column, profile)
  return profile
}
