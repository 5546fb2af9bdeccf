import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { appendRows } from '../../src/steps/append-rows.ts'
import { columnTotal } from '../../src/table/decimal-sum.ts'
import { columnNamed, textRows, type Table } from '../../src/table/table.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'

async function apply(table: Table, other: Table, params: object = {}) {
  const valid = v.parse(appendRows.schema, { reference: { sheet: '2022' }, ...params })
  const result = await appendRows.apply(table, valid, surroundings({ '2022': other }))
  const known = appendRows.columnsAfter(
    valid,
    table.columns.map(({ name }) => name),
  )
  expect(result.table.columns.map(({ name }) => name).slice(0, known.length)).toEqual(known)
  return result
}

describe('append-rows', () => {
  it('puts rows of the same columns below, whatever their order and spelling, and says where each comes from', async () => {
    const { table, outcome } = await apply(
      smallTable({ Nom: ['a'], 'Montant voté': ['1'] }),
      smallTable({ montant_vote: ['2'], Nom: ['b'] }),
      { origin: 'année', here: '2023' },
    )
    expect(shown(table)).toEqual({
      columns: ['Nom', 'Montant voté', 'année'],
      rows: [
        ['a', '1', '2023'],
        ['b', '2', '2022'],
      ],
    })
    expect(outcome).toMatchObject({ rowsBefore: 1, rowsAfter: 2, addedColumns: ['année'], failures: [] })
    expect(outcome.remarks.map(({ fr }) => fr)).toEqual([
      'Colonnes rapprochées malgré leur nom\u00a0: montant_vote → Montant voté.',
    ])
  })

  it('adds the columns that only the other sheet has, or leaves them, and says so and which it lacks', async () => {
    const own = smallTable({ Nom: ['a'], Ville: ['x'] })
    const other = smallTable({ Nom: ['b'], Objet: ['judo'] })
    const added = await apply(own, other)
    expect(shown(added.table)).toEqual({
      columns: ['Nom', 'Ville', 'Objet'],
      rows: [
        ['a', 'x', null],
        ['b', null, 'judo'],
      ],
    })
    expect(added.outcome.remarks.map(({ fr }) => fr)).toEqual([
      'La feuille «\u00a02022\u00a0» n’a pas «\u00a0Ville\u00a0»\u00a0: vide dans les lignes ajoutées.',
      'La feuille «\u00a02022\u00a0» est seule à avoir «\u00a0Objet\u00a0»\u00a0: ajoutée.',
    ])
    const left = await apply(own, other, { extras: 'leave' })
    expect(shown(left.table).columns).toEqual(['Nom', 'Ville'])
    expect(left.outcome.remarks.at(-1)!.fr).toMatch(/laissée\.$/)
  })

  it('puts a column where the person says, and never twice', async () => {
    const { table } = await apply(
      smallTable({ Nom: ['a'], Montant: ['1'] }),
      smallTable({ Nom: ['b'], Crédit: ['2'] }),
      { take: { Crédit: 'Montant' } },
    )
    expect(shown(table)).toEqual({
      columns: ['Nom', 'Montant'],
      rows: [
        ['a', '1'],
        ['b', '2'],
      ],
    })
  })

  it('reads texts as numbers for a column of numbers, and keeps and lists those that are none', async () => {
    const { table, outcome } = await apply(
      smallTable({ M: numbers('1.50') }),
      smallTable({ M: ['1 200,50', 'n.c.', 'n.c.', null] }),
    )
    expect(textRows(table)).toEqual([['1.50'], ['1200.50'], ['n.c.'], ['n.c.'], [null]])
    expect(columnTotal(columnNamed(table, 'M'))).toBe('1202.00')
    expect(outcome.failures).toMatchObject([
      { code: 'unconverted', column: 'M', cells: 2, values: [{ text: 'n.c.', cells: 2 }] },
    ])
  })

  it('fills a column of origins that is there already, for a third year', async () => {
    const { table } = await apply(
      smallTable({ Nom: ['a', 'b'], année: ['2024', '2023'] }),
      smallTable({ Nom: ['c'] }),
      { origin: 'année', here: 'ici', there: 'an 22' },
    )
    expect(textRows(table)).toEqual([
      ['a', '2024'],
      ['b', '2023'],
      ['c', 'an 22'],
    ])
  })

  it('says in both languages what it does', () => {
    const params = { reference: { sheet: '2022' } }
    expect(appendRows.sentence.fr(params)).toBe('Ajouter les lignes de la feuille «\u00a02022\u00a0»')
    expect(appendRows.sentence.en(params)).toBe('Add the rows of the sheet “2022”')
    expect(appendRows.sheets(params)).toEqual(['2022'])
  })

  it('loses no cell of either sheet and keeps their order', async () => {
    const cell = fc.constantFrom('a', '011', '', null)
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(rows, rows, async (own, other) => {
        const table = smallTable({ A: own.map(([a]) => a), B: own.map(([, b]) => b) })
        const added = smallTable({ B: other.map(([, b]) => b), A: other.map(([a]) => a) })
        expect(textRows((await apply(table, added)).table)).toEqual([...own, ...other])
      }),
    )
  })
})
