import { cellKind, type CellKind } from '../cell-kind.ts'
import { findHeader, type FoundHeader } from '../find-header.ts'
import { joinNames } from '../join-names.ts'
import { isFilled, type WrittenRecord } from '../written-record.ts'
import { chooseCodePage } from './choose-code-page.ts'
import { utf8Of } from './code-pages.ts'
import type { CsvOptions } from './csv-options.ts'
import { detectDialect, type Dialect } from './detect-dialect.ts'
import { isCodePage, type Encoding } from './encoding.ts'
import { recutNames } from './recut-rows.ts'
import { separatorNamed } from './separators.ts'

interface DecidedHeader extends FoundHeader {
  /** Whether the names are written with another separator than the rows. */
  isForeign: boolean
}

/** Decisions made on the first part of the file. */
export interface Decided {
  dialect: Dialect
  /** Separator that the first line declares; `null` if it declares none. */
  declared: string | null
  header: DecidedHeader
  /** Whether only a part of the file was looked at. */
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
  const chosen = options.separator ?? declared
  const separator = chosen === null ? undefined : separatorNamed(chosen)
  const dialect = detectDialect(sample, { ...options, separator })
  return {
    dialect,
    declared,
    header: decideHeader(dialect, declared !== null, options),
    partial: partial || !dialect.cutAll,
  }
}

/** Records at the top among which names may be written with another separator. */
const LOOKED_AT = 12

/** The record right above the first row of values, if it holds a name for each column once it is cut by another separator. */
function foreignNames(
  records: readonly WrittenRecord[],
  dialect: Dialect,
): { at: number; record: WrittenRecord } | null {
  for (let at = 0; at + 1 < Math.min(LOOKED_AT, records.length); at++) {
    const record = records[at]!
    const below = records[at + 1]!
    const isAboveValues =
      below.cells.length === dialect.usualWidth && below.cells.some((cell) => isValue(cellKind(cell)))
    const names = isAboveValues ? recutNames(record.cells, dialect.usualWidth, dialect) : null
    if (names !== null) return { at, record: { ...record, cells: names } }
    if (record.cells.length === dialect.usualWidth && isFilled(record)) return null
  }
  return null
}

const isValue = (kind: CellKind): boolean => kind !== 'text' && kind !== 'blank'

function decideHeader(dialect: Dialect, declared: boolean, options: CsvOptions): DecidedHeader {
  const { usualWidth } = dialect
  const given = declared ? dialect.records.filter(({ line }) => line > 1) : dialect.records
  const foreign = foreignNames(given, dialect)
  const records = foreign === null ? given : given.with(foreign.at, foreign.record)
  const found = findHeader(records, usualWidth)
  if (
    options.headerRow === undefined &&
    options.skipLines === undefined &&
    options.headerRows === undefined
  ) {
    return { ...found, isForeign: found.headerRow > 0 && found.headerRow === foreign?.record.line }
  }
  const headerRow = options.headerRow ?? (options.skipLines === undefined ? found.headerRow : 0)
  const isSame = headerRow === found.headerRow
  const headerRows = headerRow === 0 ? 1 : (options.headerRows ?? (isSame ? found.headerRows : 1))
  const skipLines = headerRow === 0 ? (options.skipLines ?? 0) : 0
  const chosen = records.filter((record) => record.line >= headerRow && isFilled(record)).slice(0, headerRows)
  const names = headerRow === 0 ? [] : joinNames(chosen.map(({ cells }) => cells))
  return {
    ...found,
    isForeign: headerRow > 0 && headerRow === foreign?.record.line,
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
  if (encoding === 'utf-8') {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, end))
      return end === head.length ? text : new TextDecoder().decode(head)
    } catch {
      // Some byte is no UTF-8.
    }
  }
  const page = isCodePage(encoding) ? encoding : chooseCodePage([head.subarray(0, PAGE_BYTES)])
  return new TextDecoder().decode(utf8Of(page, head))
}
