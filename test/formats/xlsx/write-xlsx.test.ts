import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts'
import { xlsxWriter } from '../../../src/formats/xlsx/write-xlsx.ts'
import { smallTable } from '../../small-table.ts'
import { givenFile, joined, shown, silent } from '../given-file.ts'
import { hostileTable, UNWRITABLE } from '../spreadsheet/hostile-tables.ts'

describe('a table written as an Excel workbook', () => {
  test('is the same when it is read again, hostile cells included', async () => {
    await fc.assert(
      fc.asyncProperty(hostileTable(UNWRITABLE), async (table) => {
        const file = givenFile(joined(xlsxWriter.write(table, {})), 'a.xlsx')
        const read = await xlsx.read(file, { headerRow: 1 }, silent)
        expect(shown(read.table)).toEqual(shown(table))
      }),
      { numRuns: 300 },
    )
  })
})

test('a table that no sheet holds is refused, and the sentence says what to choose instead', () => {
  const long = { columns: [], rowCount: 1_048_576 }
  expect(() => joined(xlsxWriter.write(long, {}))).toThrow(
    expect.objectContaining({ code: 'sheet-too-small' }),
  )
  const wordy = smallTable({ a: ['x'.repeat(32_768)] })
  expect(() => joined(xlsxWriter.write(wordy, {}))).toThrow(
    expect.objectContaining({ code: 'cell-too-long' }),
  )
})
