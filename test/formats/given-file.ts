import type { ReadContext, ReadResult, SourceFile } from '../../src/formats/format.ts'
import { readCsv } from '../../src/formats/csv/read-csv.ts'
import type { CsvOptions } from '../../src/formats/csv/csv-options.ts'
import { columnNames, textRows, type Table } from '../../src/table/table.ts'

export const silent: ReadContext = { progress: () => undefined }

export const givenFile = (content: string | Uint8Array, name = 'fichier.csv'): SourceFile => ({
  name,
  bytes: new Blob([typeof content === 'string' ? content : new Uint8Array(content)]),
})

export const readGiven = (content: string | Uint8Array, options: CsvOptions = {}): Promise<ReadResult> =>
  readCsv(givenFile(content), options, silent)

/** Names and rows of a table, `null` for a blank. */
export const shown = (table: Table): { columns: string[]; rows: (string | null)[][] } => ({
  columns: columnNames(table),
  rows: textRows(table),
})

export const foundValue = (result: ReadResult, option: string): unknown =>
  result.found.find((found) => found.option === option)?.value

export const noteCodes = (result: ReadResult): string[] => result.notes.map((note) => note.code)

/** All the bytes that a writer gives. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  const list = [...pieces]
  const bytes = new Uint8Array(list.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of list) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Windows-1252 bytes of a text without the characters at 0x80 to 0x9F, but for the euro, œ and the apostrophe. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => {
    const special: Record<string, number> = { '€': 0x80, œ: 0x9c, '’': 0x92, Œ: 0x8c }
    return special[character] ?? character.charCodeAt(0)
  })

export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian)
  return bytes
}
