import fc from 'fast-check'
import { ColumnBuilder, type Column } from '../../../src/table/column.ts'
import { tableOf, type Table } from '../../../src/table/table.ts'
import { Decimal, PlainDate, Unconverted, type ColumnType, type Value } from '../../../src/table/value.ts'

/** Texts that writers and readers of spreadsheets get wrong. */
const HOSTILE = [
  '=1+1',
  '+33',
  '-5',
  '@SUM(A1)',
  '011',
  '0',
  '1e5',
  '12345678901234567890',
  '0.30000000000000004',
  ' ',
  '  deux  espaces ',
  '\ttab\t',
  'a\nb',
  '\n',
  'a\r\nb',
  '\r',
  '"',
  "'",
  "'quoted",
  '<b>&amp;</b>',
  '&#65;',
  ']]>',
  '_x0041_',
  '_x000D_',
  '_x005F_x0041_',
  '_x',
  '😀',
  'é',
  'e\u0301',
  '\u00a0',
  '\u202f',
  'true',
  'FALSE',
  '#N/A',
  '2020-01-31',
  '31/01/2020',
  '\ufeff',
  '%',
  '1 234,50 €',
]

/** Characters that XML cannot hold. */
export const UNWRITABLE = ['\0', 'a\u0001b', '\u000b', '\u001f', '\ufffe', '\uffff']

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 20n), fc.integer({ min: 0, max: 6 }))
  .map(([negative, units, decimals]) => {
    const digits = units.toString().padStart(decimals + 1, '0')
    const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
    return new Decimal((negative ? '-' : '') + text)
  })

const day = fc
  .tuple(
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    fc.constantFrom('2020-01-31'.length, '2020-01-31T10:00:00'.length),
  )
  .map(([date, length]) => new PlainDate(date.toISOString().slice(0, length)))

function valueOf(type: ColumnType, text: fc.Arbitrary<string>): fc.Arbitrary<Value> {
  const own: fc.Arbitrary<Value> =
    type === 'text' ? text : type === 'number' ? decimal : type === 'date' ? day : fc.boolean()
  const weighted = [
    { weight: 6, arbitrary: own },
    { weight: 1, arbitrary: fc.constant(null) },
  ]
  if (type !== 'text') weighted.push({ weight: 1, arbitrary: text.map((value) => new Unconverted(value)) })
  return fc.oneof(...weighted)
}

/** Tables of every type with hostile cells and names; the last row is never blank. */
export function hostileTable(more: readonly string[]): fc.Arbitrary<Table> {
  const text = fc
    .oneof(fc.constantFrom(...HOSTILE, ...more), fc.string({ unit: 'grapheme', maxLength: 12 }))
    .filter((value) => value !== '' && (more.length > 0 || !UNWRITTEN.test(value)))
    .map((value) => value.normalize())
  const column = fc.record({
    name: text.filter((name) => name.trim() !== ''),
    type: fc.constantFrom<ColumnType>('text', 'number', 'date', 'boolean'),
  })
  return fc
    .uniqueArray(column, { selector: ({ name }) => name, minLength: 1, maxLength: 6 })
    .chain((columns) =>
      fc.array(fc.tuple(...columns.map(({ type }) => valueOf(type, text))), { maxLength: 12 }).map((rows) => {
        while (rows.length > 0 && rows[rows.length - 1]!.every((value) => value === null)) rows.pop()
        return tableOf(
          columns.map(({ name, type }, at): Column => {
            const builder = new ColumnBuilder(type)
            for (const row of rows) builder.addValue(row[at]!)
            return builder.finish(name)
          }),
          rows.length,
        )
      }),
    )
}

const UNWRITTEN = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]')
