import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellScanner } from '../../../src/formats/csv/cell-scanner.ts'
import { sampleRecords } from '../../../src/formats/csv/sample-records.ts'
import { type Table, textRows } from '../../../src/table/table.ts'

/** Reads the text in pieces of these lengths, over and over. */
function scanInPieces(text: string, lengths: readonly number[]): { table: Table; width: number } {
  const bytes = new TextEncoder().encode(text)
  const scanner = new CellScanner({ separator: 44, quote: 34, headerRow: 0, skipLines: 0, width: 1 })
  const buffer = new Uint8Array(bytes.length + 1)
  let length = 0
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const piece = bytes.subarray(at, at + lengths[turn % lengths.length]!)
    buffer.set(piece, length)
    at += piece.length
    length += piece.length
    const used = scanner.scan(buffer, length, false)
    buffer.copyWithin(0, used, length)
    length -= used
  }
  scanner.scan(buffer, length, true)
  const { columns, rowCount, width } = scanner.finish()
  return { table: { columns, rowCount }, width }
}

const nasty = fc
  .array(fc.constantFrom('a', 'é', '"', '""', ',', '\n', '\r', '\r\n', '12', ' ', '\0', '","', '"\n"'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

test('where a file happens to be cut into pieces changes no cell', () => {
  fc.assert(
    fc.property(
      nasty,
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      (text, lengths) => {
        expect(textRows(scanInPieces(text, lengths).table)).toEqual(
          textRows(scanInPieces(text, [1000]).table),
        )
      },
    ),
    { numRuns: 2000 },
  )
})

test('detection cuts the sample as reading cuts the file', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const records = sampleRecords(text, ',', '"').records.filter(
        ({ cells, quotedCells }) => quotedCells > 0 || cells.some((cell) => cell !== ''),
      )
      const read = textRows(scanInPieces(text, [1000]).table)
      const width = read[0]?.length ?? 0
      const rows = read.filter((row) => row.some((cell) => cell !== null))
      const filled = records.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell !== ''))
      expect(rows).toEqual(
        filled.map((cells) => Array.from({ length: width }, (_, column) => cells[column] || null)),
      )
    }),
    { numRuns: 2000 },
  )
})
