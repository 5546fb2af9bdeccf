import { chooseCodePage } from './choose-code-page.ts'
import { utf8Of } from './code-pages.ts'
import type { CsvOptions } from './csv-options.ts'
import { detectDialect, isFilled, type Dialect } from './detect-dialect.ts'
import { byteKind, isCodePage, type Encoding } from './encoding.ts'
import { findHeader, type FoundHeader } from './find-header.ts'
import { joinNames } from './join-names.ts'
import { separatorNamed } from './separators.ts'

/** Decisions made on the first part of the file. */
export interface Decided {
  dialect: Dialect
  /** Separator that the first line declares; `null` if it declares none. */
  declared: string | null
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
  const declared = declaredSeparator(sample)
  const separator = options.separator ?? (declared === null ? undefined : separatorNamed(declared))
  const dialect = detectDialect(sample, { ...options, separator })
  return { dialect, declared, header: decideHeader(dialect, declared !== null, options), partial }
}

function decideHeader(dialect: Dialect, declared: boolean, options: CsvOptions): FoundHeader {
  const records = declared ? dialect.records.filter(({ line }) => line > 1) : dialect.records
  const found = findHeader(records, dialect.usualWidth)
  if (
    options.headerRow === undefined &&
    options.skipLines === undefined &&
    options.headerRows === undefined
  ) {
    return found
  }
  const headerRow = options.headerRow ?? (options.skipLines === undefined ? found.headerRow : 0)
  const isSame = headerRow === found.headerRow
  const headerRows = headerRow === 0 ? 1 : (options.headerRows ?? (isSame ? found.headerRows : 1))
  const skipLines = headerRow === 0 ? (options.skipLines ?? 0) : 0
  const chosen = records.filter((record) => record.line >= headerRow && isFilled(record)).slice(0, headerRows)
  const names = headerRow === 0 ? [] : joinNames(chosen.map(({ cells }) => cells))
  return {
    ...found,
    headerRow,
    headerRows,
    skipLines,
    named: names.filter((name) => name.trim() !== '').length,
  }
}

/** What the first line declares, as spreadsheets write it: `sep=;`. */
export const declaredSeparator = (text: string): string | null =>
  /^["']?sep=([^\r\n"']{1,8}?)["']?[ ,;\t]*(\r|\n|$)/i.exec(text)?.[1] ?? null

/** Bytes of the sample that decide how it is read; the file is settled by all its values. */
const PAGE_BYTES = 1 << 15

function sampleText(head: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(head)
  let end = head.length
  // A letter cut at the end of the sample says nothing about the encoding.
  while (end > 0 && head.length - end < 4 && head[end - 1]! >= 0x80) end--
  if (encoding === 'utf-8' && byteKind(head, 0, end) !== 'other') return new TextDecoder().decode(head)
  const page = isCodePage(encoding) ? encoding : chooseCodePage([head.subarray(0, PAGE_BYTES)])
  return new TextDecoder().decode(utf8Of(page, head))
}
