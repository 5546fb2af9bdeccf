import { expect, test } from 'vitest'
import { toNumber } from '../../src/steps/to-number.ts'
import { columnTotal } from '../../src/table/decimal-sum.ts'
import { findColumn, tableFromRows, tableRows, textRows, type Table } from '../../src/table/table.ts'
import { Decimal, Unconverted } from '../../src/table/value.ts'
import { surroundings } from '../small-table.ts'

const column = (values: readonly (string | null)[]): Table =>
  tableFromRows(
    ['m', 'k'],
    values.map((value, i) => [value, i % 2 === 0 ? 'a' : 'b']),
  )
const values = (table: Table) => [...tableRows(table)].map(([value]) => value)
const run = (table: Table, params: Partial<Parameters<typeof toNumber.apply>[1]> = {}) =>
  Promise.resolve(toNumber.apply(table, { columns: ['m'], ...params }, surroundings()))

test('amounts become exact numbers, decimals as written, and blanks stay blank', async () => {
  const { table, outcome } = await run(column(['40 000,00', '42000.00', null, '1 k€', '']))
  expect(values(table)).toEqual([
    new Decimal('40000.00'),
    new Decimal('42000.00'),
    null,
    new Decimal('1000.00'),
    null,
  ])
  expect(findColumn(table, 'm')?.type).toBe('number')
  expect(columnTotal(findColumn(table, 'm')!)).toBe('83000.00')
  expect(outcome.changedCells).toBe(4)
  expect(outcome.failures).toEqual([])
})

test.each([
  [
    ['3 700', '12,50', '0'],
    ['3700.00', '12.50', '0.00'],
  ],
  [
    ['3', '12'],
    ['3', '12'],
  ],
  [
    ['45.2', '45.1885'],
    ['45.2', '45.1885'],
  ],
  [
    ['1,5', '2'],
    ['1.5', '2'],
  ],
])(
  'amounts with and without cents get two decimals, other numbers keep theirs: %j',
  async (cells, expected) => {
    const { table } = await run(column(cells))
    expect(textRows(table).map(([text]) => text)).toEqual(expected)
  },
)

test('what is no number keeps its text, is marked, and is counted', async () => {
  const { table, outcome } = await run(column(['1', 'n.c.', 'n.c.', '2,1456E+13']))
  expect(values(table)).toEqual([
    new Decimal('1'),
    new Unconverted('n.c.'),
    new Unconverted('n.c.'),
    new Unconverted('2,1456E+13'),
  ])
  expect(outcome.failures).toEqual([
    {
      code: 'unconverted',
      column: 'm',
      cells: 3,
      distinct: 2,
      values: [
        { text: 'n.c.', cells: 2 },
        { text: '2,1456E+13', cells: 1 },
      ],
    },
  ])
})

test('1.234 is read as the other values of its column are written, and the person is told', async () => {
  const comma = await run(column(['1.234', '12,50', '7']))
  expect(textRows(comma.table).map(([text]) => text)).toEqual(['1234.00', '12.50', '7.00'])
  expect(comma.outcome.remarks.map(({ fr }) => fr)).toEqual([
    '«\u00a0m\u00a0»\u00a0: 1\u00a0cellule comme «\u00a01.234\u00a0» peut se lire 1\u202f234 ou 1,234. ' +
      '1\u00a0autre cellule a une virgule devant les décimales\u00a0: «\u00a01.234\u00a0» devient 1\u202f234.',
  ])
  const point = await run(column(['1.234', '12.50']))
  expect(textRows(point.table).map(([text]) => text)).toEqual(['1.234', '12.50'])
})

test('1.234 keeps its text when nothing in the column settles what it is', async () => {
  for (const others of [['7'], ['12,50', '12.50']]) {
    const { table, outcome } = await run(column(['1.234', ...others]))
    expect(values(table)[0]).toEqual(new Unconverted('1.234'))
    expect(outcome.failures[0]?.cells).toBe(1)
    expect(outcome.remarks[0]?.en).toContain('the other values do not settle it')
  }
})

test('a mark that the person chose decides for the whole column', async () => {
  const { table } = await run(column(['1.234', '1,5', '1.5']), { decimal: 'comma' })
  expect(values(table)).toEqual([new Decimal('1234'), new Decimal('1.5'), new Unconverted('1.5')])
})

test('a code with a zero in front keeps its zero, and the person is told', async () => {
  const { table, outcome } = await run(column(['011', '12']))
  expect(values(table)).toEqual([new Unconverted('011'), new Decimal('12')])
  expect(outcome.remarks[0]?.fr).toContain('«\u00a0011\u00a0»')
})

test('units that were taken away are listed, with what they did', async () => {
  const { outcome } = await run(column(['1 €', '2 €', '3 k€', '4 %']))
  expect(outcome.remarks.map(({ fr }) => fr)).toEqual([
    'Ce qui était écrit à côté des nombres est retiré\u00a0: € (2\u00a0cellules), ' +
      'k€ (1\u00a0cellule, nombres multipliés par 1\u202f000) et % (1\u00a0cellule, nombres inchangés).',
  ])
})

test('only the chosen rows are converted, and the others are not taken for failures in silence', async () => {
  const { table, outcome } = await run(column(['1', '2', '3']), { where: { column: 'k', in: ['a'] } })
  expect(values(table)).toEqual([new Decimal('1'), new Unconverted('2'), new Decimal('3')])
  expect(outcome.changedCells).toBe(2)
  expect(outcome.remarks).toHaveLength(1)
})

test('numbers stay as they are, and a second conversion changes nothing', async () => {
  const once = await run(column(['1,50', 'x', null]))
  const twice = await run(once.table)
  expect(twice.outcome.changedCells).toBe(0)
  expect(values(twice.table)).toEqual(values(once.table))
})

test('the sentence names the columns and the rows', () => {
  expect(toNumber.sentence.fr({ columns: ['a', 'b', 'c', 'd'] })).toBe('Convertir 4\u00a0colonnes en nombre')
  expect(toNumber.sentence.en({ columns: ['a'], decimal: 'comma' })).toBe(
    'Convert “a” to number (decimals after a comma)',
  )
})
