import type { Table } from '../../table/table.ts'
import type { Writer } from '../format.ts'
import { refuseLargeTable } from '../spreadsheet/refuse-large-table.ts'
import { sheetNameFrom } from '../spreadsheet/sheet-name.ts'
import { writerOptions, type WriterOptions } from '../spreadsheet/writer-options.ts'
import { zipPieces, type PartToWrite } from '../spreadsheet/zip-writer.ts'
import {
  CONTENT_TYPES,
  packageRelations,
  stylesPart,
  workbookPart,
  workbookRelations,
} from './package-parts.ts'
import { worksheetPieces, sharedStringPieces, writtenColumns } from './worksheet-pieces.ts'

/**
 * An Excel workbook of one sheet: numbers, days and booleans as what they are, text as text (so `011` keeps its zero and `=1+1`
 * is no formula), blanks as no cell, the names in bold and always in view. Numbers of more than 15 digits, which a spreadsheet
 * would round, and days before March 1900, which it does not have, are text. Read again the table is the same, all of
 * it as text, but that an empty text is blank. Throws Problem `sheet-too-small` or `cell-too-long`.
 */
export const xlsxWriter: Writer<WriterOptions> = {
  id: 'xlsx',
  name: { fr: 'Classeur Excel (XLSX)', en: 'Excel workbook (XLSX)' },
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  options: writerOptions,
  write: writeXlsx,
}

function* writeXlsx(table: Table, { sheetName = 'Feuille 1' }: WriterOptions): Generator<Uint8Array> {
  refuseLargeTable(table)
  const columns = writtenColumns(table)
  const text = (name: string, content: string): PartToWrite => ({
    name,
    pieces: [new TextEncoder().encode(content)],
  })
  yield* zipPieces([
    text('[Content_Types].xml', CONTENT_TYPES),
    text('_rels/.rels', packageRelations),
    text('xl/workbook.xml', workbookPart(sheetNameFrom(sheetName))),
    text('xl/_rels/workbook.xml.rels', workbookRelations),
    text('xl/styles.xml', stylesPart(columns.decimals)),
    { name: 'xl/worksheets/sheet1.xml', pieces: worksheetPieces(table, columns) },
    { name: 'xl/sharedStrings.xml', pieces: sharedStringPieces(table) },
  ])
}
