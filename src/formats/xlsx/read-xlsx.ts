import { Problem } from '../../problem/problem.ts'
import type { ReadContext, ReadResult, SourceFile } from '../format.ts'
import { NO_FORMATS } from '../spreadsheet/cell-formats.ts'
import { readWorkbook } from '../spreadsheet/read-workbook.ts'
import type { SpreadsheetOptions } from '../spreadsheet/spreadsheet-options.ts'
import type { WorkbookSheet } from '../spreadsheet/workbook.ts'
import { ZipParts } from '../spreadsheet/zip-parts.ts'
import { readStyles } from './read-styles.ts'
import { readWorksheet } from './read-worksheet.ts'
import { NO_STRINGS, readSharedStrings } from './shared-strings.ts'
import { findWorkbookParts } from './workbook-parts.ts'

/**
 * Reads a sheet of an Excel workbook. Throws Problem `spreadsheet-damaged`, `spreadsheet-bomb`, `spreadsheet-locked`,
 * `spreadsheet-too-large`, or what `readWorkbook` throws.
 */
export async function readXlsx(
  file: SourceFile,
  options: SpreadsheetOptions,
  context: ReadContext,
): Promise<ReadResult> {
  const zip = await ZipParts.open(file.bytes)
  if (zip.has('xl/workbook.bin')) throw new Problem('not-a-table', { file: file.name, kind: 'spreadsheet' })
  const { sheets, from1904, styles, sharedStrings } = await findWorkbookParts(zip)
  const content = {
    from1904,
    styles: styles === null ? NO_FORMATS : await readStyles(zip.pieces(styles), styles),
    strings:
      sharedStrings === null ? NO_STRINGS : await readSharedStrings(zip.pieces(sharedStrings), sharedStrings),
  }
  return readWorkbook(
    file,
    {
      sheets: sheets.map(({ name, hidden, part }): WorkbookSheet => ({
        name,
        hidden,
        read: (range, within) => readWorksheet(zip.pieces(part, within), part, name, content, range),
      })),
    },
    options,
    context,
  )
}
