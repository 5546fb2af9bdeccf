import { describe, expect, test } from 'vitest'
import { isProblem } from '../../../src/problem/problem.ts'
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts'
import { foundValue, givenFile, noteCodes, shown, silent } from '../given-file.ts'
import { readMade, readXlsxParts, row, xlsxParts, zipped } from '../spreadsheet/made-workbooks.ts'

const header = row(1, 'code', 'valeur')
const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`

const codeOf = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading
  } catch (error) {
    if (isProblem(error)) return error.code
    throw error
  }
  return 'read'
}

describe('cells of an Excel workbook', () => {
  test('shared texts, in one font or several, without phonetic readings', async () => {
    const result = await readMade({
      strings:
        '<si><t>code</t></si><si><t xml:space="preserve"> a&amp;b </t></si><si><r><t>x</t></r><r><rPr/><t>y</t></r><rPh><t>z</t></rPh></si><si><t>l1_x000D_\nl2 _x005F_x0041_</t></si><si><t/></si>',
      sheets: [
        {
          rows:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>nom</t></r></is></c></row>' +
            '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>' +
            '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3" t="s"><v>4</v></c></row>',
        },
      ],
    })
    expect(shown(result.table)).toEqual({
      columns: ['code', 'nom'],
      rows: [
        [' a&b ', 'xy'],
        ['l1\r\nl2 _x0041_', null],
      ],
    })
  })

  test('a code typed as text keeps its zero; a number shown with zeros is read as shown, or as stored', async () => {
    const made = {
      formats: ['000', '0#" "##" "##" "##" "##'],
      sheets: [{ rows: header + row(2, '011', number('11', 1)) + row(3, '012', number('612345678', 2)) }],
    }
    const result = await readMade(made)
    expect(shown(result.table).rows).toEqual([
      ['011', '011'],
      ['012', '06 12 34 56 78'],
    ])
    expect(noteCodes(result)).toContain('shown-numbers')
    expect(foundValue(result, 'values')).toBe('shown')
    const stored = await readMade(made, { values: 'stored' })
    expect(shown(stored.table).rows.map(([, value]) => value)).toEqual(['11', '612345678'])
    expect(foundValue(stored, 'values')).toBe('stored')
  })

  test.each([
    ['0.30000000000000004', 0, '0.3'],
    ['1.1000000000000001', 0, '1.1'],
    ['1E-3', 0, '0.001'],
    ['1.2345678901234601E+18', 0, '1234567890123460000'],
    ['21750001600019', 0, '21750001600019'],
    ['9007199254740993', 0, '9007199254740993'],
    ['-0', 0, '0'],
    ['0.05', 1, '0.05'],
    ['1234.5', 2, '1234.5'],
    ['1234567.891', 3, '1234567.891'],
    ['12', 4, '12'],
  ])(
    'the number %s in format %d is %s, without noise, percent, currency or grouping',
    async (stored, style, text) => {
      const result = await readMade({
        formats: ['0.00%', '# ##0.00 "€"', '#,##0', '0%'],
        sheets: [{ rows: header + row(2, 'a', number(stored, style)) }],
      })
      expect(shown(result.table).rows[0]?.[1]).toBe(text)
    },
  )

  test.each([
    ['43861', 14, '2020-01-31'],
    ['43861.416666666664', 22, '2020-01-31T10:00:00'],
    ['43861', 22, '2020-01-31T00:00:00'],
    ['43861', '[$-40C]d mmmm yyyy;@', '2020-01-31'],
    ['43861.5', 'dd/mm/yyyy', '2020-01-31T12:00:00'],
    ['0.5', 'hh:mm', '12:00:00'],
    ['1.5', '[h]:mm:ss', '36:00:00'],
    ['1', 'yyyy-mm-dd', '1900-01-01'],
    ['59', 'yyyy-mm-dd', '1900-02-28'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['43861', 'mmm-yy', '2020-01-31'],
    ['-1', 'yyyy-mm-dd', '-1'],
    ['12', '0 "jours"', '12'],
    ['12', 'General', '12'],
  ])('the number %s in format %s is %s', async (stored, format, text) => {
    const result = await readMade({
      formats: [format],
      sheets: [{ rows: header + row(2, 'a', number(stored, 1)) }],
    })
    expect(shown(result.table).rows[0]?.[1]).toBe(text)
  })

  test('dates count from 1904 in workbooks that say so', async () => {
    const result = await readMade({
      workbookPr: '<workbookPr date1904="1"/>',
      formats: [14],
      sheets: [{ rows: header + row(2, 'a', number('42399', 1)) }],
    })
    expect(shown(result.table).rows[0]?.[1]).toBe('2020-01-31')
  })

  test('booleans, errors with their places, formulas with and without a result', async () => {
    const result = await readMade({
      sheets: [
        {
          rows:
            header +
            row(2, '<c t="b"><v>1</v></c>', '<c t="e"><f>NA()</f><v>#N/A</v></c>') +
            row(3, '<c t="b"><v>0</v></c>', '<c t="str"><f>"x"</f><v>x</v></c>') +
            row(4, 'fin', '<c><f>1+1</f></c>'),
        },
      ],
    })
    expect(shown(result.table).rows).toEqual([
      ['true', '#N/A'],
      ['false', 'x'],
      ['fin', null],
    ])
    const error = result.notes.find(({ code }) => code === 'error-cells')
    expect(error?.text.fr).toContain('B2')
    expect(error?.rows).toEqual([0])
    expect(result.notes.find(({ code }) => code === 'formulas-without-result')?.rows).toEqual([2])
  })
})

describe('the table in a sheet', () => {
  const titled = [
    row(1, 'Budget 2020'),
    row(3, null, 'code', 'montant', null),
    row(4, null, '011', number('12')),
    row(6, null, '012', number('13')),
  ].join('')

  test('is found below titles and beside blank columns, blank rows within kept', async () => {
    const result = await readMade({ sheets: [{ rows: titled }] })
    expect(shown(result.table)).toEqual({
      columns: ['code', 'montant'],
      rows: [
        ['011', '12'],
        [null, null],
        ['012', '13'],
      ],
    })
    expect(foundValue(result, 'range')).toBe('B3:C')
    expect(foundValue(result, 'headerRow')).toBe(3)
    expect(noteCodes(result)).toEqual(['title-lines', 'blank-rows'])
  })

  test('is what the person chooses', async () => {
    const result = await readMade({ sheets: [{ rows: titled }] }, { range: 'B3:C4' })
    expect(shown(result.table).rows).toEqual([['011', '12']])
    expect(result.found.find(({ option }) => option === 'range')?.chosen).toBe(true)
  })

  test('keeps hidden rows and columns and says them', async () => {
    const result = await readMade({
      sheets: [
        {
          xml: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${header}${row(2, 'a', 'b').replace('<row', '<row hidden="1"')}</sheetData>`,
        },
      ],
    })
    expect(shown(result.table).rows).toEqual([['a', 'b']])
    expect(noteCodes(result)).toEqual(['hidden-rows', 'hidden-columns'])
  })

  test('has merged cells in their first cell, or in each', async () => {
    const made = {
      sheets: [
        {
          xml: `<sheetData>${header}${row(2, 'a', '1')}${row(3, null, '2')}${row(4, 'b', '3')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
        },
      ],
    }
    const first = await readMade(made)
    expect(shown(first.table).rows[1]).toEqual([null, '2'])
    expect(foundValue(first, 'merged')).toBe('first')
    const each = await readMade(made, { merged: 'each' })
    expect(shown(each.table).rows).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['b', '3'],
    ])
  })
})

describe('the sheets of a workbook', () => {
  const cover = { name: 'Lisez-moi', rows: row(1, 'Ce fichier est un export') }
  const one = { name: '2020', rows: header + row(2, 'a', '1') }
  const two = { name: '2021', rows: row(1, 'valeur', 'code') + row(2, '2', 'b') }
  const hidden = { name: 'Calculs', state: 'hidden', rows: header + row(2, 'h', '0') }

  test('the first one with a table is read, hidden ones are said', async () => {
    const result = await readMade({ sheets: [hidden, cover, one, two] })
    expect(foundValue(result, 'sheet')).toBe('2020')
    expect(noteCodes(result)).toEqual(['other-sheets', 'hidden-sheets'])
    expect(result.notes[0]?.text.fr).toBe(
      'La feuille «\u00a02020\u00a0» est ouverte\u202f; le classeur en contient 2 autres\u00a0: «\u00a0Lisez-moi\u00a0» et «\u00a02021\u00a0». Pour en lire une autre, ou toutes, cliquez sur le nom de la feuille dans la ligne «\u00a0Lu ainsi\u00a0».',
    )
    expect(noteCodes(await readMade({ sheets: [one, two] }, { sheet: '2020' }))).toEqual([])
    expect(result.found[0]?.choices?.map(({ value }) => value)).toEqual([
      'Calculs',
      'Lisez-moi',
      '2020',
      '2021',
      'all',
    ])
  })

  test('another one is read when it is chosen, hidden or not', async () => {
    const result = await readMade({ sheets: [one, hidden] }, { sheet: 'Calculs' })
    expect(shown(result.table).rows).toEqual([['h', '0']])
    expect(noteCodes(result)).toEqual(['sheet-is-hidden'])
    expect(await codeOf(readMade({ sheets: [one] }, { sheet: 'Feuil9' }))).toBe('missing-sheet')
  })

  test('all are put one below the other when their columns are the same', async () => {
    const result = await readMade({ sheets: [one, hidden, two] }, { sheet: 'all' })
    expect(shown(result.table)).toEqual({
      columns: ['Feuille', 'code', 'valeur'],
      rows: [
        ['2020', 'a', '1'],
        ['2021', 'b', '2'],
      ],
    })
    const other = { name: 'autre', rows: row(1, 'code', 'nom') + row(2, 'c', '3') }
    expect(await codeOf(readMade({ sheets: [one, other] }, { sheet: 'all' }))).toBe('sheets-differ')
  })
})

describe('a workbook that cannot be read is refused with a reason', () => {
  const parts = xlsxParts({ sheets: [{ rows: header + row(2, 'a', 'b') }] })
  const change = (name: string, text: string): Promise<string> =>
    codeOf(readXlsxParts({ ...parts, [name]: text }))
  const sheet = 'xl/worksheets/sheet1.xml'

  test('cut or altered', async () => {
    const bytes = zipped(parts)
    const reading = (content: Uint8Array): Promise<string> =>
      codeOf(xlsx.read(givenFile(content, 'a.xlsx'), {}, silent))
    expect(await reading(bytes.slice(0, bytes.length - 40))).toBe('spreadsheet-damaged')
    const altered = bytes.slice()
    const at = new TextDecoder('latin1').decode(altered).indexOf(sheet) + sheet.length + 12
    altered[at] = altered[at]! ^ 0x55
    expect(await reading(altered)).toBe('spreadsheet-damaged')
    expect(await change(sheet, '<worksheet><sheetData><row>')).toBe('spreadsheet-damaged')
    expect(await change(sheet, '<worksheet><a></b></worksheet>')).toBe('spreadsheet-damaged')
    expect(
      await change(
        sheet,
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
      ),
    ).toBe('spreadsheet-damaged')
  })

  test('with a document type, which could call other files', async () => {
    expect(await change(sheet, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>')).toBe(
      'spreadsheet-damaged',
    )
  })

  test('blank', async () => {
    expect(await change(sheet, '<worksheet><sheetData/></worksheet>')).toBe('blank-file')
  })

  test('spanning too many cells, before memory is taken for them', async () => {
    const far = Array.from(
      { length: 60 },
      (_, at) =>
        `<c r="${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}1048576"><v>1</v></c>`,
    )
    expect(
      await change(sheet, `<worksheet><sheetData><row>${far.join('')}</row></sheetData></worksheet>`),
    ).toBe('spreadsheet-too-large')
  })

  test('a zip bomb, by what it declares and by what comes out', async () => {
    const bomb = zipped({ ...parts, [sheet]: `<worksheet>${'<a/>'.repeat(35 << 20)}</worksheet>` })
    expect(await codeOf(xlsx.read(givenFile(bomb, 'a.xlsx'), {}, silent))).toBe('spreadsheet-bomb')
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    const text = new TextDecoder('latin1').decode(lying)
    const entry = text.lastIndexOf(sheet) - 46
    expect(view.getUint32(entry, true)).toBe(0x02014b50)
    view.setUint32(entry + 24, 1000, true)
    expect(await codeOf(xlsx.read(givenFile(lying, 'a.xlsx'), {}, silent))).toBe('spreadsheet-bomb')
  })
})
