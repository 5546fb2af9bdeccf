import { Problem } from '../../problem/problem.ts'
import { countCodes, type Column } from '../../table/column.ts'
import { BLANK } from '../../table/dictionary.ts'
import { tableOf } from '../../table/table.ts'
import { columnNamesOf, type GivenName } from '../column-names.ts'
import type { ReadContext, ReadResult, SourceFile } from '../format.ts'
import { joinNames } from '../join-names.ts'
import { isFilled } from '../written-record.ts'
import { CellScanner, type Cutting, type Scanned } from './cell-scanner.ts'
import { chooseTable } from './choose-table.ts'
import type { CsvOptions } from './csv-options.ts'
import { decide } from './decide.ts'
import { escapeText, quoteText, type Dialect } from './detect-dialect.ts'
import { byteOrderMark, encodeText, guessUtf16, type Encoding } from './encoding.ts'
import { foundOptions } from './found-options.ts'
import { readNotes } from './read-notes.ts'
import { recutNames, rowsToRecut, withRows } from './recut-rows.ts'
import { scanPieces } from './scan-pieces.ts'
import { separatorText, SPACES, type Separator } from './separators.ts'
import { settleEncoding } from './settle-encoding.ts'
import { stackedTables } from './stacked-tables.ts'
import { textBytes } from './text-bytes.ts'

const SAMPLE_BYTES = 1 << 18
/** Bytes in which the zeros of UTF-16 show. */
const UTF16_BYTES = 1 << 13

/**
 * Reads a text file with separators. Encoding, separator, quotes and header are found on the first part of the file unless they
 * are chosen; the encoding is settled once every distinct value is known. Throws Problem `empty-file`, `blank-file` or `too-many-columns`.
 */
export async function readCsv(
  file: SourceFile,
  options: CsvOptions,
  context: ReadContext,
): Promise<ReadResult> {
  if (file.bytes.size === 0) throw new Problem('empty-file', { file: file.name })
  const head = new Uint8Array(await file.bytes.slice(0, SAMPLE_BYTES).arrayBuffer())
  const mark = byteOrderMark(head)
  const wide = mark?.encoding ?? guessUtf16(head.subarray(0, UTF16_BYTES))
  const sampled: Encoding = options.encoding ?? wide ?? 'utf-8'
  const skip =
    mark === null || (options.encoding !== undefined && options.encoding !== mark.encoding) ? 0 : mark.length
  const decided = decide(head.subarray(skip), sampled, file.bytes.size > head.length, options)
  if (decided === null) throw new Problem('blank-file', { file: file.name })
  const { dialect, header } = decided

  const cutting: Cutting = {
    separator: separatorBytes(dialect.separator, sampled),
    quote: byteOf(quoteText(dialect.quote)),
    escape: byteOf(escapeText(dialect.escape)),
    headerRow: header.headerRow,
    headerRows: header.headerRows,
    skipLines: header.skipLines,
    width: header.headerRow === 0 || header.isForeign ? dialect.usualWidth : 0,
    size: isUtf16(sampled) ? file.bytes.size / 2 : file.bytes.size,
  }
  const scanned = await scanPieces(textBytes(file, sampled, skip, context), new CellScanner(cutting))
  if (scanned.rowCount === 0 && !holdsText(scanned)) throw new Problem('blank-file', { file: file.name })

  const asWritten = settleEncoding(
    scanned,
    sampled,
    options.encoding !== undefined || mark !== null,
    options.repair,
  )
  const settled = header.isForeign
    ? { ...asWritten, headers: recutHeaders(asWritten.headers, dialect) }
    : asWritten
  const { shortRows, longRows, width } = scanned
  const recut =
    options.recut === false ? [] : rowsToRecut(settled.columns, width, dialect, [shortRows, longRows])
  const cut = recut.length === 0 ? settled.columns : usedColumns(withRows(settled.columns, recut), width)
  const joined = settled.headers === null ? null : joinNames(settled.headers)
  const names = columnNamesOf(joined, cut.length)
  const columns = cut.map((column, index): Column => withName(column, names[index]!))
  const stacked = stackedTables(
    columns,
    settled.headers === null ? [] : [...settled.headers, joined!],
    scanned.blankRows,
  )
  const whole = tableOf(columns, scanned.rowCount)
  const chosen = chooseTable(whole, stacked, options.table ?? 'all')
  const opened = { decided, settled, marked: mark !== null, recut, whole, stacked }
  return {
    table: chosen.table,
    found: foundOptions(opened, options),
    notes: readNotes(chosen, opened, scanned),
  }
}

const recutHeaders = (headers: string[][] | null, dialect: Dialect): string[][] | null =>
  headers?.map((cells) => recutNames(cells, dialect.usualWidth, dialect) ?? cells) ?? null

/** Columns beyond the names that hold nothing any more are not columns of the table. */
function usedColumns(columns: readonly Column[], width: number): readonly Column[] {
  const isUsed = ({ codes, dictionary }: Column): boolean =>
    dictionary.size > 1 && codes.some((code) => code !== BLANK)
  return columns.slice(0, Math.max(width, 1 + columns.findLastIndex(isUsed)))
}

/** Columns of which so many rows have a cell are columns of the table, though nothing names them. */
const SHARE_OF_ROWS = 0.1

/** A column under its name; one beyond the names that a good part of the rows fill is a column like another. */
function withName(column: Column, given: GivenName): Column {
  const { nameInFile } = given
  if (nameInFile?.kind !== 'beyond' || column.dictionary.size === 1) return { ...column, ...given }
  const counts = countCodes(column)
  let filled = 0
  for (let code = 1; code < counts.length; code++) {
    if (column.dictionary.text(code).trim() !== '') filled += counts[code]!
  }
  const isUsual = filled > 1 && filled >= SHARE_OF_ROWS * column.codes.length
  return {
    ...column,
    name: given.name,
    nameInFile: isUsual ? { ...nameInFile, kind: 'unclear' } : nameInFile,
  }
}

const byteOf = (text: string | null): number | null => (text === null ? null : text.charCodeAt(0))

const isUtf16 = (encoding: Encoding): boolean => encoding === 'utf-16le' || encoding === 'utf-16be'

function separatorBytes(separator: Separator, encoding: Encoding): Cutting['separator'] {
  const text = separatorText(separator)
  if (text === null) return null
  if (text === SPACES) return 'spaces'
  return encodeText(text, encoding)
}

const holdsText = ({ headers, titles }: Scanned): boolean =>
  [...titles, ...(headers ?? [])].some((cells) =>
    isFilled({ line: 0, quotedCells: 0, cells: cells.map((cell) => new TextDecoder().decode(cell)) }),
  )
