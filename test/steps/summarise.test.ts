import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { summarise } from '../../src/steps/summarise.ts'
import { columnTotal } from '../../src/table/decimal-sum.ts'
import { columnNamed, textRows, type Table } from '../../src/table/table.ts'
import { dates, numbers, shown, smallTable, surroundings } from '../small-table.ts'

async function apply(table: Table, params: unknown) {
  const valid = v.parse(summarise.schema, params)
  const result = await summarise.apply(table, valid, surroundings())
  const names = table.columns.map(({ name }) => name)
  expect(result.table.columns.map(({ name }) => name)).toEqual(summarise.columnsAfter(valid, names))
  return result
}

const grants = () =>
  smallTable({
    Service: ['Sport', 'Culture', 'Sport', null, 'Sport'],
    Montant: numbers('0.10', '5', '0.2', '7', 'néant'),
    Objet: ['judo', 'danse', 'judo', 'divers', 'foot'],
  })

it('the name that it proposes for the count is in the language of the person, who would publish it', () => {
  const named = (language: 'fr' | 'en') => summarise.initial([], [], language).summaries
  expect(named('fr')).toEqual([{ how: 'count', name: 'nombre de lignes' }])
  expect(named('en')).toEqual([{ how: 'count', name: 'number of rows' }])
})

