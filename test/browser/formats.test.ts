import { gzipSync, strToU8, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright'
import { expect, it } from 'vitest'
import { joined, utf16 } from '../formats/given-file.ts'
import { row, xlsxParts, zipped } from '../formats/spreadsheet/made-workbooks.ts'
import { findWriter } from '../../src/formats/formats.ts'
import { smallTable } from '../small-table.ts'
import { hasShared, shared } from '../shared-folder.ts'
import { choose, download } from './actions.ts'
import { accessibilityFaults, openPage } from './browser.ts'

const CSV = 'Télécharger le tableau (CSV)'
const home = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Tamis, retour à l’accueil' }).click()

const given = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content as Uint8Array),
})

/** Opens a file; gives its table as it is downloaded. */
async function tableOf(
  page: Page,
  downloads: readonly Download[],
  file: Parameters<typeof choose>[1],
): Promise<string> {
  await choose(page, file)
  await page.getByText('Lu ainsi').waitFor()
  const text = await download(page, downloads, CSV)
  return text
}

const places = 'code,ville\n011,Crac’h\n02,Évreux\n'
/** As DOS wrote them: É é è ê ô î. */
const cp850 = Uint8Array.from(
  'code;ville\r\n011;\x90vreux\r\n02;B\x82ziers\r\n03;S\x8ate\r\n04;Gen\x88ts\r\n05;H\x93pital\r\n06;N\x8cmes\r\n',
  (letter) => letter.charCodeAt(0),
)
const merged = `<sheetData>${row(1, 'code', 'ville')}${row(2, '011', 'Crac’h')}${row(3, null, 'Évreux')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`
const workbook = zipped(
  xlsxParts({
    sheets: [
      { name: 'Notes', rows: row(1, 'à lire', 'x') + row(2, 'y', 'z') },
      { name: 'Villes', xml: merged },
    ],
  }),
)
const geo =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"011","ville":"Crac’h"},"geometry":{"type":"Point","coordinates":[-3.00,47.62]}},{"type":"Feature","properties":{"code":"02","ville":"Évreux"},"geometry":{"type":"Point","coordinates":[1.15,49.02]}}]}'
const xml =
  '<?xml version="1.0"?><villes><ville code="011"><nom>Crac’h</nom></ville><ville code="02"><nom>Évreux</nom></ville></villes>'
const described = {
  'datapackage.json': strToU8(
    '{"name":"v","resources":[{"name":"villes","path":"villes.csv","schema":{"fields":[{"name":"code","type":"string","title":"Code officiel"},{"name":"ville","type":"string"}]}}]}',
  ),
  'villes.csv': strToU8(places),
}
const ods = joined(
  findWriter('ods')!.write(smallTable({ code: ['011', '02'], ville: ['Crac’h', 'Évreux'] }), {}),
)

it('every kind of file opens by itself, with its zeros and accents', async () => {
  const { page, downloads } = await openPage()
  const cases: [string, Parameters<typeof choose>[1], string][] = [
    [
      'CSV of an old system (CP850)',
      given('a.csv', cp850),
      'code,ville\n011,Évreux\n02,Béziers\n03,Sète\n04,Genêts\n05,Hôpital\n06,Nîmes\n',
    ],
    ['CSV in UTF-16', given('b.csv', utf16(`\ufeff${places.replaceAll(',', '\t')}`, true)), places],
    ['ODS', given('c.ods', ods), places],
    ['JSON', given('d.json', '[{"code":"011","ville":"Crac’h"},{"code":"02","ville":"Évreux"}]'), places],
    [
      'JSON Lines',
      given('e.jsonl', '{"code":"011","ville":"Crac’h"}\n{"code":"02","ville":"Évreux"}\n'),
      places,
    ],
    [
      'GeoJSON',
      given('f.geojson', geo),
      'code,ville,longitude,latitude\n011,Crac’h,-3.00,47.62\n02,Évreux,1.15,49.02\n',
    ],
    ['XML', given('g.xml', xml), places.replace('code,ville', '@code,nom')],
    ['gz', given('h.csv.gz', gzipSync(strToU8(places))), places],
    ['data package', given('i.zip', zipSync(described)), places],
  ]
  for (const [kind, file, expected] of cases) {
    expect(await tableOf(page, downloads, file), kind).toBe(expected)
    await home(page)
  }
})

