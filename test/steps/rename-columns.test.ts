import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { renameColumns } from '../../src/steps/rename-columns.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'

const table = smallTable({ A: ['1', null], B: numbers('x', '2') })

describe('rename-columns', () => {
  it('gives columns other names and touches neither order nor cells', async () => {
    const { table: after, outcome } = await renameColumns.apply(
      table,
      { names: { B: 'Montant' } },
      surroundings(),
    )
    expect(shown(after)).toEqual({
      columns: ['A', 'Montant'],
      rows: [
        ['1', 'x'],
        [null, '2'],
      ],
    })
    expect(after.columns[1]).toEqual({ ...table.columns[1], name: 'Montant' })
    expect(outcome).toMatchObject({ changedCells: 0, addedColumns: ['Montant'], removedColumns: ['B'] })
  })

  it('lets two columns exchange their names', async () => {
    const names = { A: 'B', B: 'A' }
    const { table: after } = await renameColumns.apply(table, { names }, surroundings())
    expect(shown(after).columns).toEqual(['B', 'A'])
    expect(shown(after).rows[0]).toEqual(['1', 'x'])
    expect(renameColumns.columnsAfter({ names }, ['A', 'B', 'C'])).toEqual(['B', 'A', 'C'])
  })

  it('refuses a name that another column keeps, and one made of spaces', () => {
    expect(() => renameColumns.apply(table, { names: { A: 'B' } }, surroundings())).toThrow(
      'duplicate-column',
    )
    expect(() => renameColumns.apply(table, { names: { A: ' ' } }, surroundings())).toThrow(
      'blank-column-name',
    )
    expect(v.is(renameColumns.schema, { names: { A: '' } })).toBe(false)
    expect(v.is(renameColumns.schema, { names: {} })).toBe(false)
  })

  it('is not fooled by names that every object has', async () => {
    const odd = smallTable({ constructor: ['1'], toString: ['2'] })
    const { table: after } = await renameColumns.apply(odd, { names: { A: 'B' } }, surroundings())
    expect(shown(after).columns).toEqual(['constructor', 'toString'])
  })

  it('goes on without a missing column and follows renamed ones', () => {
    const params = { names: { A: 'x', B: 'y' } }
    expect(renameColumns.reads(params)).toEqual(['A', 'B'])
    expect(renameColumns.without(params, 'A')).toEqual({ names: { B: 'y' } })
    expect(renameColumns.without({ names: { A: 'x' } }, 'A')).toBeNull()
    expect(renameColumns.renamed(params, (name) => `${name}2`)).toEqual({ names: { A2: 'x', B2: 'y' } })
  })

  it('says what it does in both languages', () => {
    const one = { names: { A: 'Montant' } }
    expect(renameColumns.sentence.fr(one)).toBe('Renommer «\u00a0A\u00a0» en «\u00a0Montant\u00a0»')
    expect(renameColumns.sentence.en(one)).toBe('Rename “A” to “Montant”')
    const four = { names: { A: 'a', B: 'b', C: 'c', D: 'd' } }
    expect(renameColumns.sentence.fr(four)).toBe('Renommer 4\u00a0colonnes')
    expect(renameColumns.sentence.en(four)).toBe('Rename 4\u00a0columns')
  })
})
