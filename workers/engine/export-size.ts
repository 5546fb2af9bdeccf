import type { Table } from '../../src/table/table.ts'
import type { TableExport } from '../facade.ts'

const SAMPLE = 500

/** How many times the bytes of the cells a file has, about. */
const GROWTH: Record<TableExport['writer'], number> = {
  csv: 1,
  tsv: 1,
  markdown: 1.3,
  html: 2,
  json: 3,
  'json-lines': 3,
  xlsx: 0.35,
  ods: 0.35,
}

/** About how many bytes the file will have, from rows taken evenly; only to say how far the writing is. */
export function aboutBytes(table: Table, writer: TableExport['writer']): number {
  const every = Math.max(1, Math.floor(table.rowCount / SAMPLE))
  let bytes = 0
  let rows = 0
  for (let row = 0; row < table.rowCount; row += every) {
    rows++
    for (const { codes, dictionary } of table.columns) {
      const code = codes[row]!
      bytes += dictionary.end(code) - dictionary.start(code) + 1
    }
  }
  return rows === 0 ? 1 : Math.ceil((bytes / rows) * table.rowCount * GROWTH[writer])
}
