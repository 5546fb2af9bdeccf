import { BLANK } from '../../table/dictionary.ts'
import type { Column } from '../../table/column.ts'
import type { RowTally, Scanned } from './cell-scanner.ts'
import { byteKind, columnFromWindows1252, fromWindows1252, repairColumn, type Encoding } from './encoding.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A count of distinct values with one of them. */
interface Example {
  count: number
  example: string
  /** Rows that hold them, the first thousand. */
  rows: RowTally['rows']
}

export interface Settled {
  encoding: Encoding
  columns: Column[]
  /** Records that name the columns. */
  headers: string[][] | null
  titles: string[][]
  /** A text with letters beyond ASCII, read in the encoding; `null` if there is none. */
  accented: string | null
  /** Values that were not written in the encoding of the rest. */
  foreign: Example | null
  lost: Example | null
  zeroBytes: Example | null
}

/**
 * Decides between UTF-8 and windows-1252 on all distinct values, and returns columns in UTF-8: cost follows distinct values.
 * A file is windows-1252 when more of its values are no UTF-8 than are; otherwise the few that are not are read so.
 */
export function settleEncoding(scanned: Scanned, sampled: Encoding, certain: boolean): Settled {
  const heads = [...scanned.titles, ...(scanned.headers ?? [])].flat()
  const count = { 'utf-8': 0, other: 0 }
  for (const text of heads) {
    const kind = byteKind(text, 0, text.length)
    if (kind !== 'ascii') count[kind]++
  }
  const seen = scanned.columns.map(lookThrough)
  for (const column of seen) {
    count['utf-8'] += column.utf8
    count.other += column.other.length
  }
  const encoding: Encoding =
    sampled === 'utf-8' && !certain && count.other > 0 && count.other >= count['utf-8']
      ? 'windows-1252'
      : sampled
  const isForeign = (text: Uint8Array): boolean =>
    encoding === 'windows-1252' || byteKind(text, 0, text.length) === 'other'
  const decode = (text: Uint8Array): string => decoder.decode(isForeign(text) ? fromWindows1252(text) : text)
  const columns = scanned.columns.map((column, index) => {
    if (encoding === 'windows-1252') return columnFromWindows1252(column)
    return seen[index]!.other.length > 0 ? repairColumn(column) : column
  })
  const texts = (cells: Uint8Array[]): string[] => cells.map(decode)
  return {
    encoding,
    columns,
    headers: scanned.headers?.map(texts) ?? null,
    titles: scanned.titles.map(texts),
    accented: accentedText(heads, decode, columns),
    foreign:
      encoding === 'windows-1252'
        ? null
        : exampleOf(
            scanned.columns,
            seen.map((column) => column.other),
            decode,
          ),
    lost:
      encoding === 'windows-1252'
        ? null
        : exampleOf(
            columns,
            columns.map((column) => withBytes(column, LOST)),
            decode,
          ),
    zeroBytes: exampleOf(
      columns,
      columns.map((column) => withBytes(column, ZERO)),
      decode,
    ),
  }
}

interface Seen {
  utf8: number
  /** Codes of values that are not UTF-8. */
  other: number[]
}

function lookThrough({ dictionary }: Column): Seen {
  const { bytes, ends } = dictionary
  const seen: Seen = { utf8: 0, other: [] }
  let code = BLANK
  let position = 0
  while (position < bytes.length) {
    while (position < bytes.length && bytes[position]! < 0x80) position++
    if (position === bytes.length) break
    code = codeAt(ends, position, code)
    if (byteKind(bytes, dictionary.start(code), ends[code]!) === 'utf-8') seen.utf8++
    else seen.other.push(code)
    position = ends[code]!
  }
  return seen
}

/** The entry, at or after `from`, that holds the byte at `position`. */
function codeAt(ends: Uint32Array, position: number, from: number): number {
  let low = from
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ends[middle]! > position) high = middle
    else low = middle + 1
  }
  return low
}

/** U+FFFD, which stands where a letter could not be read. */
const LOST = [0xef, 0xbf, 0xbd] as const
const ZERO = [0] as const

function withBytes({ dictionary }: Column, wanted: readonly number[]): number[] {
  const { bytes, ends } = dictionary
  const codes: number[] = []
  let position = bytes.indexOf(wanted[0]!)
  while (position >= 0) {
    if (wanted.every((byte, offset) => bytes[position + offset] === byte)) {
      const code = codeAt(ends, position, BLANK)
      codes.push(code)
      position = ends[code]! - 1
    }
    position = bytes.indexOf(wanted[0]!, position + 1)
  }
  return codes
}

function exampleOf(
  columns: readonly Column[],
  codesOf: readonly number[][],
  decode: (text: Uint8Array) => string,
): Example | null {
  let count = 0
  let example = ''
  const rows = new Set<number>()
  codesOf.forEach((codes, index) => {
    const column = columns[index]!
    const { dictionary } = column
    if (codes.length === 0) return
    if (count === 0) {
      example = decode(dictionary.bytes.subarray(dictionary.start(codes[0]!), dictionary.end(codes[0]!)))
    }
    count += codes.length
    const wanted = new Uint8Array(dictionary.size)
    for (const code of codes) wanted[code] = 1
    for (let row = 0; row < column.codes.length && rows.size < 1000; row++) {
      if (wanted[column.codes[row]!] === 1) rows.add(row)
    }
  })
  return count === 0 ? null : { count, example: shortened(example), rows: [...rows].sort((a, b) => a - b) }
}

function accentedText(
  heads: readonly Uint8Array[],
  decode: (text: Uint8Array) => string,
  columns: readonly Column[],
): string | null {
  const head = heads.find((text) => text.some((byte) => byte >= 0x80))
  if (head !== undefined) return shortened(decode(head))
  for (const { dictionary } of columns) {
    const position = dictionary.bytes.findIndex((byte) => byte >= 0x80)
    if (position >= 0) return shortened(dictionary.text(codeAt(dictionary.ends, position, BLANK)))
  }
  return null
}

export const shortened = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
