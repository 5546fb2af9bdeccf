import * as v from 'valibot'
import type { Column } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import { entryBytes } from '../entry-bytes.ts'
import type { Writer } from '../format.ts'
import { RowWriter } from '../row-writer.ts'

const LF = 10
const CR = 13
const QUOTE = 34

export const csvWriterOptions = v.strictObject({
  separator: v.optional(v.picklist([',', ';', 'tab', '|'])),
  /** Byte order mark, for spreadsheets that take a file without one for another encoding. */
  bom: v.optional(v.boolean()),
  lineEnd: v.optional(v.picklist(['lf', 'crlf'])),
  /**
   * How columns are named whose names the file left blank or repeated: `written`, as in the file (the default); `shown`, as on
   * screen; `received`, as in the file down to its rows: cells beyond the names are written for the rows that have
   * them, and columns of a file without names are col_0, col_1…
   */
  names: v.optional(v.picklist(['written', 'shown', 'received'])),
  /**
   * Puts an apostrophe in front of texts that a spreadsheet would run as formulas: those that begin with = + - @, a tab or a carriage
   * return. Numbers are written as they are. Off by default, because the file no longer holds the texts of the table.
   */
  guard: v.optional(v.boolean()),
})
export type CsvWriterOptions = v.InferOutput<typeof csvWriterOptions>

/**
 * UTF-8 CSV. A value is quoted only where it must be, once for all the rows that hold it. Read again as it was written, the
 * table is the same, but that empty texts and blanks are both blank; a row of blanks ends with "" so that it is not taken for an empty line.
 */
export const csvWriter: Writer<CsvWriterOptions> = {
  id: 'csv',
  name: { fr: 'CSV', en: 'CSV' },
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  options: csvWriterOptions,
  write: writeCsv,
}

function* writeCsv(
  table: Table,
  { separator = ',', bom = false, lineEnd = 'lf', names = 'written', guard = false }: CsvWriterOptions,
) {
  const cut = separator === 'tab' ? 9 : separator.charCodeAt(0)
  const pieces = new BytePieces()
  const endLine = () => {
    if (lineEnd === 'crlf') pieces.addByte(CR)
    pieces.addByte(LF)
  }
  if (bom) pieces.add(BYTE_ORDER_MARK)
  const ragged = names === 'received'
  const named = ragged ? namedColumns(table) : table.columns.length
  namesOf(table.columns.slice(0, named), names).forEach((text, index) => {
    if (index > 0) pieces.addByte(cut)
    const name = new TextEncoder().encode(guard && isFormula(text) ? `'${text}` : text)
    const looksLikeMark = index === 0 && !bom && BYTE_ORDER_MARK.every((byte, at) => name[at] === byte)
    pieces.add(
      looksLikeMark ? quoted(name, 0, name.length) : (quotedIfNeeded(name, 0, name.length, cut) ?? name),
    )
  })
  if (table.columns.length > 0) endLine()

  const columns = table.columns.map((column) => {
    const { bytes } = column.dictionary
    const anySpecial = [cut, QUOTE, LF, CR].some((byte) => bytes.includes(byte))
    const written = guard
      ? entryBytes(column, (code, start, end) => {
          const own = guarded(column, code, start)
          return own === undefined
            ? quotedIfNeeded(bytes, start, end, cut)
            : (quotedIfNeeded(own, 0, own.length, cut) ?? own)
        })
      : anySpecial
        ? entryBytes(column, (_, start, end) => quotedIfNeeded(bytes, start, end, cut))
        : column.dictionary
    return { codes: column.codes, bytes: written.bytes, ends: written.ends }
  })
  yield pieces.take()
  if (columns.length === 0) return
  const lineEndBytes = lineEnd === 'crlf' ? new Uint8Array([CR, LF]) : new Uint8Array([LF])
  const rows = { separator: cut, lineEnd: lineEndBytes, blankRow: BLANK_ROW_TAIL, named }
  yield* new RowWriter(columns, rows).write(0, table.rowCount)
}

const inFile = ({ name, nameInFile }: Column) => (nameInFile?.given === name ? nameInFile : undefined)

/** Columns up to the last that is not just the cells that some rows have beyond the names. */
const namedColumns = ({ columns }: Table): number =>
  1 + columns.findLastIndex((column) => inFile(column)?.kind !== 'beyond')

/** A line of blank names would not be found again as one: then names are written as shown. */
function namesOf(columns: readonly Column[], names: CsvWriterOptions['names']): string[] {
  const texts = columns.map((column) => {
    const written = inFile(column)
    if (written === undefined || names === 'shown') return column.name
    return names === 'received' || written.kind === 'unclear' ? written.text : column.name
  })
  return texts.every((text) => text.trim() === '') ? columns.map((column) => column.name) : texts
}

/** Signs at which a spreadsheet takes a cell for a formula. */
const FORMULA_SIGNS = '=+-@\t\r'
const A_NUMBER = /^[-+]\d[\d .,\u00a0\u202f]*$/

const isFormula = (text: string): boolean =>
  FORMULA_SIGNS.includes(text.charAt(0)) && text !== '' && !A_NUMBER.test(text)

/** The entry with an apostrophe in front; `undefined` where none is needed. */
function guarded({ dictionary }: Column, code: number, start: number): Uint8Array | undefined {
  if (code === 0 || !FORMULA_SIGNS.includes(String.fromCharCode(dictionary.bytes[start] ?? 0)))
    return undefined
  const text = dictionary.text(code)
  return isFormula(text) ? new TextEncoder().encode(`'${text}`) : undefined
}

const BYTE_ORDER_MARK = new Uint8Array([0xef, 0xbb, 0xbf])
/** The last cell of a row of blanks, quoted. */
const BLANK_ROW_TAIL = new Uint8Array([QUOTE, QUOTE])

function quotedIfNeeded(
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
): Uint8Array | undefined {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]
    if (byte === separator || byte === QUOTE || byte === LF || byte === CR) return quoted(bytes, start, end)
  }
  return undefined
}

function quoted(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const result = new Uint8Array(2 * (end - start) + 2)
  let length = 0
  result[length++] = QUOTE
  for (let i = start; i < end; i++) {
    if (bytes[i] === QUOTE) result[length++] = QUOTE
    result[length++] = bytes[i]!
  }
  result[length++] = QUOTE
  return result.slice(0, length)
}
