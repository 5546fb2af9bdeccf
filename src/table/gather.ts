import { emptyCodes, type Codes } from './codes.ts'
import { type Column } from './column.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import { columnNamed, tableOf, type Table } from './table.ts'
import { type ColumnType } from './value.ts'

export interface GatherPlan {
  /** Columns that every new row repeats. */
  keep: readonly string[]
  /** The new columns; each takes its k-th value from its k-th source column, `null` where it has none. All of one length. */
  gathered: readonly { name: string; from: readonly (string | null)[] }[]
  /** A column that says which source a row comes from. */
  label?: { name: string; values: readonly string[] }
  /**
   * Made once from the gathered columns (their dictionaries; they have no rows yet): tells whether a new row is left out,
   * from the codes it would have in them.
   */
  drops: (gathered: readonly Column[]) => (codes: readonly number[]) => boolean
}

export interface Gathered {
  table: Table
  /** For each new row, the position (from 0) of the row it comes from. */
  origins: Uint32Array
}

/**
 * Columns to rows: each row becomes one row per k, in the order of the rows then of k.
 * A gathered column has the type of its sources if they agree, text otherwise.
 */
export function gather(table: Table, { keep, gathered, label, drops: dropsOf }: GatherPlan): Gathered {
  const width = gathered[0]?.from.length ?? 0
  const sources = gathered.map(({ name, from }) => merge(table, name, from))
  const drops = dropsOf(sources.map((source) => source.column))

  const origins = new Uint32Array(table.rowCount * width)
  const places = width <= 0x100 ? new Uint8Array(origins.length) : new Uint16Array(origins.length)
  const codes: number[] = new Array<number>(sources.length).fill(BLANK)
  let count = 0
  for (let row = 0; row < table.rowCount; row++) {
    for (let k = 0; k < width; k++) {
      for (let s = 0; s < sources.length; s++) codes[s] = sources[s]!.codeAt(row, k)
      if (drops(codes)) continue
      origins[count] = row
      places[count++] = k
    }
  }
  const rows = origins.slice(0, count)

  const columns: Column[] = keep.map((name) => {
    const column = columnNamed(table, name)
    const kept = emptyCodes(count, column.dictionary.size)
    for (let i = 0; i < count; i++) kept[i] = column.codes[rows[i]!]!
    return { ...column, codes: kept }
  })
  if (label !== undefined) columns.push(labelColumn(label, places.subarray(0, count)))
  for (const source of sources) {
    const values = emptyCodes(count, source.column.dictionary.size)
    for (let i = 0; i < count; i++) values[i] = source.codeAt(rows[i]!, places[i]!)
    columns.push({ ...source.column, codes: values })
  }
  return { table: tableOf(columns, count), origins: rows }
}

function labelColumn(
  { name, values }: { name: string; values: readonly string[] },
  places: Uint8Array | Uint16Array,
): Column {
  const builder = new DictionaryBuilder()
  const codeOfPlace = values.map((value) => builder.addText(value))
  const codes = emptyCodes(places.length, builder.size)
  for (let i = 0; i < places.length; i++) codes[i] = codeOfPlace[places[i]!]!
  return { name, type: 'text', codes, dictionary: builder.finish() }
}

/** One dictionary for several columns: codes of the k-th column are translated, its rows are not copied. */
function merge(table: Table, name: string, from: readonly (string | null)[]) {
  const columns = from.map((source) => (source === null ? null : columnNamed(table, source)))
  const types = new Set(columns.flatMap((column) => (column === null ? [] : [column.type])))
  const type: ColumnType = types.size === 1 ? [...types][0]! : 'text'
  const builder = new DictionaryBuilder()
  const translations = columns.map((column) => {
    const translation = new Uint32Array(column?.dictionary.size ?? 0)
    for (let code = BLANK + 1; code < translation.length; code++) {
      const { dictionary } = column!
      const unconverted = type !== 'text' && dictionary.isUnconverted(code)
      translation[code] = builder.add(
        dictionary.bytes,
        dictionary.start(code),
        dictionary.end(code),
        unconverted,
      )
    }
    return translation
  })
  const codesOf = columns.map((column) => column?.codes ?? null)
  const column: Column = { name, type, codes: noCodes, dictionary: builder.finish() }
  const codeAt = (row: number, k: number): number => {
    const codes = codesOf[k]
    return codes === null || codes === undefined ? BLANK : translations[k]![codes[row]!]!
  }
  return { column, codeAt }
}

const noCodes: Codes = new Uint8Array(0)
