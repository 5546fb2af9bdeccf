import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AFTER, CellScanner } from '../../../src/formats/csv/cell-scanner.ts'
import { sampleRecords } from '../../../src/formats/csv/sample-records.ts'
import { SPACES } from '../../../src/formats/csv/separators.ts'
import { type Table, textRows } from '../../../src/table/table.ts'

/** Reads the text in pieces of these lengths, over and over. */
function scanInPieces(
  text: string,
  lengths: readonly number[],
  separator = ',',
  escape: number | null = null,
): { table: Table; width: number } {
  const bytes = new TextEncoder().encode(text)
  const scanner = new CellScanner({
    separator: separator === SPACES ? 'spaces' : new TextEncoder().encode(separator),
    quote: 34,
    escape,
    headerRow: 0,
    headerRows: 1,
    skipLines: 0,
    width: 1,
    size: bytes.length,
  })
  const buffer = new Uint8Array(bytes.length + AFTER)
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

const parts = [
  'a',
  'é',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '12',
  ' ',
  '  ',
  '\\',
  '\\"',
  '\0',
  '","',
  '"\n"',
]
const nasty = (separator: string) =>
  fc
    .array(fc.constantFrom(...parts, separator, separator, `"${separator}"`), { maxLength: 40 })
    .map((chosen) => chosen.join(''))

describe.each([
  [',', null],
  [',', 92],
  ['||', null],
  [', ', 92],
  [SPACES, null],
  ['é', null],
])('with the separator «%s» and the escape %s', (separator, escape) => {
  test('where a file happens to be cut into pieces changes no cell', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(nasty(separator), lengths, (text, pieces) => {
        expect(textRows(scanInPieces(text, pieces, separator, escape).table)).toEqual(
          textRows(scanInPieces(text, [1000], separator, escape).table),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('detection cuts the sample as reading cuts the file', () => {
    fc.assert(
      fc.property(nasty(separator), (text) => {
        const signs = { separator, quote: '"', escape: escape === null ? null : '\\' }
        const records = sampleRecords(text, signs).records.filter(
          ({ cells, quotedCells }) => quotedCells > 0 || cells.some((cell) => cell !== ''),
        )
        const read = textRows(scanInPieces(text, [1000], separator, escape).table)
        const width = read[0]?.length ?? 0
        const rows = read.filter((row) => row.some((cell) => cell !== null))
        const filled = records.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell !== ''))
        expect(rows).toEqual(
          filled.map((cells) => Array.from({ length: width }, (_, column) => cells[column] || null)),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
