import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWriterFor } from '../../../src/formats/formats.ts'
import { markdownWriter } from '../../../src/formats/markdown/write-markdown.ts'
import { tableFromRows, type Table } from '../../../src/table/table.ts'
import { numbers, smallTable } from '../../small-table.ts'
import { joined } from '../given-file.ts'

const written = (table: Table) => new TextDecoder().decode(joined(markdownWriter.write(table, {})))

test('a table is lines of cells between bars, numbers to the right', () => {
  const table = smallTable({ nom: ['Été', null], montant: numbers('1.50', '-2') })
  expect(written(table)).toBe('| nom | montant |\n| --- | ---: |\n| Été | 1.50 |\n|  | -2 |\n')
  expect(findWriterFor('md')).toBe(markdownWriter)
})

/** The texts of a line as a Markdown reader shows them. */
const shownCells = (line: string): string[] =>
  line
    .replace(/^\| | \|$/g, '')
    .split(/(?<=[^\\](?:\\\\)*|^(?:\\\\)*) \| /)
    .map((cell) =>
      cell
        .replace(/<br>/g, '\n')
        .replace(
          /\\([!-/:-@[-`{-~])|&#(\d+);/g,
          (_, sign: string | undefined, code: string) => sign ?? String.fromCharCode(Number(code)),
        ),
    )

test('no text of a cell becomes a sign of Markdown, a tag, or another cell', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '|', '\\', '<', '*', '\n', '&', '#', '_', 'é', '`', '\t'),
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
      const lines = written(tableFromRows(['a|b', 'c'], rows)).split('\n')
      expect(shownCells(lines[0]!)).toEqual(['a|b', 'c'])
      expect(lines.slice(2, -1).map(shownCells)).toEqual(rows)
    }),
  )
  expect(written(tableFromRows(['a'], [['<script>'], [' [x](javascript:1) ']]))).toBe(
    '| a |\n| --- |\n| \\<script\\> |\n| &#32;\\[x\\](javascript:1)&#32; |\n',
  )
})
