import * as v from 'valibot'
import { BLANK } from '../../table/dictionary.ts'
import { type Column } from '../../table/column.ts'
import { type Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import { entryBytes } from '../entry-bytes.ts'
import { type Writer } from '../format.ts'

const options = v.strictObject({})
export type JsonWriterOptions = v.InferOutput<typeof options>

/**
 * A JSON array of objects, one a line. Numbers are written with the digits they have, blanks as null, dates as ISO text,
 * and what could not be converted as the original text.
 */
export const jsonWriter: Writer<JsonWriterOptions> = {
  id: 'json',
  name: { fr: 'JSON', en: 'JSON' },
  extension: 'json',
  mediaType: 'application/json',
  options,
  write: writeJson,
}

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

function* writeJson(table: Table) {
  const columns = table.columns.map((column, index) => ({
    key: encode(`${index === 0 ? '{' : ','}${JSON.stringify(column.name)}:`),
    codes: column.codes,
    ...entryBytes(column, (code) => encode(jsonValue(column, code))),
  }))
  const pieces = new BytePieces()
  pieces.add(encode('['))
  for (let row = 0; row < table.rowCount; row++) {
    pieces.add(encode(row === 0 ? '\n' : ',\n'))
    if (columns.length === 0) pieces.add(encode('{'))
    for (const { key, codes, bytes, ends } of columns) {
      const code = codes[row]!
      pieces.add(key)
      pieces.add(bytes, code === 0 ? 0 : ends[code - 1]!, ends[code]!)
    }
    pieces.addByte(125)
    if (pieces.full) yield pieces.take()
  }
  pieces.add(encode('\n]\n'))
  yield pieces.take()
}

function jsonValue({ dictionary, type }: Column, code: number): string {
  if (code === BLANK) return 'null'
  const text = dictionary.text(code)
  if (dictionary.isUnconverted(code)) return JSON.stringify(text)
  // JSON has no number with a zero in front.
  if (type === 'number') return text.replace(/^(-?)0+(?=\d)/, '$1')
  if (type === 'boolean') return text
  return JSON.stringify(text)
}
