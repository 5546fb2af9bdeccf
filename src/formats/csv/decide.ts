import type { CsvOptions } from './csv-options.ts'
import { detectDialect, type Dialect } from './detect-dialect.ts'
import { byteKind, fromWindows1252, type Encoding } from './encoding.ts'
import { findHeader, type FoundHeader } from './find-header.ts'

/** Decisions made on the first part of the file. */
export interface Decided {
  dialect: Dialect
  header: FoundHeader
  /** Whether the sample is only a part of the file. */
  partial: boolean
}

/**
 * Decides how to cut the file and where its columns are named, from its first bytes after a byte order mark; what the options say is
 * obeyed. `null` if the file holds nothing but blanks and separators.
 */
export function decide(
  head: Uint8Array,
  encoding: Encoding,
  partial: boolean,
  options: CsvOptions,
): Decided | null {
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
