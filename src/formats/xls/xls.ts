import type { Format } from '../format.ts'
import { spreadsheetOptions, type SpreadsheetOptions } from '../spreadsheet/spreadsheet-options.ts'
import { isCompoundFile } from './compound-file.ts'

/** Excel workbooks from before 2007, and the bare streams of records that small programs write under the same name. */
export const xls: Format<SpreadsheetOptions> = {
  id: 'xls',
  name: { fr: 'Classeur Excel 97-2003 (XLS)', en: 'Excel 97-2003 workbook (XLS)' },
  extensions: ['xls', 'xlt'],
  binary: true,
  options: spreadsheetOptions,
  detect: (_, head) => (isCompoundFile(head) || isBareStream(head) ? 0.95 : 0),
  read: async (file, options, context) => (await import('./read-xls.ts')).readXls(file, options, context),
}

/** A first record of the right id and length, with a version and kind that there are. */
const isBareStream = (head: Uint8Array): boolean =>
  head[0] === 0x09 &&
  head[1] === 0x08 &&
  (head[2] === 8 || head[2] === 16) &&
  head[3] === 0 &&
  (head[6] === 0x05 || head[6] === 0x10) &&
  head[7] === 0
