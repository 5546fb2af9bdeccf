import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../src/problem/problem.ts'
import { ods } from '../../../src/formats/ods/ods.ts'
import { foundValue, givenFile, noteCodes, shown, silent } from '../given-file.ts'
import { readOdsContent, zipped } from '../spreadsheet/made-workbooks.ts'

const text = (value: string, more = ''): string =>
  `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`
const cell = (attributes: string, inside = ''): string =>
  `<table:table-cell ${attributes}>${inside}</table:table-cell>`
const row = (cells: string, more = ''): string => `<table:table-row${more}>${cells}</table:table-row>`
const table = (rows: string, name = 'Feuille1', more = ''): string =>
  `<table:table table:name="${name}"${more}>${rows}</table:table>`
const header = row(text('code') + text('valeur'))
const valueOf = async (xml: string, options = {}): Promise<string | null | undefined> =>
  shown((await readOdsContent(table(header + row(text('a') + xml)), options)).table).rows[0]?.[1]

describe('cells of an OpenDocument spreadsheet', () => {
  test.each([
    ['office:value-type="float" office:value="0.30000000000000004"', '<text:p>0,3</text:p>', '0.3'],
    ['office:value-type="percentage" office:value="0.05"', '<text:p>5 %</text:p>', '0.05'],
    ['office:value-type="currency" office:value="1234.5"', '<text:p>1 234,50 €</text:p>', '1234.5'],
    ['office:value-type="float" office:value="11"', '<text:p>011</text:p>', '011'],
    ['office:value-type="date" office:date-value="2020-01-31"', '<text:p>31/01/20</text:p>', '2020-01-31'],
    ['office:value-type="date" office:date-value="2020-01-31T10:00:00.000000000"', '', '2020-01-31T10:00:00'],
    ['office:value-type="time" office:time-value="PT36H05M00S"', '', '36:05:00'],
    ['office:value-type="boolean" office:boolean-value="true"', '<text:p>VRAI</text:p>', 'true'],
    [
      'office:value-type="string" calcext:value-type="error" table:formula="of:=NA()" office:string-value=""',
      '<text:p>#N/A</text:p>',
      '#N/A',
    ],
    [
      'office:value-type="string"',
      '<text:p>a <text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p><text:p><text:span>e</text:span></text:p>',
      'a   b\tc\nd\ne',
    ],
    [
      'office:value-type="string"',
      '<office:annotation><text:p>note</text:p></office:annotation><text:p>\n  x\n  y</text:p>',
      'x y',
    ],
  ])('%s', async (attributes, inside, expected) => {
    expect(await valueOf(cell(attributes, inside))).toBe(expected)
  })

  test('a number shown with zeros is read as stored when that is chosen', async () => {
    const padded = cell('office:value-type="float" office:value="11"', '<text:p>011</text:p>')
    expect(await valueOf(padded, { values: 'stored' })).toBe('11')
  })
})

describe('the table in a sheet', () => {
  test('has repeated cells and rows as often as they are repeated, blank ones to the edge set aside', async () => {
    const blanks = cell('table:number-columns-repeated="16382"')
    const result = await readOdsContent(
      table(
        row(text('code') + text('x', ' table:number-columns-repeated="2"') + blanks) +
          row(
            text('a') + cell('table:number-columns-repeated="1"') + text('b') + blanks,
            ' table:number-rows-repeated="2"',
          ) +
          row(cell('table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048573"'),
      ),
    )
    expect(shown(result.table)).toEqual({
      columns: ['code', 'x', 'x (2)'],
      rows: [
        ['a', null, 'b'],
        ['a', null, 'b'],
      ],
    })
  })

  test('keeps hidden rows and merged cells and says them', async () => {
    const rows =
      header +
      row(text('a', ' table:number-rows-spanned="2"') + text('1'), ' table:visibility="filter"') +
      row('<table:covered-table-cell/>' + text('2'))
    const result = await readOdsContent(table(rows))
    expect(noteCodes(result)).toEqual(['merged-cells', 'hidden-rows'])
    const each = await readOdsContent(table(rows), { merged: 'each' })
    expect(shown(each.table).rows).toEqual([
      ['a', '1'],
      ['a', '2'],
    ])
  })
})

describe('the sheets of a spreadsheet', () => {
  const hiddenStyle =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const sheets =
    table(header + row(text('h') + text('0')), 'Calculs', ' table:style-name="ta2"') +
    table(row(text('Lisez-moi')), 'Couverture') +
    table(header + row(text('a') + text('1')), '2020') +
    table(header + row(text('b') + text('2')), '2021')

  test('the first one with a table is read, hidden ones are said, another one when chosen', async () => {
    const result = await readOdsContent(sheets, {}, hiddenStyle)
    expect(foundValue(result, 'sheet')).toBe('2020')
    expect(shown(result.table).rows).toEqual([['a', '1']])
    expect(noteCodes(result)).toEqual(['other-sheets', 'hidden-sheets'])
    expect(shown((await readOdsContent(sheets, { sheet: '2021' }, hiddenStyle)).table).rows).toEqual([
      ['b', '2'],
    ])
  })
})

test('a spreadsheet that a password protects is refused with a reason', async () => {
  const file = givenFile(
    zipped({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': 'xx',
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
    }),
    'a.ods',
  )
  await expect(ods.read(file, {}, silent)).rejects.toMatchObject({
    code: 'spreadsheet-locked',
  } satisfies Partial<Problem>)
})
