import { emptyCodes } from './codes.ts'
import type { Column } from './column.ts'
import { combinationsOf } from './combinations.ts'
import { BLANK, DictionaryBuilder } from './dictionary.ts'

const encoder = new TextEncoder()

/**
 * A text column whose cells are texts and values of columns put one after another; a blank counts as no text, and a cell with
 * no text at all is blank. Each combination of values is built once, by its bytes.
 */
export function joinTexts(name: string, parts: readonly (string | Column)[], rowCount: number): Column {
  const columns = parts.filter((part) => typeof part !== 'string')
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))
  const builder = new DictionaryBuilder()
  let bytes = new Uint8Array(256)

  const codeOfRow = (row: number): number => {
    let length = 0
    for (const piece of pieces) {
      const whole = piece instanceof Uint8Array
      const code = whole ? 0 : piece.codes[row]!
      const from = whole ? piece : piece.dictionary.bytes
      const start = whole ? 0 : piece.dictionary.start(code)
      const end = whole ? piece.length : piece.dictionary.end(code)
      if (length + end - start > bytes.length) bytes = widened(bytes, length + end - start)
      for (let i = start; i < end; i++) bytes[length++] = from[i]!
    }
    return length === 0 ? BLANK : builder.add(bytes, 0, length)
  }

  if (columns.length === 0) {
    const code = codeOfRow(0)
    const codes = emptyCodes(rowCount, builder.size).fill(code)
    return { name, type: 'text', codes, dictionary: builder.finish() }
  }
  const { numbers, firstRows } = combinationsOf(columns)
  const codeOfNumber = firstRows.map(codeOfRow)
  const codes = emptyCodes(rowCount, builder.size)
  for (let row = 0; row < rowCount; row++) codes[row] = codeOfNumber[numbers[row]!]!
  return { name, type: 'text', codes, dictionary: builder.finish() }
}

function widened(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(needed * 2)
  wider.set(bytes)
  return wider
}
