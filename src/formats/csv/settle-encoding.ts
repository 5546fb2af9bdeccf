import { BLANK } from '../../table/dictionary.ts'
import type { Column } from '../../table/column.ts'
import type { RowTally, Scanned } from './cell-scanner.ts'
import { chooseCodePage } from './choose-code-page.ts'
import { columnIn, utf8Of } from './code-pages.ts'
import { byteKind, isCodePage, mapTexts, type Encoding } from './encoding.ts'
import { repairText, undoubled, type Repair } from './repair-text.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

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
  /** What was done about the next two. */
  repair: Repair
  /** Values with control characters that stand for signs of windows-1252, as they are in the file. */
  controls: Example | null
  /** Values with letters that were encoded twice, as they are in the file. */
  doubled: Example | null
}

/**
 * Decides between UTF-8 and the code pages on all distinct values, and returns columns in UTF-8: cost follows distinct values.
 * A file is in a code page when more of its values are no UTF-8 than are; otherwise the few that are not are read as windows-1252.
 */
export function settleEncoding(
  scanned: Scanned,
  sampled: Encoding,
  certain: boolean,
  chosenRepair: Repair | undefined,
): Settled {
  const heads = [...scanned.titles, ...(scanned.headers ?? [])].flat()
  const count = { 'utf-8': 0, other: 0 }
  const otherHeads = heads.filter((text) => {
    const kind = byteKind(text, 0, text.length)
    if (kind !== 'ascii') count[kind]++
    return kind === 'other'
  })
  const seen = scanned.columns.map(lookThrough)
  for (const column of seen) {
    count['utf-8'] += column.utf8
    count.other += column.other.length
  }
  const isInPage = sampled === 'utf-8' && !certain && count.other > 0 && count.other >= count['utf-8']
  const encoding = isInPage ? chooseCodePage(otherTexts(otherHeads, scanned.columns, seen)) : sampled
  const page = isCodePage(encoding) ? encoding : null
  const read = scanned.columns.map((column, index) =>
    page === null
      ? mapTexts(column, seen[index]!.other, (bytes, start, end) => utf8Of('windows-1252', bytes, start, end))
      : columnIn(page, column),
  )

  const controls = page === null ? read.map((column) => withBytes(column, CONTROL)) : []
  const doubled = read.map((column) => withBytes(column, DOUBLED, isDoubled))
  const decode = (text: Uint8Array): string =>
    decoder.decode(
      page !== null || byteKind(text, 0, text.length) === 'other'
        ? utf8Of(page ?? 'windows-1252', text)
        : text,
    )
  const controlHeads = page === null ? heads.map(decode).filter(isControl) : []
  const controlTexts = [
    ...controlHeads,
    ...controls.flatMap((codes, index) =>
      codes.slice(0, LOOKED_AT).map((code) => read[index]!.dictionary.text(code)),
    ),
  ]
  const anyControls = controlTexts.length > 0
  const inWords = controlTexts.filter(isSignInWords).length
  const repair = chosenRepair ?? (anyControls && inWords >= 0.8 * controlTexts.length ? 'controls' : 'none')
  const columns = read.map((column, index) =>
    mapTexts(column, codesToRepair(repair, controls[index] ?? [], doubled[index]!), (bytes, start, end) =>
      encoder.encode(repairText(decoder.decode(bytes.subarray(start, end)), repair)),
    ),
  )
  const texts = (cells: Uint8Array[]): string[] => cells.map((cell) => repairText(decode(cell), repair))
  const asRead = (text: Uint8Array): string => decoder.decode(text)
  return {
    encoding,
    columns,
    headers: scanned.headers?.map(texts) ?? null,
    titles: scanned.titles.map(texts),
    accented: accentedText(heads, decode, columns),
    foreign:
      page === null
        ? exampleOf(
            scanned.columns,
            seen.map((column) => column.other),
            decode,
          )
        : null,
    lost:
      page === null
        ? exampleOf(
            columns,
            columns.map((column) => withBytes(column, LOST)),
            asRead,
          )
        : null,
    zeroBytes: exampleOf(
      columns,
      columns.map((column) => withBytes(column, ZERO)),
      asRead,
    ),
    repair,
    controls: exampleOf(read, controls, asRead) ?? (anyControls ? { count: 0, example: '', rows: [] } : null),
    doubled: exampleOf(read, doubled, asRead) ?? exampleOfHeads(heads.map(decode).filter(isDoubled)),
  }
}

const codesToRepair = (
  repair: Repair,
  controls: readonly number[],
  doubled: readonly number[],
): readonly number[] =>
  repair === 'none' ? [] : repair === 'controls' ? controls : [...new Set([...controls, ...doubled])]

const exampleOfHeads = (texts: readonly string[]): Example | null =>
  texts.length === 0 ? null : { count: texts.length, example: shortened(texts[0]!), rows: [] }

function* otherTexts(
  heads: readonly Uint8Array[],
  columns: readonly Column[],
  seen: readonly Seen[],
): Generator<Uint8Array> {
  yield* heads
  for (const [index, { dictionary }] of columns.entries()) {
    for (const code of seen[index]!.other) {
      yield dictionary.bytes.subarray(dictionary.start(code), dictionary.end(code))
    }
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
  if (dictionary.isAscii) return seen
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

/** What to look for in the bytes of the texts: a first byte, and what must stand at it. */
interface Sought {
  first: number
  isAt: (bytes: Uint8Array, position: number) => boolean
}
/** U+FFFD, which stands where a letter could not be read. */
const LOST: Sought = { first: 0xef, isAt: (bytes, at) => bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd }
const ZERO: Sought = { first: 0, isAt: () => true }
/** U+0080 to U+009F. */
const CONTROL: Sought = { first: 0xc2, isAt: (bytes, at) => bytes[at + 1]! < 0xa0 }
/** Â, Ã, Å or â before a character beyond ASCII, as letters encoded twice begin. */
const DOUBLED: Sought = {
  first: 0xc3,
  isAt: (bytes, at) => [0x82, 0x83, 0x85, 0xa2].includes(bytes[at + 1]!) && bytes[at + 2]! >= 0xc2,
}
const isControl = (text: string): boolean => /[\u0080-\u009f]/.test(text)
/** Between words, a control character stands for a sign; anywhere else nobody knows. */
const isSignInWords = (text: string): boolean =>
  /[a-z\d]{2}/i.test(text) && /[\w( ][\u0080-\u009f]|[\u0080-\u009f][\w) ]/.test(text)
const LOOKED_AT = 1000
const isDoubled = (text: string): boolean => undoubled(text) !== text

/** Codes of the texts that hold what is sought and are as asked. */
function withBytes(
  { dictionary }: Column,
  { first, isAt }: Sought,
  isWanted: (text: string) => boolean = () => true,
): number[] {
  const { bytes, ends } = dictionary
  const codes: number[] = []
  if (first >= 0x80 && dictionary.isAscii) return codes
  for (let position = bytes.indexOf(first); position >= 0; position = bytes.indexOf(first, position + 1)) {
    if (!isAt(bytes, position)) continue
    const code = codeAt(ends, position, BLANK)
    const end = ends[code]!
    if (!isWanted(decoder.decode(bytes.subarray(dictionary.start(code), end)))) continue
    codes.push(code)
    position = end - 1
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
