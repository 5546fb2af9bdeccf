import type { Format } from '../format.ts'
import { officeKind } from '../office-kind.ts'
import { spreadsheetOptions, type SpreadsheetOptions } from '../spreadsheet/spreadsheet-options.ts'

/** OpenDocument spreadsheets, of LibreOffice and others. */
export const ods: Format<SpreadsheetOptions> = {
  id: 'ods',
  name: { fr: 'Classeur OpenDocument (ODS)', en: 'OpenDocument spreadsheet (ODS)' },
  extensions: ['ods', 'ots'],
  binary: true,
  options: spreadsheetOptions,
  detect: (_, head) => (officeKind(head) === 'ods' ? 0.95 : 0),
  read: async (file, options, context) => (await import('./read-ods.ts')).readOds(file, options, context),
}
