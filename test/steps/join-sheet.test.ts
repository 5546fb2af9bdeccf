import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { joinSheet } from '../../src/steps/join-sheet.ts'
import { textRows, type Table } from '../../src/table/table.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'

async function apply(table: Table, other: Table, params: object) {
  const valid = v.parse(joinSheet.schema, { reference: { sheet: 'Autre' }, ...params })
  const result = await joinSheet.apply(table, valid, surroundings({ Autre: other }))
  const names = table.columns.map(({ name }) => name)
  expect(result.table.columns.map(({ name }) => name)).toEqual(joinSheet.columnsAfter(valid, names))
  return result
}

const grants = () =>
  smallTable({ Nom: ['Judo', 'Danse', null, 'Foot ', 'Judo'], Montant: numbers('10', '20', '5', '7', '1') })
const clubs = () =>
  smallTable({ club: ['Judo', 'Foot', 'Échecs'], siret: ['011', '11', null], ville: ['A', 'B', 'C'] })

const byName = { keys: { Nom: 'club' } }

describe('join-sheet', () => {
  it('brings columns of the row found there, keeps every row, and says who found nothing on either side', async () => {
    const table = grants()
    const {
      table: after,
      outcome,
      origins,
    } = await apply(table, clubs(), {
      ...byName,
      take: { siret: 'SIRET' },
    })
    expect(shown(after)).toEqual({
      columns: ['Nom', 'Montant', 'SIRET'],
      rows: [
        ['Judo', '10', '011'],
        ['Danse', '20', null],
        [null, '5', null],
        ['Foot ', '7', '11'],
        ['Judo', '1', '011'],
      ],
    })
    expect(origins).toBeUndefined()
    // The columns that were there are the same objects: not a byte of them can differ.
    expect(after.columns.slice(0, 2)).toEqual(table.columns)
    expect(after.columns[0]).toBe(table.columns[0])
    expect(outcome.failures).toEqual([
      { code: 'no-match', column: 'Nom', cells: 1, distinct: 1, values: [{ text: 'Danse', cells: 1 }] },
    ])
    expect(outcome.remarks.map(({ fr }) => fr)).toEqual([
      '3\u00a0lignes sur 5 sont dans la feuille «\u00a0Autre\u00a0».',
      '1\u00a0ligne n’a rien dans «\u00a0Nom\u00a0»\u00a0: gardée, sans rien chercher.',
      '1\u00a0ligne de la feuille «\u00a0Autre\u00a0» ne correspond à aucune d’ici\u00a0: Échecs',
    ])
  })

  it('keeps only the rows that are there, or only those that are not', async () => {
    const there = await apply(grants(), clubs(), { ...byName, keep: 'matched' })
    expect(textRows(there.table).map(([name]) => name)).toEqual(['Judo', 'Foot ', 'Judo'])
    expect([...there.origins!]).toEqual([0, 3, 4])
    expect(there.outcome.failures).toMatchObject([{ code: 'no-match', values: [{ text: 'Danse' }] }])
    const missing = await apply(grants(), clubs(), { ...byName, keep: 'unmatched', take: { siret: 'SIRET' } })
    expect(shown(missing.table)).toEqual({
      columns: ['Nom', 'Montant'],
      rows: [
        ['Danse', '20'],
        [null, '5'],
      ],
    })
    expect(missing.outcome.failures).toEqual([])
  })

  it('refuses a row that finds several different ones, unless told to take the first or one row for each', async () => {
    const twice = smallTable({ club: ['Judo', 'Judo', 'Danse', 'Danse'], ville: ['A', 'B', 'C', 'C'] })
    const params = { ...byName, take: { ville: 'Ville' } }
    await expect(apply(grants(), twice, params)).rejects.toMatchObject({
      code: 'several-matches',
      values: { sheet: 'Autre', rows: 2, examples: ['Judo'] },
    })
    const first = await apply(grants(), twice, { ...params, several: 'first' })
    expect(textRows(first.table).map((row) => row[2])).toEqual(['A', 'C', null, null, 'A'])
    expect(first.outcome.failures).toMatchObject([
      { code: 'no-match', cells: 1 },
      { code: 'ambiguous', column: 'Nom', cells: 2, values: [{ text: 'Judo', cells: 2 }] },
    ])
    const each = await apply(grants(), twice, { ...params, several: 'each' })
    expect(textRows(each.table).map((row) => [row[0], row[2]])).toEqual([
      ['Judo', 'A'],
      ['Judo', 'B'],
      ['Danse', 'C'],
      ['Danse', 'C'],
      [null, null],
      ['Foot ', null],
      ['Judo', 'A'],
      ['Judo', 'B'],
    ])
    expect(each.outcome.remarks.at(-1)!.fr).toBe(
      'Des lignes sont répétées\u00a0: le total de «\u00a0Montant\u00a0» passe de 43 à 74.',
    )
  })

  it('does not refuse several rows that say the same, nor when no column is taken', async () => {
    const twice = smallTable({ club: ['Judo', 'Judo'], ville: ['A', 'A'] })
    const taken = await apply(grants(), twice, { ...byName, take: { ville: 'Ville' } })
    expect(taken.table.rowCount).toBe(5)
    const differing = smallTable({ club: ['Judo', 'Judo'], ville: ['A', 'B'] })
    const kept = await apply(grants(), differing, { ...byName, keep: 'matched' })
    expect(kept.table.rowCount).toBe(2)
  })

  it('takes 011 and 11 for two codes, 2.50 and 2.5 for one amount, and case aside only on demand', async () => {
    const codes = smallTable({ c: ['011', '11'] })
    const other = smallTable({ c: ['11'], l: ['onze'] })
    const found = await apply(codes, other, { keys: { c: 'c' }, take: { l: 'l' } })
    expect(textRows(found.table).map(([, label]) => label)).toEqual([null, 'onze'])
    const amounts = smallTable({ n: numbers('2.50', '3') })
    const prices = smallTable({ n: ['2.5', '03'], l: ['a', 'b'] })
    const same = await apply(amounts, prices, { keys: { n: 'n' }, take: { l: 'l' } })
    expect(textRows(same.table).map(([, label]) => label)).toEqual(['a', null])
    const names = smallTable({ n: ['ÉCHECS', 'judo'] })
    const exact = await apply(names, clubs(), { keys: { n: 'club' }, keep: 'matched' })
    expect(exact.table.rowCount).toBe(0)
    const alike = await apply(names, clubs(), { keys: { n: 'club' }, keep: 'matched', alike: true })
    expect(alike.table.rowCount).toBe(2)
  })

  it('compares several columns at once, none of which may be empty', async () => {
    const table = smallTable({ a: ['x', 'x', 'y', 'x'], b: ['1', '2', '1', null] })
    const other = smallTable({ p: ['x', 'y', 'x'], q: ['1', '2', null], r: ['oui', 'non', 'vide'] })
    const { table: after, outcome } = await apply(table, other, {
      keys: { a: 'p', b: 'q' },
      take: { r: 'r' },
    })
    expect(textRows(after).map((row) => row[2])).toEqual(['oui', null, null, null])
    expect(outcome.failures).toEqual([
      {
        code: 'no-match',
        column: 'a + b',
        cells: 2,
        distinct: 2,
        values: [
          { text: 'x · 2', cells: 1 },
          { text: 'y · 1', cells: 1 },
        ],
      },
    ])
  })

  it('makes no sense without one of the columns that are compared', () => {
    const params = v.parse(joinSheet.schema, {
      reference: { sheet: 'Autre' },
      keys: { a: 'p', b: 'q' },
      keep: 'unmatched',
    })
    expect(joinSheet.reads(params)).toEqual(['a', 'b'])
    expect(joinSheet.without(params, 'a')).toBeNull()
    expect(joinSheet.renamed(params, (name) => name.toUpperCase())).toMatchObject({
      keys: { A: 'p', B: 'q' },
    })
    expect(joinSheet.sheets(params)).toEqual(['Autre'])
    expect(v.safeParse(joinSheet.schema, { reference: { sheet: 'A' }, keys: { a: 'p' } }).success).toBe(false)
  })

  it('says in both languages what it does', () => {
    const base = { reference: { sheet: 'Subventions 2023' }, keys: { SIRET: 'siret' } }
    expect(joinSheet.sentence.fr({ ...base, keep: 'unmatched' })).toBe(
      'Garder les lignes qui ne sont pas dans la feuille «\u00a0Subventions 2023\u00a0», d’après «\u00a0SIRET\u00a0»',
    )
    expect(joinSheet.sentence.en({ ...base, take: { ville: 'Ville' } })).toBe(
      'Take “Ville” from the sheet “Subventions 2023”, by “SIRET”',
    )
  })

  it('gives every row that is to be kept, as often as it matches, beside a row with the same values', async () => {
    const key = fc.constantFrom('a', 'b', 'c', '', null)
    const sheets = fc.tuple(fc.array(key, { minLength: 1, maxLength: 15 }), fc.array(key, { maxLength: 15 }))
    await fc.assert(
      fc.asyncProperty(sheets, async ([own, others]) => {
        const table = smallTable({ k: own, place: own.map((_, row) => String(row)) })
        const other = smallTable({ k: others, n: others.map((_, row) => String(row)) })
        const matches = own.map((each) => others.filter((one) => one === each && one !== null && one !== ''))
        const params = { keys: { k: 'k' }, take: { n: 'n' }, several: 'each' }
        const all = await apply(table, other, params)
        expect(all.table.rowCount).toBe(matches.reduce((sum, { length }) => sum + Math.max(1, length), 0))
        for (const [k, place, n] of textRows(all.table)) {
          expect(own[Number(place)] ?? null).toBe(k)
          if (n !== null) expect(others[Number(n)]).toBe(k)
        }
        const kept = await apply(table, other, { ...params, keep: 'matched' })
        expect(kept.table.rowCount).toBe(matches.reduce((sum, { length }) => sum + length, 0))
        const first = await apply(table, other, { ...params, several: 'first' })
        expect(textRows(first.table).map(([, place]) => place)).toEqual(own.map((_, row) => String(row)))
        const left = await apply(table, other, { keys: { k: 'k' }, keep: 'unmatched' })
        const right = await apply(table, other, { keys: { k: 'k' }, keep: 'matched' })
        expect(left.table.rowCount + right.table.rowCount).toBe(own.length)
      }),
      { numRuns: 80 },
    )
  })
})
