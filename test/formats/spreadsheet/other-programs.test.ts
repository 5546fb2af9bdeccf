import { readOds as readOdsElsewhere, writeOds as writeOdsElsewhere } from 'hucre/ods'
import { readXlsx as readXlsxElsewhere, writeXlsx as writeXlsxElsewhere } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/table/table.ts'
import { ods } from '../../../src/formats/ods/ods.ts'
import { odsWriter } from '../../../src/formats/ods/write-ods.ts'
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts'
import { xlsxWriter } from '../../../src/formats/xlsx/write-xlsx.ts'
import { dates, numbers, smallTable } from '../../small-table.ts'
import { givenFile, joined, shown, silent } from '../given-file.ts'

const table: Table = smallTable({
  code: ['011', '=1+1', null, '  a\nb '],
  montant: numbers('42000.00', '-12.50', null, '0.10'),
  identifiant: numbers('12345678901234567890', '1', '2', '3'),
  jour: dates('2020-01-31', null, '1850-06-01', '2020-01-31T14:30:00'),
})

describe('another program reads what is written', () => {
  test('in Excel’s format: numbers, days, texts that stay texts', async () => {
    const { sheets } = await readXlsxElsewhere(
      joined(xlsxWriter.write(table, { sheetName: 'Budget [2020]' })),
    )
    expect(sheets[0]?.name).toBe('Budget  2020')
    expect(sheets[0]?.rows).toEqual([
      ['code', 'montant', 'identifiant', 'jour'],
      ['011', 42000, '12345678901234567890', new Date('2020-01-31')],
      ['=1+1', -12.5, 1, null],
      [null, null, 2, '1850-06-01'],
      ['  a\nb ', 0.1, 3, new Date('2020-01-31T14:30:00Z')],
    ])
    expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 })
  })

  test('in the OpenDocument format', async () => {
    const { sheets } = await readOdsElsewhere(joined(odsWriter.write(table, {})))
    expect(sheets[0]?.rows.slice(0, 3)).toEqual([
      ['code', 'montant', 'identifiant', 'jour'],
      ['011', 42000, '12345678901234567890', new Date('2020-01-31')],
      ['=1+1', -12.5, 1],
    ])
  })
})

describe('what another program writes is read', () => {
  const sheets = [
    {
      name: 'Feuil1',
      rows: [
        ['code', 'montant', 'jour', 'vrai'],
        ['011', 0.1 + 0.2, new Date('2020-01-31T10:00:00Z'), true],
        [' &<é😀', 1e21, null, false],
      ],
    },
  ]
  const expected = {
    columns: ['code', 'montant', 'jour', 'vrai'],
    rows: [
      ['011', '0.3', '2020-01-31T10:00:00', 'true'],
      [' &<é😀', '1000000000000000000000', null, 'false'],
    ],
  }
  test('in Excel’s format', async () => {
    const file = givenFile(await writeXlsxElsewhere({ sheets }), 'a.xlsx')
    expect(shown((await xlsx.read(file, {}, silent)).table).columns).toEqual(expected.columns)
    expect(shown((await xlsx.read(file, {}, silent)).table).rows).toEqual([
      ['011', '0.3', expect.stringMatching(/^2020-01-31/), 'true'],
      expected.rows[1],
    ])
  })

  test('in the OpenDocument format', async () => {
    const file = givenFile(await writeOdsElsewhere({ sheets }), 'a.ods')
    expect(shown((await ods.read(file, {}, silent)).table).columns).toEqual(expected.columns)
  })
})
