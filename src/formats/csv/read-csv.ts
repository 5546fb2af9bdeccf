import { Problem } from '../../problem/problem.ts'
import { type Column } from '../../table/column.ts'
import { tableOf } from '../../table/table.ts'
import { type ReadContext, type ReadResult, type SourceFile } from '../format.ts'
import { CellScanner, type Cutting, type Scanned } from './cell-scanner.ts'
import { columnNamesOf } from './column-names.ts'
import { type CsvOptions } from './csv-options.ts'
import { detectDialect, isFilled, quoteText, separatorText, type Dialect } from './detect-dialect.ts'
import { byteKind, byteOrderMark, fromWindows1252, guessUtf16, type Encoding } from './encoding.ts'
import { findHeader, type FoundHeader } from './find-header.ts'
import { foundOptions } from './found-options.ts'
import { readNotes } from './read-notes.ts'
import { settleEncoding } from './settle-encoding.ts'
import { textBytes } from './text-bytes.ts'

const SAMPLE_BYTES = 1 << 18

/** Decisions made on the first part of the file. */
export interface Decided {
  dialect: Dialect
  header: FoundHeader
  /** Whether the sample is only a part of the file. */
  partial: boolean
}

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
  const wide = mark?.encoding ?? guessUtf16(head.subarray(0, 1 << 16))
  const sampled: Encoding = options.encoding ?? wide ?? 'utf-8'
  const skip =
    mark === null || (options.encoding !== undefined && options.encoding !== mark.encoding) ? 0 : mark.length
  const decided = decide(head.subarray(skip), sampled, file.bytes.size > head.length, options)
  if (decided === null) throw new Problem('blank-file', { file: file.name })
  const { dialect, header } = decided

  const cutting: Cutting = {
    separator: byteOf(separatorText(dialect.separator)),
    quote: byteOf(quoteText(dialect.quote)),
    headerRow: header.headerRow,
    skipLines: header.skipLines,
    width: dialect.usualWidth,
  }
  const scanned = await scanFile(textBytes(file, sampled, skip, context), new CellScanner(cutting))
  if (scanned.rowCount === 0 && !holdsText(scanned)) throw new Problem('blank-file', { file: file.name })

  const settled = settleEncoding(scanned, sampled, options.encoding !== undefined || mark !== null)
  const named = columnNamesOf(settled.header ?? [], settled.columns.length)
  const columns = settled.columns.map((column, index): Column => ({ ...column, name: named.names[index]! }))
  const table = tableOf(columns, scanned.rowCount)
  return {
    table,
    found: foundOptions(decided, settled, mark !== null, options),
    notes: readNotes(table, scanned, settled, named),
  }
}

/** `null` if the file holds nothing but blanks and separators. */
function decide(head: Uint8Array, encoding: Encoding, partial: boolean, options: CsvOptions): Decided | null {
  const text = sampleText(head, encoding)
  const end = partial ? Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 : text.length
  const sample = end > 0 ? text.slice(0, end) : text
  if (!partial && options.separator === undefined && /^[\s;,|]*$/u.test(sample)) return null
  const dialect = detectDialect(sample, options)
  return { dialect, header: decideHeader(dialect, options), partial }
}

function decideHeader(dialect: Dialect, options: CsvOptions): FoundHeader {
  const found = findHeader(dialect.records, dialect.usualWidth)
  if (options.headerRow === undefined && options.skipLines === undefined) return found
  const headerRow = options.headerRow ?? 0
  const skipLines = headerRow === 0 ? (options.skipLines ?? 0) : 0
  const chosen = dialect.records.find((record) => record.line >= headerRow)
  const named =
    headerRow === 0 || chosen === undefined ? 0 : chosen.cells.filter((cell) => cell.trim() !== '').length
  return { ...found, headerRow, skipLines, named }
}

function sampleText(head: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'utf-8' && encoding !== 'windows-1252') return new TextDecoder(encoding).decode(head)
  let end = head.length
  // A letter cut at the end of the sample says nothing about the encoding.
  while (end > 0 && head.length - end < 4 && head[end - 1]! >= 0x80) end--
  const isUtf8 = encoding === 'utf-8' && byteKind(head, 0, end) !== 'other'
  return new TextDecoder().decode(isUtf8 ? head : fromWindows1252(head))
}

const byteOf = (text: string | null): number | null => (text === null ? null : text.charCodeAt(0))

async function scanFile(pieces: AsyncIterable<Uint8Array>, scanner: CellScanner): Promise<Scanned> {
  let buffer = new Uint8Array(1 << 18)
  let length = 0
  for await (const piece of pieces) {
    // One byte more than the text, which the scanner writes to.
    if (length + piece.length >= buffer.length) {
      const larger = new Uint8Array(2 * (length + piece.length))
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    buffer.set(piece, length)
    length += piece.length
    const used = scanner.scan(buffer, length, false)
    buffer.copyWithin(0, used, length)
    length -= used
  }
  scanner.scan(buffer, length, true)
  return scanner.finish()
}

const holdsText = ({ header, titles }: Scanned): boolean =>
  [...titles, ...(header === null ? [] : [header])].some((cells) =>
    isFilled({ line: 0, quotedCells: 0, cells: cells.map((cell) => new TextDecoder().decode(cell)) }),
  )
