import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ods } from '../../../src/formats/ods/ods.ts'
import { odsWriter } from '../../../src/formats/ods/write-ods.ts'
import { givenFile, joined, shown, silent } from '../given-file.ts'
import { hostileTable } from '../spreadsheet/hostile-tables.ts'

const lineFeeds = (text: string | null): string | null => text?.replace(/\r\n?/g, '\n') ?? null

describe('a table written as an OpenDocument spreadsheet', () => {
  test('is the same when it is read again but for carriage returns, hostile cells included', async () => {
    await fc.assert(
      fc.asyncProperty(hostileTable([]), async (table) => {
        const file = givenFile(joined(odsWriter.write(table, {})), 'a.ods')
        const read = await ods.read(file, { headerRow: 1 }, silent)
        const { columns, rows } = shown(table)
        expect(shown(read.table).rows).toEqual(rows.map((row) => row.map(lineFeeds)))
        expect(shown(read.table).columns.length).toBe(columns.length)
      }),
      { numRuns: 300 },
    )
  })
})
