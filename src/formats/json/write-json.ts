import * as v from 'valibot'
import { BLANK } from '../../table/dictionary.ts'
import type { Column } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import { entryBytes } from '../entry-bytes.ts'
import type { Writer } from '../format.ts'

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

const NEXT_ROW = encode(',\n')
const CLOSE = '}'.charCodeAt(0)

function* writeJson(table: Table) {
  const columns = table.columns.map((column, index) => ({
    key: encode(`${index === 0 ? '{' : ','}${JSON.stringify(column.name)}:`),
    codes: column.codes,
    ...entryBytes(column, (code, start, end) => jsonBytes(column, code, start, end)),
  }))
  const rowCount = columns.length === 0 ? 0 : table.rowCount
  const pieces = new BytePieces()
  pieces.add(encode('[\n'))
  for (let row = 0; row < rowCount; row++) {
    if (row > 0) pieces.add(NEXT_ROW)
    for (const { key, codes, bytes, ends } of columns) {
      const code = codes[row]!
      pieces.add(key)
      pieces.add(bytes, code === 0 ? 0 : ends[code - 1]!, ends[code])
    }
    pieces.addByte(CLOSE)
    if (pieces.full) yield pieces.take()
  }
  pieces.add(encode(rowCount === 0 ? ']\n' : '\n]\n'))
  yield pieces.take()
}

const NULL = encode('null')

/** An entry as a JSON value; `undefined` if it is written as it is. */
function jsonBytes(
  { dictionary, type }: Column,
  code: number,
  start: number,
  end: number,
): Uint8Array | undefined {
  if (code === BLANK) return NULL
  const isText = type === 'text' || type === 'date' || dictionary.isUnconverted(code)
  if (isText) return jsonString(dictionary.bytes, start, end) ?? encode(JSON.stringify(dictionary.text(code)))
  if (type === 'boolean') return undefined
  // JSON has no number with a zero in front.
  const text = dictionary.text(code)
  const number = text.replace(/^(-?)0+(?=\d)/, '$1')
  return number === text ? undefined : encode(number)
}

const QUOTE = 34
const BACKSLASH = 92

/** The text between quotes; `undefined` if something in it must be escaped. */
function jsonString(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined {
  const string = new Uint8Array(end - start + 2)
  string[0] = QUOTE
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte < 32 || byte === QUOTE || byte === BACKSLASH) return undefined
    string[i - start + 1] = byte
  }
  string[end - start + 1] = QUOTE
  return string
}
