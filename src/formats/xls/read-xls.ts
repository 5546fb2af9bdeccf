import { Problem } from '../../problem/problem.ts'
import type { ReadContext, ReadResult, SourceFile } from '../format.ts'
import { readWorkbook } from '../spreadsheet/read-workbook.ts'
import type { SpreadsheetOptions } from '../spreadsheet/spreadsheet-options.ts'
import type { WorkbookSheet } from '../spreadsheet/workbook.ts'
import { BiffRecords } from './biff-records.ts'
import { CompoundFile, isCompoundFile } from './compound-file.ts'
import { readGlobals } from './read-globals.ts'
import { readSheet } from './read-sheet.ts'

/** The whole file is held while it is read: a full sheet of 65,536 rows and 256 columns has some 250 MB. */
const MOST_BYTES = 500e6

/**
 * Reads a sheet of an Excel workbook from before 2007. Throws Problem `spreadsheet-damaged`, `spreadsheet-locked`,
 * `spreadsheet-too-large`, `file-too-large`, `not-a-table` for another file of the same container, or what `readWorkbook` throws.
 */
export async function readXls(
  file: SourceFile,
  options: SpreadsheetOptions,
  context: ReadContext,
): Promise<ReadResult> {
  const { name, bytes: received } = file
  if (received.size > MOST_BYTES)
    throw new Problem('file-too-large', { file: name, bytes: received.size, most: MOST_BYTES })
  const bytes = new Uint8Array(await received.arrayBuffer())
  const stream = isCompoundFile(bytes) ? workbookStream(bytes, name) : bytes
  const { sheets, content } = readGlobals(new BiffRecords(stream), name)
  return readWorkbook(
    file,
    {
      sheets: sheets.map((sheet): WorkbookSheet => ({
        name: sheet.name,
        hidden: sheet.hidden,
        read: (range, within) => readSheet(stream, sheet, content, range, within),
      })),
    },
    options,
    context,
  )
}

function workbookStream(bytes: Uint8Array, file: string): Uint8Array {
  const container = new CompoundFile(bytes)
  // A file made for Excel 95 and 97 alike has both.
  const stream = container.stream('Workbook') ?? container.stream('Book')
  if (stream !== null) return stream
  if (container.has('EncryptedPackage'))
    throw new Problem('not-a-table', { file, kind: 'locked-spreadsheet' })
  const isDocument = container.has('WordDocument') || container.has('PowerPoint Document')
  throw new Problem('not-a-table', { file, kind: isDocument ? 'document' : 'binary' })
}