it('a workbook of several sheets: the sheet, its range and its merged cells are chosen in the strip', async () => {
  const { page, downloads } = await openPage()
  await choose(page, given('classeur.xlsx', workbook))
  await page.getByRole('button', { name: /^Feuille : Notes/ }).click()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('radio', { name: 'Villes' }).click()
  await page.getByRole('gridcell', { name: 'Évreux' }).waitFor()
  expect(await download(page, downloads, CSV)).toBe('code,ville\n011,Crac’h\n,Évreux\n')
  await page.getByRole('button', { name: /^Cellules fusionnées/ }).click()
  await page.getByRole('radio').nth(1).click()
  await expect.poll(() => page.getByRole('gridcell', { name: '011' }).count()).toBe(2)
  await page.getByRole('button', { name: /^Plage de cellules/ }).click()
  await page.getByRole('textbox', { name: 'Plage de cellules' }).fill('B1:B3')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('gridcell', { name: '011' }).count()).toBe(0)
  expect(await download(page, downloads, CSV)).toBe('ville\nCrac’h\nÉvreux\n')
})

it('a zip of tables: one of them, or all of one kind together', async () => {
  const { page, downloads } = await openPage()
  const files = {
    'mai/a.csv': strToU8(places),
    'juin/b.csv': strToU8('code,ville\n03,Auray\n'),
    'lisez-moi.txt': strToU8('x'),
  }
  await choose(page, given('mois.zip', zipSync(files)))
  await page.getByRole('button', { name: /^Fichier de l’archive/ }).click()
  await page.getByRole('radio', { name: 'les 2 fichiers CSV, l’un sous l’autre' }).click()
  await page.getByRole('gridcell', { name: 'Auray' }).waitFor()
  expect((await download(page, downloads, CSV)).split('\n')[0]).toBe('fichier,code,ville')
})

it('a table saved in each format and opened again is the same table', async () => {
  const { page, downloads } = await openPage()
  const hostile = 'code,"a ""b""",ligne\n011,"x,y;z","deux\nlignes"\n=1+1,é’œ€, bord \n,0.10,\n'
  await choose(page, given('dur.csv', hostile))
  await page.getByText('Lu ainsi').waitFor()
  expect(await download(page, downloads, CSV)).toBe(hostile)
  for (const [format, ending] of [
    ['Excel (XLSX)', 'xlsx'],
    ['LibreOffice (ODS)', 'ods'],
    ['JSON', 'json'],
    ['JSON Lines', 'jsonl'],
    ['Texte à tabulations (TSV)', 'tsv'],
  ] as const) {
    const before = downloads.length
    await page.getByRole('button', { name: 'Publier' }).click()
    if (ending !== 'xlsx') await page.getByText('Autres formats').click()
    await page.getByRole('button', { name: format, exact: true }).click()
    await expect.poll(() => downloads.length).toBe(before + 1)
    const saved = readFileSync(await downloads[before]!.path())
    const { page: other, downloads: again } = await openPage({ context: page.context() })
    expect(await tableOf(other, again, { name: `dur.${ending}`, mimeType: '', buffer: saved }), format).toBe(
      hostile,
    )
    await other.close()
  }
})

it
  .skipIf(!hasShared)
  .each([
    'survey/csv/GPC_DCLG_December_2015_for_Publication.csv',
    'survey/csv/Kokad pollen.csv',
    'survey/csv/public-toilet-borough-grid.csv',
    'subventions/subventions-2021.csv',
  ])('a real file opens without a question (skipped without ../shared): %s', async (file) => {
  const { page } = await openPage()
  await choose(page, shared(`data/${file}`))
  await page.getByText('Lu ainsi').waitFor()
  await page.getByRole('gridcell').nth(3).waitFor()
})
