import { emptyCodes } from './codes.ts'
import { countCodes, type Column, type RowMask } from './column.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import { isOfType, Unconverted, valueText, type ColumnType, type Value } from './value.ts'

export interface MapOptions {
  /** Type of the new column; that of the old one if absent. */
  type?: ColumnType
  /** Only these rows change; all of them if absent. */
  chosen?: RowMask | undefined
  /** Whether `fn` is asked for blanks too; they stay blank otherwise. */
  blanks?: boolean
}

/** A text with the number of cells that hold it. */
export interface CountedText {
  text: string
  cells: number
}

export interface MappedColumn {
  column: Column
  /** Cells whose value or type is no longer the same. */
  changedCells: number
  /** Values that `fn` left unconverted, most frequent first. */
  unconverted: CountedText[]
}

/**
 * A column with `fn` applied to each distinct value that occurs in the chosen rows. The cost follows the distinct values;
 * rows are only visited to renumber their codes. A result that is not of the column's type is kept as unconverted text.
 */
export function mapValues(
  column: Column,
  fn: (value: Value) => Value,
  options: MapOptions = {},
): MappedColumn {
  const { chosen, blanks = false } = options
  const type = options.type ?? column.type
  const { dictionary, codes } = column
  const counts = countCodes(column)
  const chosenCounts = chosen === undefined ? counts : countCodes(column, chosen)
  const builder = new DictionaryBuilder()
  const mapped = new Uint32Array(dictionary.size)
  const kept = chosen === undefined ? mapped : new Uint32Array(dictionary.size)
  const unconverted: CountedText[] = []
  let changedCells = 0
  let identical = true

  for (let code = 0; code < dictionary.size; code++) {
    const value = dictionary.value(code, column.type)
    const cells = chosenCounts[code]!
    if (cells > 0) {
      const result = code === BLANK && !blanks ? null : fn(value)
      mapped[code] = builder.addValue(result, type)
      if (!sameValue(value, result)) changedCells += cells
      if (result !== null && (result instanceof Unconverted || !isOfType(result, type))) {
        unconverted.push({ text: valueText(result), cells })
      }
    }
    if (chosen !== undefined && counts[code]! > cells) kept[code] = builder.addValue(value, type)
    if (mapped[code] !== code || kept[code] !== code) identical = false
  }

  const next = builder.finish()
  unconverted.sort((a, b) => b.cells - a.cells)
  if (changedCells === 0 && type === column.type) return { column, changedCells, unconverted }
  if (identical) return { column: { ...column, type, dictionary: next }, changedCells, unconverted }
  const renumbered = emptyCodes(codes.length, next.size)
  if (chosen === undefined)
    for (let row = 0; row < codes.length; row++) renumbered[row] = mapped[codes[row]!]!
  else
    for (let row = 0; row < codes.length; row++)
      renumbered[row] = chosen[row] === 1 ? mapped[codes[row]!]! : kept[codes[row]!]!
  return { column: { ...column, type, codes: renumbered, dictionary: next }, changedCells, unconverted }
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  return a.constructor === b.constructor && a.text === b.text
}
