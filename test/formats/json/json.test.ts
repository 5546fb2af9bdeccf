import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../../src/formats/json/read-json.ts'
import { jsonWriter } from '../../../src/formats/json/write-json.ts'
import { ColumnBuilder } from '../../../src/table/column.ts'
import { tableFromRows, tableOf } from '../../../src/table/table.ts'
import { Decimal, PlainDate, Unconverted, type ColumnType, type Value } from '../../../src/table/value.ts'
import { givenFile, joined, noteCodes, shown, silent } from '../given-file.ts'

const read = (text: string) => readJson(givenFile(text, 'x.json'), {}, silent)

const column = (name: string, type: ColumnType, values: readonly Value[]) => {
  const builder = new ColumnBuilder(type)
  for (const value of values) builder.addValue(value)
  return builder.finish(name)
}

describe('writing JSON', () => {
  test('numbers keep their digits, blanks are null, what could not be converted is text', () => {
    const table = tableOf([
      column('nom "x"', 'text', ['Été', null, '']),
      column('montant', 'number', [new Decimal('42000.00'), new Decimal('-007.5'), new Unconverted('néant')]),
      column('versé', 'boolean', [true, false, null]),
      column('date', 'date', [new PlainDate('2020-12-31'), null, new Unconverted('hier')]),
    ])
    expect(new TextDecoder().decode(joined(jsonWriter.write(table, {})))).toBe(
      [
        '[',
        '{"nom \\"x\\"":"Été","montant":42000.00,"versé":true,"date":"2020-12-31"},',
        '{"nom \\"x\\"":null,"montant":-7.5,"versé":false,"date":null},',
        '{"nom \\"x\\"":"","montant":"néant","versé":null,"date":"hier"}',
        ']\n',
      ].join('\n'),
    )
  })

  test('a table without rows is an empty list', () => {
    expect(new TextDecoder().decode(joined(jsonWriter.write(tableFromRows(['a'], []), {})))).toBe('[\n]\n')
  })

  test('a table written and read again is the same table', async () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), async (rows) => {
        const names = ['a"\\', 'é\n']
        const bytes = joined(jsonWriter.write(tableFromRows(names, rows), {}))
        JSON.parse(new TextDecoder().decode(bytes))
        expect(shown((await read(new TextDecoder().decode(bytes))).table)).toEqual({ columns: names, rows })
      }),
    )
  })
})

describe('reading JSON', () => {
  test('one row an object, numbers as written, missing members blank', async () => {
    const { table } = await read('[{"a":"011","b":42000.00},{"b":1e3,"c":true},{"a":null,"c":""}]')
    expect(shown(table)).toEqual({
      columns: ['a', 'b', 'c'],
      rows: [
        ['011', '42000.00', null],
        [null, '1e3', 'true'],
        [null, null, ''],
      ],
    })
  })

  test('members that hold others are kept as their text and said', async () => {
    const result = await read('[{"a":{"x":1.50,"y":[1,"é"]}}]')
    expect(shown(result.table).rows).toEqual([['{"x":1.50,"y":[1,"é"]}']])
    expect(noteCodes(result)).toEqual(['nested-values'])
  })

  test('a broken file says where, another shape says so', async () => {
    await expect(read('[{"a":1},\n {"a":}]')).rejects.toMatchObject({
      code: 'json-broken',
      values: { line: 2, column: 7 },
    })
    await expect(read('[{"a":1}')).rejects.toMatchObject({ code: 'json-broken' })
    await expect(read('{"a":1}')).rejects.toMatchObject({ code: 'json-not-rows' })
    await expect(read('['.repeat(5000))).rejects.toMatchObject({ code: 'json-broken' })
  })

  test('what JSON.parse accepts is read, what it refuses is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(
            fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
            fc.jsonValue(),
          ),
        ),
        async (objects) => {
          const { table } = await read(JSON.stringify(objects, null, 1))
          expect(table.rowCount).toBe(objects.length)
        },
      ),
    )
    for (const text of [
      '[{"a":01}]',
      '[{"a":.5}]',
      "[{'a':1}]",
      '[{"a":1,}]',
      '[{"a":"\n"}]',
      '[{}] x',
      '[{"a" 1}]',
    ])
      await expect(read(text)).rejects.toMatchObject({ code: 'json-broken' })
  })
})
