import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonOptions } from '../../../src/formats/json/json-options.ts'
import { readJson } from '../../../src/formats/json/read-json.ts'
import { jsonLinesWriter } from '../../../src/formats/json/write-json-lines.ts'
import { jsonWriter } from '../../../src/formats/json/write-json.ts'
import { problemSentence } from '../../../src/i18n/problems.ts'
import type { Problem } from '../../../src/problem/problem.ts'
import { ColumnBuilder } from '../../../src/table/column.ts'
import { tableFromRows, tableOf, tableRows } from '../../../src/table/table.ts'
import { Decimal, PlainDate, Unconverted, type ColumnType, type Value } from '../../../src/table/value.ts'
import { foundValue, givenFile, joined, noteCodes, shown, silent, utf16, windows1252 } from '../given-file.ts'

const read = (content: string | Uint8Array, options: JsonOptions = {}, name = 'x.json') =>
  readJson(givenFile(content, name), options, silent)

const cells = async (content: string, options: JsonOptions = {}) =>
  shown((await read(content, options)).table)

const column = (name: string, type: ColumnType, values: readonly Value[]) => {
  const builder = new ColumnBuilder(type)
  for (const value of values) builder.addValue(value)
  return builder.finish(name)
}

const typed = tableOf([
  column('nom "x"', 'text', ['Été', null, '']),
  column('montant', 'number', [new Decimal('42000.00'), new Decimal('-007.5'), new Unconverted('néant')]),
  column('versé', 'boolean', [true, false, null]),
  column('date', 'date', [new PlainDate('2020-12-31'), null, new Unconverted('hier')]),
])

const lines = [
  '{"nom \\"x\\"":"Été","montant":42000.00,"versé":true,"date":"2020-12-31"}',
  '{"nom \\"x\\"":null,"montant":-7.5,"versé":false,"date":null}',
  '{"nom \\"x\\"":"","montant":"néant","versé":null,"date":"hier"}',
]

describe('writing JSON', () => {
  test('numbers keep their digits, blanks are null, what could not be converted is text', () => {
    expect(new TextDecoder().decode(joined(jsonWriter.write(typed, {})))).toBe(`[\n${lines.join(',\n')}\n]\n`)
    expect(new TextDecoder().decode(joined(jsonLinesWriter.write(typed, {})))).toBe(`${lines.join('\n')}\n`)
  })

  test('a table without rows is an empty list', () => {
    expect(new TextDecoder().decode(joined(jsonWriter.write(tableFromRows(['a'], []), {})))).toBe('[\n]\n')
  })

  test.each([
    ['JSON', jsonWriter],
    ['JSON Lines', jsonLinesWriter],
  ])('a table written in %s and read again is the same table', async (_, writer) => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 6 }))
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 5 })
      .filter((given) => given.trim() !== '')
    const tables = fc
      .uniqueArray(name, { minLength: 1, maxLength: 4 })
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(fc.tuple(...names.map(() => text)), { minLength: 1, maxLength: 6 }),
        ),
      )
    await fc.assert(
      fc.asyncProperty(tables, async ([names, rows]) => {
        const bytes = joined(writer.write(tableFromRows(names, rows), {}))
        const again = await read(bytes, {}, `x.${writer.extension}`)
        const whole = (given: string) => new TextDecoder().decode(new TextEncoder().encode(given))
        fc.pre(new Set(names.map(whole)).size === names.length)
        expect(shown(again.table)).toEqual({
          columns: names.map(whole),
          rows: rows.map((row) => row.map((cell) => (cell === null ? null : whole(cell)))),
        })
      }),
    )
  })

  test('numbers and truths written and read again as such have their types', async () => {
    const number = fc.option(
      fc.tuple(fc.bigInt(), fc.stringMatching(/^(\.\d{1,4})?$/)).map(([whole, rest]) => `${whole}${rest}`),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(number, fc.option(fc.boolean()))), async (rows) => {
        // A column of blanks alone does not say its type.
        rows.push(['1.50', true])
        const table = tableOf([
          column(
            'n',
            'number',
            rows.map(([text]) => (text === null ? null : new Decimal(text))),
          ),
          column(
            'b',
            'boolean',
            rows.map(([, truth]) => truth),
          ),
        ])
        const again = await read(joined(jsonWriter.write(table, {})), { numbers: 'number' })
        expect([...tableRows(again.table)]).toEqual([...tableRows(table)])
      }),
    )
  })
})

