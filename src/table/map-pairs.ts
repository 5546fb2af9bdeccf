import { emptyCodes } from './codes.ts'
import type { Column, RowMask } from './column.ts'
import { combinationsOf } from './combinations.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import type { CountedText, MappedColumn } from './map-values.ts'
import type { Value } from './value.ts'

/**
 * A column whose cells change by their own entry and by that of a column beside it, on the same row. `fn` is asked once for each
 * pair of entries that occurs, and answers `undefined` where the cell stays as it is. `chosen`: only these rows change.
 */
export function mapPairs(
  column: Column,
  beside: Column,
  fn: (code: number, beside: number) => Value | undefined,
  chosen?: RowMask,
): MappedColumn {
  const { dictionary, codes, type } = column
  const builder = new DictionaryBuilder()
  builder.addDictionary(dictionary)
  const { numbers, firstRows } = combinationsOf([column, beside])
  const codeOfPair = firstRows.map((row) => {
    const code = codes[row]!
    const value = fn(code, beside.codes[row]!)
    return value === undefined ? code : value === null ? BLANK : builder.addValue(value, type)
  })
  const next = emptyCodes(codes.length, builder.size)
  const written = new Uint32Array(builder.size)
  let changedCells = 0
  for (let row = 0; row < codes.length; row++) {
    const old = codes[row]!
    const code = chosen !== undefined && chosen[row] !== 1 ? old : codeOfPair[numbers[row]!]!
    next[row] = code
    if (code === old) continue
    written[code]!++
    changedCells++
  }
  if (changedCells === 0) return { column, changedCells, unconverted: [] }
  const made = builder.finish()
  const unconverted: CountedText[] = []
  written.forEach((cells, code) => {
    if (cells > 0 && made.isUnconverted(code)) unconverted.push({ text: made.text(code), cells })
  })
  return { column: { ...column, codes: next, dictionary: made }, changedCells, unconverted }
}
