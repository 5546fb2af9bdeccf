import { emptyCodes, pickCodes, type Codes } from './codes.ts'
import type { Column } from './column.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'
import { columnNamed, tableOf, type Table } from './table.ts'
import type { ColumnType } from './value.ts'

export interface GatherPlan {
  /** Columns that every new row repeats. */
  keep: readonly string[]
  /** The new columns; each takes its k-th value from its k-th source column, `null` where it has none. All of one length. */
  gathered: readonly { name: string; from: readonly (string | null)[] }[]
  /** A column that says which source a row comes from. */
  label?: { name: string; values: readonly string[] }
  /**
   * For each entry of a gathered column (its dictionary; it has no rows yet), why it is not worth a row, as a number from 1, or 0 if it
   * is. A new row is left out when no gathered column has a value worth one, for the largest of the reasons. Keeps all if absent.
   */
  reasons?: (gathered: Column) => Uint8Array
}

export interface Gathered {
  table: Table
  /** For each new row, the position (from 0) of the row it comes from. */
  origins: Uint32Array
  /** How many rows were left out for each reason, 1 to 255. */
  leftOut: Uint32Array
}

/**
 * Columns to rows: each row becomes one row per k, in the order of the rows then of k.
 * A gathered column has the type of its sources if they agree, text otherwise.
 */
export function gather(table: Table, { keep, gathered, label, reasons: reasonsOf }: GatherPlan): Gathered {
  const width = gathered[0]?.from.length ?? 0
  const sources = gathered.map(({ name, from }) => merge(table, name, from))
  // For each row and k, first why it is left out (0 if it is not), then its place among the new rows (-1 if it has none).
  const places = new Int32Array(table.rowCount * width)
  if (reasonsOf !== undefined) {
    sources.forEach((source, index) => {
      markPlaces(places, source, reasonsOf(source.column), width, index === 0)
    })
  }
  const leftOut = new Uint32Array(256)
  let count = 0
  for (let at = 0; at < places.length; at++) {
    const reason = places[at]!
    if (reason === 0) places[at] = count++
    else {
      places[at] = -1
      leftOut[reason]!++
    }
  }

  const origins = new Uint32Array(count)
  for (let row = 0, at = 0; row < table.rowCount; row++) {
    for (let k = 0; k < width; k++) {
      const place = places[at++]!
      if (place >= 0) origins[place] = row
    }
  }
  const columns: Column[] = keep.map((name) => {
    const column = columnNamed(table, name)
    return { ...column, codes: pickCodes(column.codes, origins) }
  })
  if (label !== undefined) columns.push(labelColumn(label, places, width, count))
  for (const { column, parts } of sources) {
    const values = emptyCodes(count, column.dictionary.size)
    parts.forEach((part, k) => {
      if (part !== null) scatter(values, part, places, width, k)
    })
    columns.push({ ...column, codes: values })
  }
  return { table: tableOf(columns, count), origins, leftOut }
}

/** One source column: its codes, and what each becomes in the dictionary that all sources share. */
interface Part {
  codes: Codes
  translation: Uint32Array
}

interface Merged {
  column: Column
  parts: readonly (Part | null)[]
}

/** One dictionary for several columns: codes of the k-th column are translated, its rows are not copied. */
function merge(table: Table, name: string, from: readonly (string | null)[]): Merged {
  const columns = from.map((source) => (source === null ? null : columnNamed(table, source)))
  const types = new Set(columns.flatMap((column) => (column === null ? [] : [column.type])))
  const type: ColumnType = types.size === 1 ? [...types][0]! : 'text'
  const builder = new DictionaryBuilder()
  builder.reserve(columns.reduce((sum, column) => sum + (column?.dictionary.size ?? 0), 0))
  const parts = columns.map((column): Part | null => {
    if (column === null) return null
    const { dictionary, codes } = column
    const translation = builder.addDictionary(dictionary, type !== 'text')
    return { codes, translation }
  })
  return { column: { name, type, codes: noCodes, dictionary: builder.finish() }, parts }
}

function markPlaces(
  places: Int32Array,
  { parts }: Merged,
  reasons: Uint8Array,
  width: number,
  first: boolean,
): void {
  parts.forEach((part, k) => {
    const blank = reasons[BLANK]!
    const reasonOfCode = part === null ? null : new Uint8Array(part.translation.length)
    for (let code = 0; part !== null && code < part.translation.length; code++)
      reasonOfCode![code] = reasons[part.translation[code]!]!
    for (let row = 0, at = k; at < places.length; row++, at += width) {
      const reason = reasonOfCode === null ? blank : reasonOfCode[part!.codes[row]!]!
      if (first) places[at] = reason
      else if (reason === 0) places[at] = 0
      else if (places[at] !== 0 && reason > places[at]!) places[at] = reason
    }
  })
}

function scatter(
  values: Codes,
  { codes, translation }: Part,
  places: Int32Array,
  width: number,
  k: number,
): void {
  for (let row = 0, at = k; at < places.length; row++, at += width) {
    const place = places[at]!
    if (place >= 0) values[place] = translation[codes[row]!]!
  }
}

function labelColumn(
  { name, values }: { name: string; values: readonly string[] },
  places: Int32Array,
  width: number,
  count: number,
): Column {
  const builder = new DictionaryBuilder()
  const codeOfPlace = values.map((value) => builder.addText(value))
  const codes = emptyCodes(count, builder.size)
  codeOfPlace.forEach((code, k) => {
    for (let at = k; at < places.length; at += width) if (places[at]! >= 0) codes[places[at]!] = code
  })
  return { name, type: 'text', codes, dictionary: builder.finish() }
}

const noCodes: Codes = new Uint8Array(0)
