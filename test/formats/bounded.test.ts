import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readFile } from '../../src/formats/formats.ts'
import { isProblem } from '../../src/problem/problem.ts'
import { givenFile, silent } from './given-file.ts'
import { zipped } from './spreadsheet/made-workbooks.ts'

const MEGABYTE = 2 ** 20

/** What becomes of a file made to do harm: the code of the sentence, or the size of the table. */
async function outcome(content: string | Uint8Array, name: string): Promise<string> {
  try {
    const { table } = await readFile(givenFile(content, name), {}, silent)
    return `${table.rowCount} x ${table.columns.length}`
  } catch (error) {
    if (isProblem(error)) return error.code
    throw error
  }
}

const ods = (rows: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })

const xlsx = (sheet: string): Uint8Array =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>',
    'xl/s.xml': sheet,
  })

const cells =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
const repeated = 'table:number-rows-repeated="1048576"'
const wide = '<table:table-cell table:number-columns-repeated="16384"'

describe('a file that would fill the memory is read within bounds, or refused with a sentence', () => {
  test.each([
    [
      'a sheet that declares a million rows and 16,384 columns, and holds two cells',
      xlsx(`<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${cells}</sheetData></worksheet>`),
      'a.xlsx',
      '1 x 1',
    ],
    [
      'a filled row repeated a million times over 16,384 columns',
      ods(`<table:table-row ${repeated}>${wide}><text:p>x</text:p></table:table-cell></table:table-row>`),
      'a.ods',
      'spreadsheet-too-large',
    ],
    [
      'blank rows repeated a million times around one cell',
      ods(
        `<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row><table:table-row ${repeated}>${wide}/></table:table-row>`,
      ),
      'a.ods',
      '1 x 1',
    ],
    [
      'an XML entity that stands for others',
      '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>',
      'a.xml',
      'xml-doctype',
    ],
    [
      'an entity in a workbook',
      xlsx(`<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData>${cells}</sheetData></worksheet>`),
      'a.xlsx',
      'spreadsheet-damaged',
    ],
    ['JSON nested a million levels', '['.repeat(1e6), 'a.json', 'json-broken'],
    ['JSON objects nested a million levels', '{"a":'.repeat(1e6), 'a.json', 'json-broken'],
    ['XML nested a million levels', '<a>'.repeat(1e6), 'a.xml', 'xml-too-deep'],
    ['a text of 30 MB without a line end', 'x'.repeat(30 * MEGABYTE), 'a.csv', '1 x 1'],
    ['a line of 15 million separators', `a${';'.repeat(15 * MEGABYTE)}`, 'a.csv', 'too-many-columns'],
    ['a JSON text of 30 MB', `[{"a":"${'x'.repeat(30 * MEGABYTE)}"}]`, 'a.json', '1 x 1'],
    [
      'a quote that nothing closes before 30 MB',
      `a;b\n"${'x;\n'.repeat(10 * MEGABYTE)}`,
      'a.csv',
      '10485760 x 2',
    ],
    [
      'a gz of zeros, a thousand times smaller than what it holds',
      gzipSync(new Uint8Array(150 * MEGABYTE), { level: 9 }),
      'a.csv.gz',
      'archive-bomb',
    ],
  ])(
    '%s',
    async (_, content, name, expected) => {
      expect(await outcome(content, name)).toBe(expected)
    },
    60_000,
  )
})
