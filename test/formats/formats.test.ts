import { describe, expect, test } from 'vitest'
import { detectFormat, readFile } from '../../src/formats/formats.ts'
import { odsWriter } from '../../src/formats/ods/write-ods.ts'
import { xlsxWriter } from '../../src/formats/xlsx/write-xlsx.ts'
import { problemSentence } from '../../src/i18n/problems.ts'
import { Problem } from '../../src/problem/problem.ts'
import { smallTable } from '../small-table.ts'
import { givenFile, joined, shown, silent, utf16 } from './given-file.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

async function refusal(content: string | Uint8Array, name = 'budget.csv'): Promise<Problem> {
  try {
    await readFile(givenFile(content, name), {}, silent)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was read')
}

describe('a file that is no table is refused with a sentence, whatever its name', () => {
  test.each([
    ['image', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['image', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['pdf', '%PDF-1.7\n%\xe2\xe3'],
    ['archive', 'Rar!\x1a\x07\x01\0'],
    ['spreadsheet', '\x09\x04\x06\0\0\x04\x10\0\0\0'],
    ['document', 'PK\x03\x04\x14\0\x06\0\x08\0word/document.xml'],
    ['program', 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'],
    ['program', '\x7fELF\x02\x01\x01\0\0\0\0'],
    ['web-page', '\n<!DOCTYPE html><html><body><table>'],
    ['binary', '\x01\x02\x03\0\x04\x05\0\0\x06\x01\x02'],
  ])('%s', async (kind, content) => {
    expect((await refusal(bytes(content))).values).toEqual({ file: 'budget.csv', kind })
  })

  test('the sentence says what the file is and what to do', async () => {
    const problem = await refusal(bytes('\x89PNG\r\n\x1a\n'))
    expect(problemSentence(problem, 'fr')).toBe(
      'Ce fichier est une image, pas un tableau\u00a0: «\u00a0budget.csv\u00a0» n’a pas été ouvert. Enregistrez le tableau au format CSV depuis le logiciel d’origine.',
    )
    expect(problemSentence(problem, 'en')).toContain('This file is an image, not a table')
  })

  test('an empty file', async () => {
    expect((await refusal('')).code).toBe('empty-file')
  })

  test('text that begins like a program is still text', async () => {
    const result = await readFile(givenFile('MZ;BM\n1;2\n'), {}, silent)
    expect(shown(result.table)).toEqual({ columns: ['MZ', 'BM'], rows: [['1', '2']] })
  })

  test('UTF-16 text is not taken for something else', async () => {
    expect((await readFile(givenFile(utf16('a;b\n1;2\n', true)), {}, silent)).table.rowCount).toBe(1)
  })
})

describe('the format of a file', () => {
  test.each([
    ['csv', 'a,b\n1,2\n', 'x.csv'],
    ['csv', 'a\tb\n1\t2\n', 'x.txt'],
    ['csv', '[note];b\n1;2\n', 'x.csv'],
    ['json', '[{"a":1}]', 'x.csv'],
    [
      'totem-xml',
      '<?xml version="1.0"?>\n<DocumentBudgetaire xmlns="http://x"></DocumentBudgetaire>',
      'x.txt',
    ],
  ])('%s is found in the content', async (id, content, name) => {
    expect((await detectFormat(givenFile(content, name))).format.id).toBe(id)
  })

  test('a chosen format and options written as text are obeyed', async () => {
    const { table, confidence } = await readFile(
      givenFile('titre\na;b\n1;2\n'),
      { format: 'csv', options: { headerRow: '2', separator: ';' } },
      silent,
    )
    expect(shown(table)).toEqual({ columns: ['a', 'b'], rows: [['1', '2']] })
    expect(confidence).toBeNull()
  })

  test('a format that the file cannot have is refused, and the right one is said', async () => {
    const table = smallTable({ a: ['1'] })
    const workbook = givenFile(joined(xlsxWriter.write(table, {})), 'budget.csv')
    const refused = (file: typeof workbook, format: string): Promise<Problem> =>
      readFile(file, { format }, silent).then(
        () => {
          throw new Error('was read')
        },
        (error: unknown) => error as Problem,
      )
    expect(problemSentence(await refused(workbook, 'csv'), 'fr')).toBe(
      '«\u00a0budget.csv\u00a0» n’est pas du format «\u00a0Texte à séparateurs (CSV)\u00a0» demandé, mais du format «\u00a0Classeur Excel (XLSX)\u00a0»\u00a0: il n’a pas été ouvert. Laissez Tamis reconnaître le format, ou demandez «\u00a0xlsx\u00a0».',
    )
    const openDocument = givenFile(joined(odsWriter.write(table, {})), 'budget.xlsx')
    expect(await refused(openDocument, 'xlsx')).toMatchObject({
      code: 'other-format',
      values: { format: 'ods' },
    })
    expect(await refused(givenFile('a;b\n1;2\n'), 'ods')).toMatchObject({
      code: 'other-format',
      values: { format: 'csv' },
    })
  })

  test('an unknown format, an unknown option and a wrong value are said', async () => {
    const read = (format: string, options: Record<string, unknown>) =>
      readFile(givenFile('a,b\n'), { format, options }, silent)
    await expect(read('dbase', {})).rejects.toMatchObject({ code: 'unknown-format' })
    await expect(read('csv', { encoding: 'ebcdic' })).rejects.toMatchObject({
      code: 'bad-option',
      values: { option: 'encoding', value: 'ebcdic' },
    })
    await expect(read('csv', { colour: 'red' })).rejects.toMatchObject({
      code: 'bad-option',
      values: { option: 'colour' },
    })
  })
})
