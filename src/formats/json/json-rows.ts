import { BLANK } from '../../table/dictionary.ts'
import type { Column } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { BytePieces } from '../byte-pieces.ts'
import { entryBytes } from '../entry-bytes.ts'

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

const OPEN = '{'.charCodeAt(0)
const CLOSE = '}'.charCodeAt(0)
const NULL = encode('null')
const QUOTE = 34
const BACKSLASH = 92

/**
 * Writes rows as JSON objects. Numbers have the digits that they have, blanks are null, dates ISO text, and what could not be
 * converted is the original text.
 */
export function jsonRows(table: Table): (pieces: BytePieces, row: number) => void {
  const columns = table.columns.map((column, index) => ({
    key: encode(`${index === 0 ? '' : ','}${JSON.stringify(column.name)}:`),
    codes: column.codes,
    ...entryBytes(column, (code, start, end) => jsonBytes(column, code, start, end)),
  }))
  return (pieces, row) => {
    pieces.addByte(OPEN)
    for (const { key, codes, bytes, ends } of columns) {
      const code = codes[row]!
      pieces.add(key)
      pieces.add(bytes, code === 0 ? 0 : ends[code - 1]!, ends[code])
    }
    pieces.addByte(CLOSE)
  }
}

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
