import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvWriter, type CsvWriterOptions } from '../../../src/formats/csv/write-csv.ts'
import { tableFromRows } from '../../../src/table/table.ts'
import { joined, readGiven, shown } from '../given-file.ts'

const written = (
  names: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  options: CsvWriterOptions = {},
): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    joined(csvWriter.write(tableFromRows(names, rows), options)),
  )

test('only cells that need it are quoted', () => {
  expect(
    written(
      ['a', 'b "c"'],
      [
        ['1', '2,5'],
        [null, 'x\ny'],
        [' z ', '3;4'],
      ],
    ),
  ).toBe('a,"b ""c"""\n1,"2,5"\n,"x\ny"\n z ,3;4\n')
})

test('semicolons, a mark for spreadsheets and CRLF on request', () => {
  expect(written(['é', 'b'], [['1;2', '2,5']], { separator: ';', bom: true, lineEnd: 'crlf' })).toBe(
    '\ufeffé;b\r\n"1;2";2,5\r\n',
  )
})

test('pieces are about a megabyte', () => {
  const rows = Array.from({ length: 300_000 }, (_, row) => [`ligne ${row}`, 'x'])
  const pieces = [...csvWriter.write(tableFromRows(['a', 'b'], rows), {})]
  expect(pieces.length).toBeGreaterThan(3)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1_100_000)
})

test('a table written and read again is the same table', async () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      ',',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '\0',
      '\ufeff',
      '=1+1',
      '011',
      '"x',
      "'",
      '\u00a0',
      'é',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const cell = fc.option(
    hostile.filter((text) => text !== ''),
    { freq: 3 },
  )
  const tables = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.record({
      names: fc.uniqueArray(
        hostile.filter((name) => name.trim() !== ''),
        { minLength: width, maxLength: width },
      ),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
    }),
  )
  const options = fc.record({
    separator: fc.constantFrom(',' as const, ';' as const, 'tab' as const, '|' as const),
    bom: fc.boolean(),
    lineEnd: fc.constantFrom('lf' as const, 'crlf' as const),
  })
  await fc.assert(
    fc.asyncProperty(tables, options, async ({ names, rows }, chosen) => {
      const bytes = joined(csvWriter.write(tableFromRows(names, rows), chosen))
      const { table } = await readGiven(bytes, {
        separator: chosen.separator,
        encoding: 'utf-8',
        quote: '"',
        headerRow: 1,
        headerRows: 1,
        escape: 'none',
        repair: 'none',
        recut: false,
        table: 'rows',
      })
      expect(shown(table)).toEqual({ columns: names, rows })
    }),
    { numRuns: 1500 },
  )
})
