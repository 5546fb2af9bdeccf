import type { Format } from '../format.ts'
import { spreadsheetOptions, type SpreadsheetOptions } from '../spreadsheet/spreadsheet-options.ts'
import { officeKind } from '../office-kind.ts'

/** Excel workbooks since 2007: .xlsx, with macros (never run) .xlsm, templates. */
export const xlsx: Format<SpreadsheetOptions> = {
  id: 'xlsx',
  name: { fr: 'Classeur Excel (XLSX)', en: 'Excel workbook (XLSX)' },
  extensions: ['xlsx', 'xlsm', 'xltx', 'xltm'],
  binary: true,
  options: spreadsheetOptions,
  detect: (_, head) => (officeKind(head) === 'xlsx' ? 0.95 : 0),
  read: async (file, options, context) => (await import('./read-xlsx.ts')).readXlsx(file, options, context),
}
