import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { describedTogether, readFile } from '../../../src/formats/formats.ts'
import type { Table } from '../../../src/table/table.ts'
import { foundValue, givenFile, noteCodes, shown, silent } from '../given-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? utf8(content) : content,
      ]),
    ),
  )
const read = (bytes: Uint8Array, options: Record<string, unknown> = {}) =>
  readFile(givenFile(bytes, 'envoi.zip'), { options }, silent)
const describing = (...resources: unknown[]) => JSON.stringify({ name: 'p', resources })

/** Reads a CSV file beside a description of its columns. */
const described = (csv: string, schema: unknown, options: Record<string, unknown> = {}) =>
  read(zip({ 'a.csv': csv, 'datapackage.json': describing({ path: 'a.csv', schema }) }), options)

const types = (table: Table) => table.columns.map(({ type }) => type)
const marked = ({ columns, rowCount }: Table, index: number) =>
  Array.from({ length: rowCount }, (_, row) =>
    columns[index]!.dictionary.isUnconverted(columns[index]!.codes[row]!),
  )
const note = (result: Awaited<ReturnType<typeof read>>, code: string) =>
  result.notes.find((one) => one.code === code)

describe('a description in a zip', () => {
  const resource = {
    path: './data/subventions.csv',
    encoding: 'iso-8859-1',
    dialect: { delimiter: '|', header: true },
    schema: {
      fields: [
        { name: 'montant', title: 'Montant versé', type: 'number', decimalChar: ',' },
        { name: 'nom', type: 'string' },
      ],
    },
  }
  const files = {
    'p/autre.csv': 'x\n'.repeat(99),
    'p/datapackage.json': describing(resource, { path: 'https://example.org/x.csv' }),
    'p/data/subventions.csv': latin1('nom|montant\nÉté|1,5\n'),
  }

  test('says which file is the table, how it is written, what its columns are called and what they hold', async () => {
    const result = await read(zip(files))
    expect(shown(result.table)).toEqual({ columns: ['nom', 'montant'], rows: [['Été', '1.5']] })
    expect(types(result.table)).toEqual(['text', 'number'])
    expect(result.found[0]).toMatchObject({
      value: 'p/data/subventions.csv',
      evidence: { fr: 'C’est le premier que décrit datapackage.json.' },
    })
    expect(result.found.find(({ option }) => option === 'separator')).toMatchObject({
      value: '|',
      chosen: false,
      evidence: { fr: 'Indiqué par datapackage.json.' },
    })
    expect(note(result, 'described-columns')!.text.fr).toBe(
      'datapackage.json décrit les colonnes\u00a0: montant\u00a0: Montant versé.',
    )
    expect(note(result, 'described-types')!.text.fr).toBe(
      'Types donnés par datapackage.json\u00a0: nombre pour «\u00a0montant\u00a0». Les autres colonnes restent du texte.',
    )
  })

  test('can be left aside, or name the columns by their titles', async () => {
    const text = await read(zip(files), { description: 'text' })
    expect(shown(text.table).rows).toEqual([['Été', '1,5']])
    expect(types(text.table)).toEqual(['text', 'text'])
    expect(foundValue(text, 'description')).toBe('text')
    const titles = await read(zip(files), { description: 'titles' })
    expect(shown(titles.table)).toEqual({ columns: ['nom', 'Montant versé'], rows: [['Été', '1.5']] })
    await expect(read(zip(files), { description: 'all' })).rejects.toMatchObject({ code: 'bad-option' })
  })

  test('that is broken does not keep the files from being read', async () => {
    const { table } = await read(zip({ 'a.csv': 'a,b\n1,2\n', 'datapackage.json': '{"resources":3' }))
    expect(table.rowCount).toBe(1)
  })

  test('of files of one kind alike types them all when they are stacked', async () => {
    const schema = { fields: [{ name: 'n', type: 'integer' }] }
    const bytes = zip({
      '1.csv': 'n\n1\n',
      '2.csv': 'n\n2\n',
      'datapackage.json': describing({ path: ['1.csv', '2.csv'], schema }),
    })
    expect(types((await read(bytes, { file: 'all' })).table)).toEqual(['text', 'number'])
  })
})

