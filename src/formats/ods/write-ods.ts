import type { Column } from '../../table/column.ts'
import { BLANK } from '../../table/dictionary.ts'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import { entryBytes, type EntryBytes } from '../entry-bytes.ts'
import type { Writer } from '../format.ts'
import { columnWidth, isSafeNumber, sharedDecimals } from '../spreadsheet/column-look.ts'
import { refuseLargeTable } from '../spreadsheet/refuse-large-table.ts'
import { isDay, isMoment } from '../spreadsheet/serial-date.ts'
import { sheetNameFrom } from '../spreadsheet/sheet-name.ts'
import { writerOptions, type WriterOptions } from '../spreadsheet/writer-options.ts'
import { zipPieces } from '../spreadsheet/zip-writer.ts'
import {
  CONTENT_END,
  contentStart,
  decimalsStyle,
  MANIFEST,
  MEDIA_TYPE,
  settings,
  STYLE,
  STYLES,
} from './package-parts.ts'
import { paragraphsOf } from './paragraphs.ts'

/**
 * An OpenDocument spreadsheet of one sheet: numbers, days and booleans as what they are, text as text (so `011` keeps its zero
 * and `=1+1` is no formula), the names in bold and always in view. Numbers of more than 15 digits are text. Read again the table
 * is the same, all of it as text, but that an empty text is blank, a carriage return is a line feed and a control character
 * U+FFFD. Throws Problem `sheet-too-small`.
 */
export const odsWriter: Writer<WriterOptions> = {
  id: 'ods',
  name: { fr: 'Classeur OpenDocument (ODS)', en: 'OpenDocument spreadsheet (ODS)' },
  extension: 'ods',
  mediaType: MEDIA_TYPE,
  options: writerOptions,
  write: writeOds,
}

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

function* writeOds(table: Table, { sheetName = 'Feuille 1' }: WriterOptions): Generator<Uint8Array> {
  refuseLargeTable(table)
  const name = sheetNameFrom(sheetName)
  yield* zipPieces([
    { name: 'mimetype', pieces: [encode(MEDIA_TYPE)], stored: true },
    { name: 'META-INF/manifest.xml', pieces: [encode(MANIFEST)] },
    { name: 'styles.xml', pieces: [encode(STYLES)] },
    { name: 'settings.xml', pieces: [encode(settings(name))] },
    { name: 'content.xml', pieces: contentPieces(table, name) },
  ])
}

function* contentPieces({ columns, rowCount }: Table, sheetName: string): Generator<Uint8Array> {
  const pieces = new BytePieces()
  const decimals = new Set(columns.map(sharedDecimals).filter((count) => count > 0))
  pieces.add(encode(contentStart(sheetName, columns.map(columnWidth), [...decimals])))
  const rowStart = encode('<table:table-row>')
  const rowEnd = encode('</table:table-row>')
  const names = columns.map((column) => textCell(column.name, STYLE.header))
  pieces.add(encode(`<table:table-row>${names.join('')}</table:table-row>`))
  const written = columns.map((column) => ({ codes: column.codes, ...cells(column) }))
  for (let row = 0; row < rowCount; row++) {
    pieces.add(rowStart)
    for (const { codes, bytes, ends } of written) {
      const code = codes[row]!
      pieces.add(bytes, code === 0 ? 0 : ends[code - 1]!, ends[code])
    }
    pieces.add(rowEnd)
    if (pieces.full) yield pieces.take()
  }
  pieces.add(encode(CONTENT_END))
  yield pieces.take()
}

const BLANK_CELL = encode('<table:table-cell/>')

/** The whole cell of each dictionary entry. */
function cells(column: Column): EntryBytes {
  const { dictionary, type } = column
  const decimals = sharedDecimals(column)
  const numberStyle = decimals === 0 ? '' : ` table:style-name="${decimalsStyle(decimals)}"`
  return entryBytes(column, (code) => {
    if (code === BLANK || dictionary.isEmpty(code)) return BLANK_CELL
    const text = dictionary.text(code)
    const asText = type === 'text' || dictionary.isUnconverted(code)
    if (!asText && type === 'number' && isSafeNumber(text)) {
      return encode(
        `<table:table-cell${numberStyle} office:value-type="float" office:value="${text}"><text:p>${text}</text:p></table:table-cell>`,
      )
    }
    if (!asText && type === 'date' && (isDay(text) || isMoment(text))) {
      return encode(
        `<table:table-cell table:style-name="${isDay(text) ? STYLE.date : STYLE.moment}" office:value-type="date" office:date-value="${text}"><text:p>${text}</text:p></table:table-cell>`,
      )
    }
    if (!asText && type === 'boolean') {
      return encode(
        `<table:table-cell office:value-type="boolean" office:boolean-value="${text}"><text:p>${text.toUpperCase()}</text:p></table:table-cell>`,
      )
    }
    return encode(textCell(text, STYLE.text))
  })
}

const textCell = (text: string, style: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphsOf(text)}</table:table-cell>`
