import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvWriter } from '../../../src/formats/csv/write-csv.ts'
import { tsvWriter } from '../../../src/formats/csv/write-tsv.ts'
import { findWriterFor } from '../../../src/formats/formats.ts'
import { tableFromRows } from '../../../src/table/table.ts'
import { numbers, smallTable } from '../../small-table.ts'
import { joined, readGiven, shown } from '../given-file.ts'

const text = (pieces: Iterable<Uint8Array>) => new TextDecoder().decode(joined(pieces))

describe('writing CSV that a spreadsheet may open', () => {
  const table = smallTable({
    '=nom': ['=1+1', '@SUM(A1)', '+33 6', '-12,5', "-1+cmd|'/c calc'!A0", '\tx', 'a=b', '', null],
    n: numbers('-1', '2', '3', '4', '5', '6', '7', '8', '=x'),
  })

  test('with the guard, texts that would be formulas have an apostrophe in front, and numbers have none', () => {
    expect(text(csvWriter.write(table, { guard: true }))).toBe(
      "'=nom,n\n'=1+1,-1\n'@SUM(A1),2\n+33 6,3\n\"-12,5\",4\n'-1+cmd|'/c calc'!A0,5\n'\tx,6\na=b,7\n,8\n,'=x\n",
    )
  })

  test('without it, texts are written as they are', () => {
    expect(text(csvWriter.write(table, {}))).toContain('\n=1+1,-1\n@SUM(A1),2\n')
  })
})

test('a table written in TSV and read again is the same table', async () => {
  expect(findWriterFor('tsv')).toBe(tsvWriter)
  const cell = fc.string({
    unit: fc.constantFrom('a', '1', '\t', '"', ',', ';', '\n', ' ', 'é'),
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 6 }), async (rows) => {
      const bytes = joined(tsvWriter.write(tableFromRows(['nom', 'valeur'], rows), {}))
      const { table } = await readGiven(bytes, {
        separator: 'tab',
        quote: '"',
        headerRow: 1,
        encoding: 'utf-8',
      })
      expect(shown(table)).toEqual({ columns: ['nom', 'valeur'], rows })
    }),
  )
})