describe('described columns', () => {
  test('numbers, days and yes/no become what they are said to be, codes typed as text keep their zeros', async () => {
    const { table } = await described(
      'code;montant;jour;oui\n011;1 234,50;31/01/2020;O\n012;-3;1/2/2020;N\n',
      {
        fields: [
          { name: 'code', type: 'string' },
          { name: 'montant', type: 'number', decimalChar: ',', groupChar: ' ' },
          { name: 'jour', type: 'date', format: '%d/%m/%Y' },
          { name: 'oui', type: 'boolean', trueValues: ['O'], falseValues: ['N'] },
        ],
      },
    )
    expect(types(table)).toEqual(['text', 'number', 'date', 'boolean'])
    expect(shown(table).rows).toEqual([
      ['011', '1234.50', '2020-01-31', 'true'],
      ['012', '-3', '2020-02-01', 'false'],
    ])
  })

  test('keep the text of cells that do not fit, marked, and say how many', async () => {
    const result = await described('n;d\n1;2020-02-30\n1,5;2020-02-28\nn.c.;\n007;x\nn.c.;\n1e5;\n', {
      fields: [
        { name: 'n', type: 'integer' },
        { name: 'd', type: 'date' },
      ],
    })
    expect(shown(result.table).rows.map(([n]) => n)).toEqual(['1', '1,5', 'n.c.', '007', 'n.c.', '1e5'])
    expect(marked(result.table, 0)).toEqual([false, true, true, true, true, true])
    expect(marked(result.table, 1)).toEqual([true, false, false, true, false, false])
    expect(note(result, 'described-misfits')).toMatchObject({
      severity: 'look',
      rows: [1, 2, 3, 4, 5],
      text: {
        fr: '«\u00a0n\u00a0»\u00a0: 5\u00a0cellules ne sont pas un nombre écrit comme le dit datapackage.json («\u00a0n.c.\u00a0», «\u00a01,5\u00a0», «\u00a0007\u00a0»…)\u00a0: elles gardent leur texte et sont signalées.',
      },
    })
  })

  test('have blanks where the description says that a text means no value', async () => {
    const result = await described('a,n\nNA,NA\nb,1\n', {
      fields: [{ name: 'a' }, { name: 'n', type: 'number' }],
      missingValues: ['', 'NA'],
    })
    expect(shown(result.table).rows).toEqual([
      [null, null],
      ['b', '1'],
    ])
    expect(note(result, 'described-missing')!.text.fr).toBe(
      'Selon datapackage.json, «\u00a0NA\u00a0» veut dire «\u00a0sans valeur\u00a0»\u00a0: 2\u00a0cellules sont vides.',
    )
  })

  test('that the file does not have are said', async () => {
    const result = await described('a,b\n1,2\n', {
      fields: [{ name: 'a', type: 'number' }, { name: 'siret' }],
    })
    expect(note(result, 'described-absent')!.text.en).toBe(
      'datapackage.json describes columns that the file does not have: “siret”.',
    )
  })

  test.each([
    ['12 €', { bareNumber: false }, '12'],
    ['+0.50', {}, '0.50'],
    ['-0', {}, '0'],
    ['.5', {}, '0.5'],
    ['1.234,5', { decimalChar: ',', groupChar: '.' }, '1234.5'],
  ])('the number %s is read as described', async (text, rule, number) => {
    const { table } = await described(`a;n\nx;${text}\n`, {
      fields: [{ name: 'n', type: 'number', ...rule }],
    })
    expect(shown(table).rows[0]![1]).toBe(number)
    expect(marked(table, 1)).toEqual([false])
  })

  test('of types that a table does not have stay text', async () => {
    const result = await described('a,b\n2020,2020-01\n', {
      fields: [
        { name: 'a', type: 'year' },
        { name: 'b', type: 'date', format: '%Y-%m' },
      ],
    })
    expect(types(result.table)).toEqual(['text', 'text'])
    expect(noteCodes(result)).not.toContain('described-types')
  })
})

describe('a description beside its file', () => {
  const description = givenFile(
    describing({ path: 'data/budget.csv', schema: { fields: [{ name: 'n', type: 'number' }] } }),
    'datapackage.json',
  )
  const budget = givenFile('n;c\n1.50;011\nx;012\n', 'budget.csv')

  test('is applied to it and is no table of its own; the recipe carries it to next year’s file', async () => {
    const other = givenFile('z\n', 'autre.csv')
    const [first, second, ...more] = await describedTogether([description, budget, other])
    expect(more).toEqual([])
    expect([first!.file.name, second!.file.name]).toEqual(['budget.csv', 'autre.csv'])
    expect(second!.choice).toEqual({})
    const result = await readFile(budget, first!.choice, silent)
    expect(result.format.id).toBe('data-package')
    expect(types(result.table)).toEqual(['number', 'text'])
    expect(noteCodes(result)).toContain('described-misfits')
    const chosen = result.found.filter((found) => found.chosen)
    const again = await readFile(
      givenFile('n;c\n2;013\n', 'budget-2021.csv'),
      {
        format: 'data-package',
        options: Object.fromEntries(chosen.map(({ option, value }) => [option, value])),
      },
      silent,
    )
    expect(types(again.table)).toEqual(['number', 'text'])
  })

  test('can be let go, and then the file is read as if alone', async () => {
    const result = await readFile(budget, { format: 'data-package', options: { separator: ';' } }, silent)
    expect(types(result.table)).toEqual(['text', 'text'])
  })

  test('that describes none of the files, or is alone, is left to be refused with a sentence', async () => {
    expect(await describedTogether([description, givenFile('a\n', 'x.csv')])).toHaveLength(2)
    expect(await describedTogether([description])).toHaveLength(1)
    await expect(readFile(description, {}, silent)).rejects.toMatchObject({
      code: 'package-without-data',
      values: { files: ['data/budget.csv'] },
    })
  })
})
