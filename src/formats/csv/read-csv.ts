import { Problem } from '../../problem/problem.ts'
import type { Column } from '../../table/column.ts'
import { tableOf } from '../../table/table.ts'
import type { ReadContext, ReadResult, SourceFile } from '../format.ts'
import { CellScanner, type Cutting, type Scanned } from './cell-scanner.ts'
import { columnNamesOf } from './column-names.ts'
import type { CsvOptions } from './csv-options.ts'
import { decide } from './decide.ts'
import { isFilled, quoteText, separatorText } from './detect-dialect.ts'
import { byteOrderMark, guessUtf16, type Encoding } from './encoding.ts'
import { foundOptions } from './found-options.ts'
import { readNotes } from './read-notes.ts'
import { scanPieces } from './scan-pieces.ts'
import { settleEncoding } from './settle-encoding.ts'
import { textBytes } from './text-bytes.ts'

const SAMPLE_BYTES = 1 << 18

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
  const scanned = await scanPieces(textBytes(file, sampled, skip, context), new CellScanner(cutting))
  if (scanned.rowCount === 0 && !holdsText(scanned)) throw new Problem('blank-file', { file: file.name })

  const settled = settleEncoding(scanned, sampled, options.encoding !== undefined || mark !== null)
  const names = columnNamesOf(settled.header, settled.columns.length)
  const columns = settled.columns.map((column, index): Column => ({ ...column, ...names[index]! }))
  const table = tableOf(columns, scanned.rowCount)
  return {
    table,
    found: foundOptions(decided, settled, mark !== null, options),
    notes: readNotes(table, scanned, settled),
  }
}

const byteOf = (text: string | null): number | null => (text === null ? null : text.charCodeAt(0))

const holdsText = ({ header, titles }: Scanned): boolean =>
  [...titles, ...(header === null ? [] : [header])].some((cells) =>
    isFilled({ line: 0, quotedCells: 0, cells: cells.map((cell) => new TextDecoder().decode(cell)) }),
  )
