import * as v from 'valibot'
import type { Writer } from '../format.ts'
import { csvWriter, csvWriterOptions, type CsvWriterOptions } from './write-csv.ts'

const options = v.omit(csvWriterOptions, ['separator'])

/** The CSV writer with tabs between the cells. */
export const tsvWriter: Writer<Omit<CsvWriterOptions, 'separator'>> = {
  id: 'tsv',
  name: { fr: 'TSV (tabulations)', en: 'TSV (tabs)' },
  extension: 'tsv',
  mediaType: 'text/tab-separated-values;charset=utf-8',
  options,
  write: (table, chosen) => csvWriter.write(table, { ...chosen, separator: 'tab' }),
}
