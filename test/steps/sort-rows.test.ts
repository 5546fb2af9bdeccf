import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { sortRows } from '../../src/steps/sort-rows.ts'
import { textRows, type Table } from '../../src/table/table.ts'
import { dates, numbers, smallTable, surroundings } from '../small-table.ts'

const apply = (table: Table, keys: unknown) =>
  Promise.resolve(sortRows.apply(table, v.parse(sortRows.schema, { keys }), surroundings()))

const firstColumn = async (table: Table, keys: unknown) =>
  textRows((await apply(table, keys)).table).map(([cell]) => cell)

describe('sort-rows', () => {
  it('puts texts in the order of a French dictionary, blanks last whichever way, and says how many', async () => {
    const table = smallTable({ Nom: ['zèbre', 'Été', null, 'œuf', 'ete', 'ocre', 'Abc'] })
    expect(await firstColumn(table, [{ column: 'Nom' }])).toEqual([
      'Abc',
      'ete',
      'Été',
      'ocre',
      'œuf',
      'zèbre',
      null,
    ])
    const { table: after, outcome, origins } = await apply(table, [{ column: 'Nom', descending: true }])
    expect(textRows(after).map(([cell]) => cell)).toEqual(['zèbre', 'œuf', 'ocre', 'Été', 'ete', 'Abc', null])
    expect([...origins!]).toEqual([0, 3, 5, 1, 4, 6, 2])
    expect(outcome.remarks.map(({ fr }) => fr)).toEqual([
      '«\u00a0Nom\u00a0»\u00a0: 1\u00a0case vide va à la fin.',
    ])
    expect(outcome).toMatchObject({ rowsBefore: 7, rowsAfter: 7, changedCells: 0 })
  })

  it('counts the numbers within texts by value when asked to, and never in a recipe that does not ask', async () => {
    const table = smallTable({ Lot: ['Lot 10', 'Lot 2', 'Lot 01', null] })
    expect(await firstColumn(table, [{ column: 'Lot', as: 'natural' }])).toEqual([
      'Lot 01',
      'Lot 2',
      'Lot 10',
      null,
    ])
    expect(await firstColumn(table, [{ column: 'Lot' }])).toEqual(['Lot 01', 'Lot 10', 'Lot 2', null])
    const said = (as?: 'natural') =>
      sortRows.sentence.fr({ keys: [{ column: 'Lot', ...(as ? { as } : {}) }] })
    expect(said('natural')).not.toBe(said())
  })

  it('sorts amounts that are still text as numbers on demand, leaves their text alone and says which are none', async () => {
    const table = smallTable({ M: ['1 200,50', '9', 'néant', '80,5', null] })
    expect(await firstColumn(table, [{ column: 'M' }])).toEqual(['1 200,50', '80,5', '9', 'néant', null])
    const { table: after, outcome } = await apply(table, [{ column: 'M', as: 'number', descending: true }])
    expect(textRows(after).map(([cell]) => cell)).toEqual(['1 200,50', '80,5', '9', 'néant', null])
    expect(await firstColumn(table, [{ column: 'M', as: 'number' }])).toEqual([
      '9',
      '80,5',
      '1 200,50',
      'néant',
      null,
    ])
    expect(outcome.failures).toMatchObject([
      { code: 'not-counted', column: 'M', cells: 1, values: [{ text: 'néant', cells: 1 }] },
    ])
  })

  it('settles ties by the next column and then by the order in which rows were', async () => {
    const table = smallTable({
      Service: ['b', 'a', 'b', 'a', 'b'],
      Jour: dates('2021-02-01', '2021-01-01', '2020-12-31', '2021-01-01', '2021-02-01'),
      Rang: ['0', '1', '2', '3', '4'],
    })
    const { table: after } = await apply(table, [{ column: 'Service' }, { column: 'Jour', descending: true }])
    expect(textRows(after).map((row) => row[2])).toEqual(['1', '3', '0', '4', '2'])
  })

  it('says that nothing moved when the order was right already, and gives the same table', async () => {
    const table = smallTable({ N: numbers('1', '2', '2.0', '10') })
    const { table: after, outcome, origins } = await apply(table, [{ column: 'N' }])
    expect(after).toBe(table)
    expect(origins).toBeUndefined()
    expect(outcome.remarks[0]!.fr).toBe('Les lignes étaient déjà dans cet ordre.')
  })

  it('goes on without a column that is missing as long as one is left, and follows renamed ones', () => {
    const params = v.parse(sortRows.schema, {
      keys: [{ column: 'A' }, { column: 'B', descending: true }],
    })
    expect(sortRows.reads(params)).toEqual(['A', 'B'])
    expect(sortRows.without(params, 'A')).toEqual({ keys: [{ column: 'B', descending: true }] })
    expect(sortRows.without({ keys: [{ column: 'A' }] }, 'A')).toBeNull()
    expect(sortRows.renamed(params, (name) => `${name}2`).keys[0]).toEqual({ column: 'A2' })
    expect(v.safeParse(sortRows.schema, { keys: [{ column: 'A' }, { column: 'A' }] }).success).toBe(false)
  })

  it('says in both languages what it sorts by', () => {
    const keys = [
      { column: 'Montant', as: 'number' as const, descending: true },
      { column: 'Nom', as: 'natural' as const },
    ]
    expect(sortRows.sentence.fr({ keys })).toBe(
      'Trier les lignes par «\u00a0Montant\u00a0» (du plus grand nombre au plus petit), puis «\u00a0Nom\u00a0» (ordre croissant)',
    )
    expect(sortRows.sentence.en({ keys })).toBe(
      'Sort the rows by “Montant” (largest number first), then “Nom” (ascending)',
    )
  })

  it('keeps every row once, and changes nothing when done again', async () => {
    const cell = fc.constantFrom('a', 'É', 'e', '10', '9,5', null)
    const keys = fc.uniqueArray(
      fc.record({
        column: fc.constantFrom('A', 'B'),
        descending: fc.boolean(),
        as: fc.constantFrom(undefined, 'number'),
      }),
      { selector: ({ column }) => column, minLength: 1 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }),
        keys,
        async (rows, by) => {
          const table = smallTable({
            A: rows.map(([a]) => a),
            B: rows.map(([, b]) => b),
            Rang: rows.map((_, row) => String(row)),
          })
          const once = (await apply(table, by)).table
          const places = textRows(once).map((row) => Number(row[2]))
          expect(places.toSorted((a, b) => a - b)).toEqual(rows.map((_, row) => row))
          for (const [at, place] of places.entries())
            expect(textRows(once)[at]!.slice(0, 2)).toEqual([...rows[place]!])
          expect((await apply(once, by)).table).toBe(once)
        },
      ),
      { numRuns: 60 },
    )
  })
})
