import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detectFormat, readFile } from '../../../src/formats/formats.ts'
import type { ReadResult } from '../../../src/formats/format.ts'
import { foundValue, givenFile, noteCodes, shown, silent } from '../given-file.ts'
import { double, latin1, madeStream, record } from './made-stream.ts'

const file = (name: string) => readFileSync(new URL(`files/${name}.xls`, import.meta.url))
const read = (bytes: Uint8Array, options: Record<string, unknown> = {}): Promise<ReadResult> =>
  readFile(givenFile(bytes, 'budget.xls'), { options }, silent)

const long = `début ${'é'.repeat(4000)}${'€'.repeat(6000)} fin`
const sheet = (errors: readonly string[], formulas: readonly (string | null)[]) => ({
  columns: ['code', 'texte', 'montant', 'jour', 'instant', 'oui', 'erreur', 'formule'],
  rows: [
    ['011', '011', '1234.5', '2020-01-31', '2020-01-31T10:30:00', 'true', errors[0], formulas[0]],
    ['012', 'é€😀 œ', '-0.1', '1999-12-31', '1999-01-01T00:00:01', 'false', errors[1], formulas[1]],
    ['007', '  blancs ', '1000000000000000', null, null, 'true', errors[2], formulas[2]],
    ['656', 'ligne\nsuite', '123456789.12', '2024-02-29', null, null, 'x', formulas[3]],
    ['z', long, null, null, null, null, null, formulas[4]],
  ],
})
const errors = ['#N/A', '#DIV/0!', '#REF!']
const formulas = ['22', '24', '14', '1312', 'aé']

describe('an Excel 97-2003 workbook is read as other programs write it', () => {
  test.each([
    // Of a formula that nobody has computed yet there is no value.
    ['xlwt', sheet(errors, [null, null, null, null, null])],
    // LibreOffice writes every error as #N/A, and 0 for the text of a formula that it has not computed.
    ['libreoffice', sheet(['#N/A', '#N/A', '#N/A'], [...formulas.slice(0, 4), '0'])],
    ['gnumeric', sheet(errors, formulas)],
  ])('%s: codes shown with zeros, texts, days, errors, results of formulas', async (name, table) => {
    const result = await read(file(name))
    expect(shown(result.table)).toEqual(table)
    expect(foundValue(result, 'sheet')).toBe('Dépenses 2020')
    expect(noteCodes(result)).toEqual(
      expect.arrayContaining(['shown-numbers', 'hidden-rows', 'hidden-columns', 'hidden-sheets']),
    )
    expect(foundValue(result, 'values')).toBe('shown')
  })

  test('a number shown as 011 is 11 if the person wants what is stored', async () => {
    const { table } = await read(file('gnumeric'), { values: 'stored' })
    expect(shown(table).rows.map(([code]) => code)).toEqual(['11', '12', '7', '656', 'z'])
  })

  test('another sheet and a range can be chosen, and a merged title is no column name', async () => {
    expect(shown((await read(file('libreoffice'), { sheet: 'Cachée' })).table)).toEqual({
      columns: ['a'],
      rows: [['b']],
    })
    const part = await read(file('libreoffice'), { range: 'A2:B4' })
    expect(shown(part.table)).toEqual({
      columns: ['code', 'texte'],
      rows: [
        ['011', '011'],
        ['012', 'é€😀 œ'],
      ],
    })
    await expect(read(file('libreoffice'), { sheet: 'Autre' })).rejects.toMatchObject({
      code: 'missing-sheet',
    })
  })

  test('Excel 95, texts in a code page', async () => {
    const { rows } = shown((await read(file('excel-95'))).table)
    expect(rows.slice(0, 2).map((row) => row.slice(0, 4))).toEqual([
      ['011', '011', '1234.5', '2020-01-31'],
      // Gnumeric puts a question mark where the code page lacks a sign.
      ['012', 'é€? œ', '-0.1', '1999-12-31'],
    ])
    expect(rows[4]![7]).toBe('aé')
  })
})

