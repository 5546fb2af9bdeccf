import { emptyCodes } from './codes.ts'
import { countCodes, type Column, type RowMask } from './column.ts'
import { BLANK, DictionaryBuilder, type Dictionary } from './dictionary.ts'
import { isOfType, Unconverted, valueText, type ColumnType, type Value } from './value.ts'

export interface MapOptions {
  /** Type of the new column; that of the old one if absent. */
  type?: ColumnType | undefined
  /** Only these rows change; all of them if absent. */
  chosen?: RowMask | undefined
  /** Whether `fn` is asked for blanks too; they stay blank otherwise. */
  blanks?: boolean | undefined
  /**
   * Whether `fn` would leave the text of this dictionary entry as it is, as a value of the new type, told without making a value of it;
   * not asked for the blank. `false` where that is not certain; `all` where it is for every entry.
   */
  keeps?: ((code: number) => boolean) | 'all' | undefined
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
  const { chosen, blanks = false, keeps } = options
  const type = options.type ?? column.type
  const { dictionary } = column
  if (keeps === 'all' && chosen === undefined && !blanks) return retypedWhole(column, type)
  const chosenCounts = countCodes(column, chosen)
  const retyped = type !== column.type
  const unconverted: CountedText[] = []
  /** Entries that become something else, and what. */
  const changed: number[] = []
  const results: Value[] = []
  let changedCells = 0

  for (let code = 0; code < dictionary.size; code++) {
    const cells = chosenCounts[code]!
    if (cells === 0) continue
    if (code !== BLANK && (keeps === 'all' || keeps?.(code) === true)) {
      if (retyped) changedCells += cells
      continue
    }
    const value = dictionary.value(code, column.type)
    const result = code === BLANK && !blanks ? null : fn(value)
    if (!sameValue(value, result)) changedCells += cells
    const misfit = result !== null && (result instanceof Unconverted || !isOfType(result, type))
    if (misfit) unconverted.push({ text: valueText(result), cells })
    if (value === result && !retyped) continue
    const isSameEntry =
      (value === null) === (result === null) &&
      valueText(value) === valueText(result) &&
      misfit === dictionary.isUnconverted(code)
    if (isSameEntry) continue
    changed.push(code)
    results.push(result)
  }

  unconverted.sort((a, b) => b.cells - a.cells)
  const found = { changedCells, unconverted }
  if (retyped && chosen !== undefined) {
    return { column: withEntries(column, type, changed, results, chosen), ...found }
  }
  if (changed.length === 0) return { column: retyped ? { ...column, type } : column, ...found }
  const isFew = changed.length * FEW < dictionary.size
  const next = isFew
    ? withFewEntries(column, type, changed, results, chosen)
    : withEntries(column, type, changed, results, chosen)
  return { column: next, ...found }
}

/** The column with another type, where every entry is the same text as a value of it. */
function retypedWhole(column: Column, type: ColumnType): MappedColumn {
  if (type === column.type) return { column, changedCells: 0, unconverted: [] }
  const { codes } = column
  let changedCells = 0
  for (let row = 0; row < codes.length; row++) if (codes[row] !== BLANK) changedCells++
  return { column: { ...column, type }, changedCells, unconverted: [] }
}

/** Where one entry in so many changes at most, the others are left where they are. */
const FEW = 8

/** New entries put after the old ones, of which some are then no longer used. */
function withFewEntries(
  column: Column,
  type: ColumnType,
  changed: readonly number[],
  results: readonly Value[],
  chosen: RowMask | undefined,
): Column {
  const { dictionary } = column
  const made = new DictionaryBuilder()
  const madeCodes = results.map((result) => made.addValue(result, type))
  /** Where what was made is in the new dictionary: among the old entries if it is there. */
  const places = new Int32Array(made.size).fill(-1)
  places[BLANK] = BLANK
  const mapped = new Uint32Array(dictionary.size)
  for (let code = 0; code < mapped.length; code++) mapped[code] = code
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    const twin = made.find(
      dictionary.bytes,
      dictionary.start(code),
      dictionary.end(code),
      dictionary.isUnconverted(code),
    )
    if (twin !== undefined) places[twin] = code
  }
  const added = made.finish()
  const next = dictionary.with(
    added,
    Array.from(places.keys()).filter((code) => places[code] === -1),
  )
  let place = dictionary.size
  for (let code = 0; code < places.length; code++) if (places[code] === -1) places[code] = place++
  changed.forEach((code, at) => (mapped[code] = places[madeCodes[at]!]!))
  return renumbered(column, type, next, mapped, chosen, null)
}

/** A dictionary made anew, without entries that are no longer used. */
function withEntries(
  column: Column,
  type: ColumnType,
  changed: readonly number[],
  results: readonly Value[],
  chosen: RowMask | undefined,
): Column {
  const { dictionary } = column
  const counts = countCodes(column)
  const chosenCounts = chosen === undefined ? counts : countCodes(column, chosen)
  const builder = new DictionaryBuilder()
  const mapped = new Uint32Array(dictionary.size)
  const kept = chosen === undefined ? mapped : new Uint32Array(dictionary.size)
  const retyped = type !== column.type
  const same = (code: number): number =>
    code === BLANK
      ? BLANK
      : builder.add(
          dictionary.bytes,
          dictionary.start(code),
          dictionary.end(code),
          dictionary.isUnconverted(code),
        )
  let at = 0
  for (let code = 0; code < dictionary.size; code++) {
    const isChanged = changed[at] === code
    if (isChanged) mapped[code] = builder.addValue(results[at++]!, type)
    else if (chosenCounts[code]! > 0) mapped[code] = same(code)
    if (chosen !== undefined && counts[code]! > chosenCounts[code]!) {
      kept[code] = retyped ? builder.addValue(dictionary.value(code, column.type), type) : same(code)
    }
  }
  return renumbered(column, type, builder.finish(), mapped, chosen, kept)
}

/** The column with its codes exchanged in the chosen rows, and in the others too if `kept` says by what. */
function renumbered(
  column: Column,
  type: ColumnType,
  dictionary: Dictionary,
  mapped: Uint32Array,
  chosen: RowMask | undefined,
  kept: Uint32Array | null,
): Column {
  const { codes } = column
  const next = emptyCodes(codes.length, dictionary.size)
  if (chosen === undefined) for (let row = 0; row < codes.length; row++) next[row] = mapped[codes[row]!]!
  else {
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!
      next[row] = chosen[row] === 1 ? mapped[code]! : kept === null ? code : kept[code]!
    }
  }
  return { ...column, type, codes: next, dictionary }
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  return a.constructor === b.constructor && a.text === b.text
}