describe('reading JSON', () => {
  test('one row an object, numbers as written, missing members blank, the empty text is not blank', async () => {
    expect(
      await cells('[{"a":"011","b":42000.00},{"b":1e3,"c":true},{"a":null,"c":"","b":12345678901234567890}]'),
    ).toEqual({
      columns: ['a', 'b', 'c'],
      rows: [
        ['011', '42000.00', null],
        [null, '1e3', 'true'],
        [null, '12345678901234567890', ''],
      ],
    })
  })

  test('cells stay text unless numbers are asked for, and then only where a whole column is', async () => {
    const text = '[{"a":0.10,"b":1,"c":true,"d":1e3},{"a":2,"b":"x","c":null,"d":2}]'
    expect((await read(text)).table.columns.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'text'])
    const result = await read(text, { numbers: 'number' })
    expect(result.table.columns.map(({ type }) => type)).toEqual(['number', 'text', 'boolean', 'text'])
    expect(shown(result.table).rows[0]).toEqual(['0.10', '1', 'true', '1e3'])
    expect(noteCodes(result)).toEqual(['typed-columns'])
  })

  test('values within values are columns with the way to them as name, beside each other', async () => {
    expect(
      await cells(
        '[{"nom":"A","adresse":{"ville":"Lyon"},"x":1},{"adresse":{"cp":"69001","ville":null}},{"adresse":null}]',
      ),
    ).toEqual({
      columns: ['nom', 'adresse.ville', 'adresse.cp', 'x'],
      rows: [
        ['A', 'Lyon', null, '1'],
        [null, null, '69001', null],
        [null, null, null, null],
      ],
    })
  })

  test('two ways that give the same name stay two columns', async () => {
    expect(await cells('[{"a.b":"1","a":{"b":"2"}}]')).toEqual({
      columns: ['a.b', 'a.b (2)'],
      rows: [['1', '2']],
    })
  })

  test('a list of single values has bars between; any other stays as it is written, and both are said', async () => {
    const text = '[{"a":["x",1.50,"é\\n"],"b":[1,{"y":"é"}],"c":[],"d":["x|y","z"],"e":[""]}]'
    const result = await read(text)
    expect(shown(result.table)).toEqual({
      columns: ['a', 'b', 'c', 'd', 'e'],
      rows: [['x | 1.50 | é\n', '[1,{"y":"é"}]', null, '["x|y","z"]', '[""]']],
    })
    expect(noteCodes(result)).toEqual(['nested-values', 'joined-lists'])
    expect((await cells(text, { lists: 'json' })).rows[0]![0]).toBe('["x",1.50,"é\\n"]')
  })

  test('a second value of the same name has a column of its own, and is said', async () => {
    const result = await read('[{"a":1,"b":2},{"a":3,"a":4}]')
    expect(shown(result.table)).toEqual({
      columns: ['a', 'a (2)', 'b'],
      rows: [
        ['1', null, '2'],
        ['3', '4', null],
      ],
    })
    expect(result.notes[0]).toMatchObject({ code: 'repeated-names', rows: [1] })
  })

  test('the list is found within an object, said with its size, and another can be chosen', async () => {
    const text =
      '{"help":"x","result":{"fields":[{"id":"a"},{"id":"b"}],"records":[{"a":1,"b":2},{"a":3,"b":4},{"a":5}]}}'
    const result = await read(text)
    expect(shown(result.table).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', null],
    ])
    expect(result.found[0]).toMatchObject({
      option: 'path',
      value: 'result.records',
      label: { fr: 'result.records (3\u00a0éléments)', en: 'result.records (3\u00a0items)' },
      evidence: {
        fr: '63\u00a0% des valeurs du fichier y sont\u202f; 3\u00a0endroits peuvent se lire comme un tableau.',
      },
      choices: [{ value: '$' }, { value: 'result.fields' }, { value: 'result.records' }],
    })
    expect(noteCodes(result)).toEqual(['values-outside'])
    expect(await cells(text, { path: 'result.fields' })).toEqual({ columns: ['id'], rows: [['a'], ['b']] })
    await expect(read(text, { path: 'lignes' })).rejects.toMatchObject({
      code: 'json-no-path',
      values: { known: ['$', 'result.fields', 'result.records'] },
    })
  })

  test('lists within the items of a list are read one after the other', async () => {
    const text =
      '[{"page":1,"lignes":[{"a":1,"b":1,"c":1},{"a":2},{"a":3},{"a":4}]},{"page":2,"lignes":[{"a":5,"b":1},{"a":6,"b":2,"c":3}]}]'
    const result = await read(text)
    expect(foundValue(result, 'path')).toBe('[].lignes')
    expect(shown(result.table).rows.map(([a]) => a)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect((await cells(text, { path: '$' })).columns).toEqual(['page', 'lignes'])
  })

  test.each([
    [
      'columns',
      '{"nom":["A","B"],"montant":[1.0,null]}',
      {
        columns: ['nom', 'montant'],
        rows: [
          ['A', '1.0'],
          ['B', null],
        ],
      },
    ],
    [
      'named records',
      '{"75056":{"nom":"Paris","n":1},"69123":{"nom":"Lyon"}}',
      {
        columns: ['clé', 'nom', 'n'],
        rows: [
          ['75056', 'Paris', '1'],
          ['69123', 'Lyon', null],
        ],
      },
    ],
    [
      'one record',
      '{"nom":"Paris","tags":["a","b"]}',
      { columns: ['nom', 'tags'], rows: [['Paris', 'a | b']] },
    ],
    ['single values', '["a",1,null]', { columns: ['valeur'], rows: [['a'], ['1'], [null]] }],
    [
      'rows without names',
      '[["nom","n"],["A",1],["B",2]]',
      {
        columns: ['nom', 'n'],
        rows: [
          ['A', '1'],
          ['B', '2'],
        ],
      },
    ],
    [
      'rows of numbers',
      '[[1,2],[3,4]]',
      {
        columns: ['Colonne 1', 'Colonne 2'],
        rows: [
          ['1', '2'],
          ['3', '4'],
        ],
      },
    ],
    [
      'a line each',
      '{"a":1}\n{"b":2}\n',
      {
        columns: ['a', 'b'],
        rows: [
          ['1', null],
          [null, '2'],
        ],
      },
    ],
    [
      'names that are not names',
      '[{"":1,"__proto__":2,"constructor":3}]',
      { columns: ['Colonne 1', '__proto__', 'constructor'], rows: [['1', '2', '3']] },
    ],
    ['nothing', '[]', { columns: [], rows: [] }],
  ])('%s', async (_, text, table) => {
    expect(await cells(text)).toEqual(table)
  })

  test('a file of lines that has a single line is one row, even if it holds lists', async () => {
    const { table } = await read('{"a":[{"x":1},{"x":2}],"b":3}\n', {}, 'x.jsonl')
    expect(shown(table).rows).toEqual([['[{"x":1},{"x":2}]', '3']])
  })

  test('columns that are not of one length are said', async () => {
    const result = await read('{"nom":["A","B"],"n":[1]}', { path: '$' })
    expect(shown(result.table).rows).toEqual([
      ['A', '1'],
      ['B', null],
    ])
    expect(noteCodes(result)).toEqual(['short-columns'])
  })

  test('points of GeoJSON are two numbers as written, other places GeoJSON text, properties plain columns', async () => {
    const feature = (geometry: string, properties: string) =>
      `{"type":"Feature","properties":${properties},"geometry":${geometry}}`
    const file = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(',')}]}`
    const point = '{"type":"Point", "coordinates":[2.350, 48.10]}'
    const points = await read(
      file(feature(point, '{"nom":"A","geometry":"x"}'), feature('null', '{"nom":"B"}')),
    )
    expect(shown(points.table)).toEqual({
      columns: ['nom', 'geometry', 'longitude', 'latitude'],
      rows: [
        ['A', 'x', '2.350', '48.10'],
        ['B', null, null, null],
      ],
    })
    expect(foundValue(points, 'geometry')).toBe('lon-lat')
    const mixed = await read(
      file(feature(point, '{"nom":"A"}'), feature('{"type":"LineString","coordinates":[[1,2],[3,4]]}', '{}')),
    )
    expect(shown(mixed.table)).toEqual({
      columns: ['nom', 'geometry'],
      rows: [
        ['A', '{"type":"Point","coordinates":[2.350,48.10]}'],
        [null, '{"type":"LineString","coordinates":[[1,2],[3,4]]}'],
      ],
    })
  })

  test.each([
    ['UTF-8 with its mark', new TextEncoder().encode('\ufeff[{"é":"à"}]'), 'utf-8'],
    ['UTF-16', utf16('\ufeff[{"é":"à"}]', true), 'utf-16le'],
    ['UTF-16 without mark', utf16('[{"é":"à"}]', false), 'utf-16be'],
    ['windows-1252', windows1252('[{"é":"à"}]'), 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    const result = await read(bytes)
    expect(shown(result.table)).toEqual({ columns: ['é'], rows: [['à']] })
    expect(foundValue(result, 'encoding')).toBe(encoding)
  })

  test.each([
    ['[{"a":1},\n {"a":}]', 2, 7, 'other'],
    ['[{"a":1}', 1, 9, 'cut'],
    ['[{"é":"à"},\n\n  {"à":"é",}]', 3, 12, 'comma'],
    ['[1,]', 1, 4, 'comma'],
    ['[{"a":01}]', 1, 7, 'word'],
    ['[{"a":.5}]', 1, 7, 'word'],
    ["[{'a':1}]", 1, 3, 'other'],
    ['[{"a":"\n"}]', 1, 8, 'text'],
    ['[{"a":"\\x"}]', 1, 8, 'text'],
    ['[{}] x', 1, 6, 'cut'],
    ['[{}] , 1', 1, 6, 'other'],
    ['[{"a" 1}]', 1, 7, 'other'],
    ['[{"a":tru}]', 1, 7, 'word'],
    ['[1}', 1, 3, 'other'],
    ['{"a":1]', 1, 7, 'other'],
    ['['.repeat(5000), 1, 201, 'deep'],
    ['{"a":"', 1, 7, 'cut'],
  ])('a broken file says where: %j', async (text, line, at, what) => {
    const problem = await read(text).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'json-broken', values: { line, column: at, what } })
    expect(problemSentence(problem as Problem, 'fr')).toMatch(/^Ce fichier JSON est abîmé à la ligne/)
  })

  test('a value that is no table, and a file without any, are said', async () => {
    await expect(read('42')).rejects.toMatchObject({ code: 'json-not-rows' })
    await expect(read(' \n ')).rejects.toMatchObject({ code: 'blank-file' })
  })

  test('what JSON.parse accepts is read and nothing else is', async () => {
    const sign = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\\',
      '\n',
    )
    const text = fc.oneof(
      fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
      fc.jsonValue().map((value) => JSON.stringify(value, null, 1)),
    )
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const written = `[{"x":[${body}]}]`
        let value: unknown
        try {
          value = JSON.parse(written)
        } catch {
          await expect(read(written)).rejects.toMatchObject({ code: 'json-broken' })
          return
        }
        const { table } = await read(written, { lists: 'json', path: '$' })
        const [cell] = shown(table).rows[0]!
        const [{ x }] = value as [{ x: unknown[] }]
        if (!/\d/.test(body)) expect(cell === null ? [] : JSON.parse(cell!)).toEqual(x)
      }),
      { numRuns: 500 },
    )
  })

  test('a text longer than every piece of the file is read, and not looked at again and again', async () => {
    const long = 'é'.repeat(3_000_000)
    const start = performance.now()
    expect((await cells(`[{"a":"${long}"},{"a":"b"}]`)).rows).toEqual([[long], ['b']])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('names that are data do not become columns without end', async () => {
    const members = Array.from({ length: 25_000 }, (_, index) => `"k${index}":1`)
    await expect(read(`[{${members.join(',')}}]`)).rejects.toMatchObject({ code: 'too-many-names' })
  })
})