describe('summarise', () => {
  it('makes one row for each value, in the order of the table, with exact totals and counts', async () => {
    const { table, outcome } = await apply(grants(), {
      by: ['Service'],
      summaries: [
        { how: 'sum', of: 'Montant', name: 'Total' },
        { how: 'count', name: 'Lignes' },
        { how: 'distinct', of: 'Objet', name: 'Objets' },
        { how: 'list', of: 'Objet', name: 'Liste' },
        { how: 'first', of: 'Objet', name: 'Premier' },
      ],
    })
    expect(shown(table)).toEqual({
      columns: ['Service', 'Total', 'Lignes', 'Objets', 'Liste', 'Premier'],
      rows: [
        ['Sport', '0.30', '3', '2', 'judo; foot', 'judo'],
        ['Culture', '5.00', '1', '1', 'danse', 'danse'],
        [null, '7.00', '1', '1', 'divers', 'divers'],
      ],
    })
    expect(outcome).toMatchObject({
      rowsBefore: 5,
      rowsAfter: 3,
      totals: [{ column: 'Total', before: '12.30', after: '12.30' }],
      failures: [{ code: 'not-counted', column: 'Montant', cells: 1, values: [{ text: 'néant', cells: 1 }] }],
    })
    expect(outcome.remarks.map(({ fr }) => fr)).toEqual([
      '1\u00a0ligne sans valeur dans «\u00a0Service\u00a0»\u00a0: elle est réunie à part.',
    ])
  })

  it('reads amounts that are still text as « Convertir en nombre » does, and never drops one in silence', async () => {
    const table = smallTable({ S: ['a', 'a', 'a', 'b'], M: ['1 200,50 €', '3', 'n.c.', null] })
    const { table: after, outcome } = await apply(table, {
      by: ['S'],
      summaries: [{ how: 'sum', of: 'M', name: 'Total' }],
    })
    expect(textRows(after)).toEqual([
      ['a', '1203.50'],
      ['b', null],
    ])
    expect(outcome.failures).toMatchObject([{ code: 'not-counted', cells: 1, values: [{ text: 'n.c.' }] }])
  })

  it('finds smallest, largest and mean of numbers, and first and last days', async () => {
    const table = smallTable({
      S: ['a', 'a', 'a', 'b'],
      N: numbers('10', '9.5', '-1', null),
      D: dates('2021-01-10', '2020-12-31', null, null),
    })
    const { table: after } = await apply(table, {
      by: ['S'],
      summaries: [
        { how: 'min', of: 'N', name: 'min' },
        { how: 'max', of: 'N', name: 'max' },
        { how: 'average', of: 'N', name: 'moyenne' },
        { how: 'min', of: 'D', name: 'du' },
        { how: 'max', of: 'D', name: 'au' },
      ],
    })
    expect(textRows(after)).toEqual([
      ['a', '-1', '10', '6.167', '2020-12-31', '2021-01-10'],
      ['b', null, null, null, null, null],
    ])
    expect(after.columns.map(({ type }) => type)).toEqual([
      'text',
      'number',
      'number',
      'number',
      'date',
      'date',
    ])
  })

  it('keeps a value that a group agrees on, and says where it has several', async () => {
    const table = smallTable({ S: ['a', 'a', 'b', 'b'], Siret: ['1', null, '1', '2'] })
    const only = { how: 'only', of: 'Siret', name: 'Siret' }
    const said = await apply(table, { by: ['S'], summaries: [{ ...only, several: 'plusieurs valeurs' }] })
    expect(textRows(said.table)).toEqual([
      ['a', '1'],
      ['b', 'plusieurs valeurs'],
    ])
    expect(said.outcome.remarks.map(({ fr }) => fr)).toEqual([
      '«\u00a0Siret\u00a0»\u00a0: 1\u00a0ligne réunit plusieurs valeurs\u00a0; il y est écrit «\u00a0plusieurs valeurs\u00a0».',
    ])
    const blank = await apply(table, { by: ['S'], summaries: [only] })
    expect(textRows(blank.table)[1]).toEqual(['b', null])
  })

  it('rounds a mean half away from zero, below zero too', async () => {
    const table = smallTable({ S: ['a', 'a', 'a', 'b', 'b'], N: numbers('-1', '-1', '0', '0', '0.01') })
    const { table: after } = await apply(table, {
      by: ['S'],
      summaries: [{ how: 'average', of: 'N', name: 'm' }],
    })
    expect(textRows(after)).toEqual([
      ['a', '-0.6667'],
      ['b', '0.0050'],
    ])
  })

  it('goes on with the columns that are left, and not without any', () => {
    const params = v.parse(summarise.schema, {
      by: ['A', 'B'],
      summaries: [
        { how: 'sum', of: 'M', name: 'Total' },
        { how: 'count', name: 'n' },
      ],
    })
    expect(summarise.reads(params)).toEqual(['A', 'B', 'M'])
    expect(summarise.without(params, 'A')).toMatchObject({ by: ['B'] })
    expect(summarise.without(params, 'M')).toMatchObject({ summaries: [{ how: 'count', name: 'n' }] })
    expect(summarise.without({ ...params, by: ['A'] }, 'A')).toBeNull()
    expect(summarise.without({ ...params, summaries: [params.summaries[0]!] }, 'M')).toBeNull()
    expect(summarise.renamed(params, (name) => name.toLowerCase())).toMatchObject({
      by: ['a', 'b'],
      summaries: [{ of: 'm', name: 'Total' }, { name: 'n' }],
    })
  })

  it('refuses two columns of one name', () => {
    const count = { how: 'count', name: 'A' }
    expect(v.safeParse(summarise.schema, { by: ['A'], summaries: [count] }).success).toBe(false)
    expect(v.safeParse(summarise.schema, { by: ['B'], summaries: [count, count] }).success).toBe(false)
    expect(v.safeParse(summarise.schema, { by: ['B'], summaries: [] }).success).toBe(false)
  })

  it('says in both languages what it makes', () => {
    const params = {
      by: ['Service', 'Année'],
      summaries: [{ how: 'sum' as const, of: 'M', name: 'Total' }],
    }
    expect(summarise.sentence.fr(params)).toBe(
      'Faire une ligne par «\u00a0Service\u00a0» et «\u00a0Année\u00a0» avec «\u00a0Total\u00a0»',
    )
    expect(summarise.sentence.en(params)).toBe('Make one row for each “Service” and “Année” with “Total”')
  })

  it('keeps the sum to the last digit and counts every row once', async () => {
    const amount = fc.oneof(
      fc.constantFrom(null, 'x'),
      fc.integer({ min: -99999, max: 99999 }).map((cents) => (cents / 100).toFixed(2)),
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
    )
    const row = fc.tuple(fc.constantFrom('a', 'b', null), fc.constantFrom('1', '01'), amount)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 50 }), async (rows) => {
        const table = smallTable({
          A: rows.map(([a]) => a),
          B: rows.map(([, b]) => b),
          N: numbers(...rows.map(([, , n]) => n)),
        })
        const { table: after, outcome } = await apply(table, {
          by: ['A', 'B'],
          summaries: [
            { how: 'sum', of: 'N', name: 'Total' },
            { how: 'count', name: 'n' },
            { how: 'min', of: 'N', name: 'min' },
            { how: 'max', of: 'N', name: 'max' },
          ],
        })
        for (const { before, after: now } of outcome.totals) expect(now).toBe(before)
        expect(columnTotal(columnNamed(after, 'n'))).toBe(String(rows.length))
        for (const [a, b, , , min, max] of textRows(after)) {
          const own = rows
            .filter((each) => each[0] === a && each[1] === b && each[2] !== null && each[2] !== 'x')
            .map((each) => Number(each[2]))
          expect(min === null).toBe(own.length === 0)
          if (own.length === 0) continue
          expect(Number(min)).toBe(Math.min(...own))
          expect(Number(max)).toBe(Math.max(...own))
        }
      }),
      { numRuns: 60 },
    )
  })
})
