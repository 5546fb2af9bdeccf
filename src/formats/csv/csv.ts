import type { Format } from '../format.ts'
import { csvOptions, type CsvOptions } from './csv-options.ts'
import { readCsv } from './read-csv.ts'

/** Text with separators: CSV, TSV and the like. Any text may be one, so it is never more than likely. */
export const csv: Format<CsvOptions> = {
  id: 'csv',
  name: { fr: 'Texte à séparateurs (CSV)', en: 'Separated text (CSV)' },
  extensions: ['csv', 'tsv', 'txt', 'tab'],
  options: csvOptions,
  detect(file, head) {
    if (/^\s*[<]\??[a-z!]/i.test(new TextDecoder('latin1').decode(head.subarray(0, 200)))) return 0
    return /\.(csv|tsv|tab)$/i.test(file.name) ? 0.6 : 0.3
  },
  read: readCsv,
}
