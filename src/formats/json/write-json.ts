import * as v from 'valibot'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import type { Writer } from '../format.ts'
import { jsonRows } from './json-rows.ts'

const options = v.strictObject({})
export type JsonWriterOptions = v.InferOutput<typeof options>

/** A JSON array of objects, one a line; cells as `jsonRows` writes them. */
export const jsonWriter: Writer<JsonWriterOptions> = {
  id: 'json',
  name: { fr: 'JSON', en: 'JSON' },
  extension: 'json',
  mediaType: 'application/json',
  options,
  write: writeJson,
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const NEXT_ROW = encode(',\n')

function* writeJson(table: Table) {
  const addRow = jsonRows(table)
  const rowCount = table.columns.length === 0 ? 0 : table.rowCount
  const pieces = new BytePieces()
  pieces.add(encode('[\n'))
  for (let row = 0; row < rowCount; row++) {
    if (row > 0) pieces.add(NEXT_ROW)
    addRow(pieces, row)
    if (pieces.full) yield pieces.take()
  }
  pieces.add(encode(rowCount === 0 ? ']\n' : '\n]\n'))
  yield pieces.take()
}