describe('a stream of records without a container', () => {
  test('as small programs write one, a sheet by itself, is read', async () => {
    const text = (row: number, column: number, words: string) =>
      record(
        0x0204,
        ...[row, column, 0, words.length],
        Uint8Array.from(words, (letter) => letter.charCodeAt(0)),
      )
    const stream = [
      record(0x0809, 0x0008, 0x0010, 0, 0),
      text(0, 0, 'nom'),
      text(0, 1, 'montant'),
      text(1, 0, 'Été'),
      record(0x0203, 1, 1, 0, double(12.5)),
      record(0x000a),
    ]
    const bytes = new Uint8Array(stream.flatMap((part) => [...part]))
    expect((await detectFormat(givenFile(bytes, 'export.xls'))).format.id).toBe('xls')
    expect(shown((await read(bytes)).table)).toEqual({
      columns: ['nom', 'montant'],
      rows: [['Été', '12.5']],
    })
  })

  const label = (row: number, column: number, words: string) =>
    record(0x0204, row, column, 0, latin1(words, 2))
  const names = [label(0, 0, 'a'), label(0, 1, 'b')]

  test('numbers in four bytes, several in one record, days counted from 1904', async () => {
    const whole = (value: number) => [((value << 2) | 2) & 0xffff, (value << 2) >>> 16] as const
    const hundredths = (value: number) => [((value << 2) | 3) & 0xffff, (value << 2) >>> 16] as const
    const globals = [
      record(0x0022, 1),
      record(0x041e, 164, latin1('00000', 2)),
      ...[0, 164, 14].map((format) => record(0x00e0, 0, format)),
    ]
    const { table } = await read(
      madeStream(globals, [
        ...names,
        record(0x00bd, 1, 0, 1, ...whole(1234), 0, ...hundredths(15), 1),
        record(0x027e, 2, 0, 2, ...whole(0)),
        record(0x027e, 2, 1, 0, ...hundredths(-250 & 0x3fffffff)),
      ]),
    )
    expect(shown(table).rows).toEqual([
      ['01234', '0.15'],
      ['1904-01-01', '-2.5'],
    ])
  })

  test('a chart within a sheet does not end it', async () => {
    const chart = [record(0x0809, 0x0600, 0x0020, 0, 0), record(0x0203, 9, 9, 0, double(1)), record(0x000a)]
    const { table } = await read(madeStream([], [...names, ...chart, label(1, 0, 'x')]))
    expect(shown(table).rows).toEqual([['x', null]])
  })

  test('that a password protects, that is cut, or that says what cannot be, is refused with a sentence', async () => {
    await expect(read(madeStream([record(0x002f, 1)], names))).rejects.toMatchObject({
      code: 'spreadsheet-locked',
    })
    const whole = madeStream([], names)
    await expect(read(whole.slice(0, -6))).rejects.toMatchObject({ code: 'spreadsheet-damaged' })
    await expect(read(madeStream([], [record(0x00fd, 0, 0, 0, 7, 0)]))).rejects.toMatchObject({
      code: 'spreadsheet-damaged',
    })
    const manyTexts = record(0x00fc, 0, 0, 0xffff, 0xffff)
    await expect(read(madeStream([manyTexts], names))).rejects.toMatchObject({ code: 'spreadsheet-damaged' })
    await expect(read(madeStream([], [label(0xffff, 0x3000, 'x'), ...names]))).resolves.toMatchObject({
      table: { rowCount: expect.any(Number) as number },
    })
  })
})

describe('another file of the container of old workbooks', () => {
  const emptied = (stream: string, name: string): Uint8Array => {
    const bytes = new Uint8Array(file('gnumeric'))
    const coded = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const wide = (text: string) => new Uint8Array([...coded(text)].flatMap((byte) => [byte, 0]))
    const from = wide(stream)
    const at = bytes.findIndex((_, start) => from.every((byte, i) => bytes[start + i] === byte))
    bytes.fill(0, at, at + 64)
    bytes.set(wide(name), at)
    new DataView(bytes.buffer).setUint16(at + 64, 2 * name.length + 2, true)
    return bytes
  }

  test.each([
    ['WordDocument', 'document'],
    ['EncryptedPackage', 'locked-spreadsheet'],
    ['Contents', 'binary'],
  ])('with a stream %s is refused as what it is', async (name, kind) => {
    await expect(read(emptied('Workbook', name))).rejects.toMatchObject({
      code: 'not-a-table',
      values: { kind },
    })
  })

  test('that is cut or whose sectors go round in circles is damaged', async () => {
    await expect(read(file('gnumeric').subarray(0, 9000))).rejects.toMatchObject({
      code: 'spreadsheet-damaged',
    })
    const circle = new Uint8Array(file('gnumeric'))
    const fat = 512 * (1 + new DataView(circle.buffer).getUint32(76, true))
    for (let sector = 0; sector < 40; sector++)
      new DataView(circle.buffer).setUint32(fat + 4 * sector, sector, true)
    await expect(read(circle)).rejects.toMatchObject({ code: 'spreadsheet-damaged' })
  })
})
