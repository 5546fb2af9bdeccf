import { fileStem } from '../../recipe/edit-recipe.ts'
import type { TableExport } from '../../../workers/facade.ts'

/** How files end: the name is proposed before the worker makes the file. */
export const ENDINGS: Record<TableExport['writer'], string> = {
  csv: 'csv',
  tsv: 'tsv',
  xlsx: 'xlsx',
  ods: 'ods',
  json: 'json',
  'json-lines': 'jsonl',
  markdown: 'md',
  html: 'html',
}

export const tableFileName = (sheet: string, writer: TableExport['writer']): string =>
  `${fileStem(sheet)}.${ENDINGS[writer]}`

export const workbookFileName = (title: string): string => `${fileStem(title)}.tamis`
