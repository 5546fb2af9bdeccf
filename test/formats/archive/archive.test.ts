import { gzipSync, zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { detectFormat, readFile } from '../../../src/formats/formats.ts'
import { foundValue, givenFile, noteCodes, shown, silent } from '../given-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? utf8(content) : content,
      ]),
    ),
  )
const read = (bytes: Uint8Array, options: Record<string, unknown> = {}, name = 'envoi.zip') =>
  readFile(givenFile(bytes, name), { options }, silent)

const zeros = new Uint8Array(150 * 1024 ** 2)
const zipBomb = zipSync({ 'a.csv': zeros }, { level: 9 })
const gzBomb = gzipSync(zeros, { level: 9 })

describe('a zip file', () => {
  test('with one data file is that file, whatever else is beside it', async () => {
    const bytes = zip({
      '__MACOSX/._budget.csv': 'x',
      'LISEZ-MOI.txt': 'bonjour',
      'export/': new Uint8Array(),
      'export/budget.csv': 'a;b\n1;011\n',
    })
    const result = await read(bytes)
    expect(result.format.id).toBe('archive')
    expect(shown(result.table)).toEqual({ columns: ['a', 'b'], rows: [['1', '011']] })
    expect(result.found[0]).toMatchObject({
      option: 'file',
      value: 'export/budget.csv',
      label: { fr: 'export/budget.csv (1\u00a0ko)' },
      evidence: { fr: 'C’est le seul fichier de données de l’archive.' },
    })
    expect(foundValue(result, 'separator')).toBe(';')
  })

  const several = zip({
    '2020.csv': 'a,b\n1,2\n',
    '2021.csv': 'b,c\n3,4\n5,6\n',
    'lieux.json': '[{"x":1.50}]',
    'notes.pdf': '%PDF-1.7',
  })

  test('with several data files is the largest of them, or the one that is chosen, read with its own options', async () => {
    expect(foundValue(await read(several), 'file')).toBe('2021.csv')
    const result = await read(several, { file: 'lieux.json', numbers: 'number' })
    expect(shown(result.table).rows).toEqual([['1.50']])
    expect(result.table.columns[0]!.type).toBe('number')
    expect(result.found[0]!.choices!.map(({ value }) => value)).toEqual([
      '2020.csv',
      '2021.csv',
      'lieux.json',
      'all',
    ])
    await expect(read(several, { file: 'lieux.json', numbers: 'roman' })).rejects.toMatchObject({
      code: 'bad-option',
    })
    await expect(read(several, { file: '2022.csv' })).rejects.toMatchObject({
      code: 'archive-no-file',
      values: { known: ['2020.csv', '2021.csv', 'lieux.json'] },
    })
  })

  test('read with options that were chosen for another of its files says which of them mean nothing for this one', async () => {
    const result = await read(several, { file: 'lieux.json', separator: ';', numbers: 'number' })
    expect(result.table.columns[0]!.type).toBe('number')
    expect(result.notes.find(({ code }) => code === 'unused-options')!.text).toEqual({
      fr: 'Des réglages choisis n’ont pas de sens pour «\u00a0lieux.json\u00a0» et n’ont pas été appliqués\u00a0: Séparateur (;).',
      en: 'Settings that were chosen mean nothing for “lieux.json” and were not applied: Separator (;).',
    })
  })

  test('says which other files it holds until one is chosen', async () => {
    expect((await read(several)).notes.find(({ code }) => code === 'other-files')).toMatchObject({
      severity: 'look',
      text: {
        fr: '«\u00a02021.csv\u00a0» est ouvert\u202f; l’archive contient 2\u00a0autres fichiers de données\u00a0: 2020.csv, lieux.json. Pour en lire un autre, cliquez sur le nom du fichier dans la ligne «\u00a0Lu ainsi\u00a0».',
      },
    })
    expect(noteCodes(await read(several, { file: '2021.csv' }))).not.toContain('other-files')
  })

  test('all files of one kind are one below the other, and each row says which it comes from', async () => {
    const result = await read(several, { file: 'all' })
    expect(shown(result.table)).toEqual({
      columns: ['fichier', 'a', 'b', 'c'],
      rows: [
        ['2020.csv', '1', '2', null],
        ['2021.csv', null, '3', '4'],
        ['2021.csv', null, '5', '6'],
      ],
    })
    expect(noteCodes(result)).toEqual(expect.arrayContaining(['differing-columns', 'files-left-out']))
    const said = result.notes.map(({ text }) => text.fr).join('\n')
    expect(said).toContain(
      '«\u00a02021.csv\u00a0» n’a pas «\u00a0a\u00a0» et a en plus «\u00a0c\u00a0» (comparé à «\u00a02020.csv\u00a0»).',
    )
    expect(said).toContain('Ces fichiers ne sont pas dans le tableau\u00a0: lieux.json, notes.pdf.')
    expect(result.found[0]).toMatchObject({ label: { fr: 'les 2 fichiers CSV, l’un sous l’autre' } })
  })

  test('all files of one kind are asked for where there is but one this year: the table has the same columns', async () => {
    const result = await read(zip({ '2022.csv': 'a,b\n1,2\n' }), { file: 'all' })
    expect(shown(result.table)).toEqual({ columns: ['fichier', 'a', 'b'], rows: [['2022.csv', '1', '2']] })
  })

  test('with a budget or a workbook inside is read as one', async () => {
    const budget = '<?xml version="1.0"?><DocumentBudgetaire xmlns="http://x"></DocumentBudgetaire>'
    expect((await read(zip({ 'budget.xml': budget }))).table.columns.map(({ name }) => name)).toContain(
      'BGT_NATURE',
    )
  })

  test('that holds an archive, nothing, or nothing that is a table is refused with a sentence', async () => {
    await expect(read(zip({ 'b.zip': zip({ 'a.csv': 'a\n' }) }))).rejects.toMatchObject({
      code: 'archive-in-archive',
    })
    await expect(read(zip({ 'b.gz': gzipSync(utf8('a\n')) }))).rejects.toMatchObject({
      code: 'archive-in-archive',
    })
    await expect(read(zip({ 'dossier/': '' }))).rejects.toMatchObject({ code: 'archive-empty' })
    await expect(read(zip({}))).rejects.toMatchObject({ code: 'archive-empty' })
    await expect(read(zip({ 'a.pdf': '%PDF-1.7' }))).rejects.toMatchObject({ code: 'not-a-table' })
    await expect(
      readFile(givenFile(zip({ 'a.csv': 'a\n' }), 'classeur.tamis'), {}, silent),
    ).rejects.toMatchObject({ code: 'not-a-table' })
    await expect(
      readFile(givenFile(zip({ 'a.csv': 'a\n' }), 'a.csv'), { format: 'csv' }, silent),
    ).rejects.toMatchObject({ code: 'other-format', values: { format: 'archive' } })
  })

  test('that is cut, changed, protected or out of proportion is refused with a sentence', async () => {
    const whole = zip({ 'a.csv': `a,b\n${'1,2\n'.repeat(2000)}` })
    await expect(read(whole.slice(0, whole.length - 30))).rejects.toMatchObject({ code: 'archive-damaged' })
    const changed = whole.slice()
    changed[60]! ^= 0x55
    await expect(read(changed)).rejects.toMatchObject({ code: 'archive-damaged', values: { file: 'a.csv' } })
    const locked = whole.slice()
    // The flag of encryption in the list at the end.
    locked[locked.length - 22 - 46 - 5 + 8]! |= 1
    await expect(read(locked)).rejects.toMatchObject({ code: 'archive-locked' })
    const start = performance.now()
    await expect(read(zipBomb)).rejects.toMatchObject({ code: 'archive-bomb' })
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('that declares less than it holds does not fill the memory', async () => {
    const bomb = zipBomb.slice()
    // The size in the list at the end.
    new DataView(bomb.buffer).setUint32(bomb.length - 22 - 46 - 5 + 24, 1000, true)
    await expect(read(bomb)).rejects.toMatchObject({ code: 'archive-bomb' })
  })
})

describe('a gz file', () => {
  const bytes = gzipSync(utf8('a;b\n1;2\n'))

  test('is the file inside', async () => {
    const result = await read(bytes, {}, 'budget.csv.gz')
    expect(shown(result.table)).toEqual({ columns: ['a', 'b'], rows: [['1', '2']] })
    expect(foundValue(result, 'file')).toBe('budget.csv')
    expect((await detectFormat(givenFile(bytes, 'budget'))).format.id).toBe('archive')
  })

  const damagedFiles = async () => {
    await expect(read(bytes.slice(0, -6), {}, 'a.gz')).rejects.toMatchObject({ code: 'archive-damaged' })
    const changed = bytes.slice()
    changed[bytes.length - 8]! ^= 1
    await expect(read(changed, {}, 'a.gz')).rejects.toMatchObject({ code: 'archive-damaged' })
    await expect(read(gzBomb, {}, 'a.gz')).rejects.toMatchObject({
      code: 'archive-bomb',
    })
  }

  test('that is damaged or out of proportion is refused with a sentence', damagedFiles)

  test('is read the same where the browser cannot unzip', async () => {
    vi.stubGlobal('DecompressionStream', undefined)
    try {
      expect(shown((await read(bytes, {}, 'a.csv.gz')).table).rows).toEqual([['1', '2']])
      const parts = new Uint8Array([...bytes, ...gzipSync(utf8('3;4\n'))])
      expect(shown((await read(parts, {}, 'a.csv.gz')).table).rows).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
      await damagedFiles()
    } finally {
      vi.unstubAllGlobals()
    }
  })
})
