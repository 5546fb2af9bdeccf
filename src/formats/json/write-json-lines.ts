import * as v from 'valibot'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import type { Writer } from '../format.ts'
import { jsonRows } from './json-rows.ts'

const options = v.strictObject({})

/** One JSON object a line and nothing around them; cells as `jsonRows` writes them. */
export const jsonLinesWriter: Writer<v.InferOutput<typeof options>> = {
  id: 'json-lines',
  name: { fr: 'JSON Lines (un enregistrement par ligne)', en: 'JSON Lines (one record a line)' },
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  options,
  write: writeJsonLines,
}

const LF = 10

function* writeJsonLines(table: Table) {
  const addRow = jsonRows(table)
  const pieces = new BytePieces()
  for (let row = 0; row < table.rowCount; row++) {
    addRow(pieces, row)
    pieces.addByte(LF)
    if (pieces.full) yield pieces.take()
  }
  yield pieces.take()
}
