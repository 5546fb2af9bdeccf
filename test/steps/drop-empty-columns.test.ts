import { describe, expect, it } from 'vitest'
import { dropEmptyColumns } from '../../src/steps/drop-empty-columns.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'

describe('drop-empty-columns', () => {
  const table = smallTable({
    Nom: ['a', null],
    Blanc: [null, null],
    Texte: ['', null],
    Zéro: numbers('0', null),
    Raté: numbers('néant', null),
  })

  it('drops the columns in which nothing stands, and keeps zeros and cells that were not converted', async () => {
    const { table: after, outcome } = await dropEmptyColumns.apply(table, {}, surroundings())
    expect(shown(after).columns).toEqual(['Nom', 'Zéro', 'Raté'])
    expect(outcome).toMatchObject({ removedColumns: ['Blanc', 'Texte'], remarks: [] })
  })

  it('looks only at the named columns, and says which of them it kept', async () => {
    const { table: after, outcome } = await dropEmptyColumns.apply(
      table,
      { columns: ['Nom', 'Blanc'] },
      surroundings(),
    )
    expect(shown(after).columns).toEqual(['Nom', 'Texte', 'Zéro', 'Raté'])
    expect(outcome.failures).toEqual([
      { code: 'not-empty', column: 'Nom', cells: 1, distinct: 1, values: [{ text: 'a', cells: 1 }] },
    ])
  })

  it('says so when it found nothing to drop', async () => {
    const full = smallTable({ A: ['1'] })
    const { table: after, outcome } = await dropEmptyColumns.apply(full, {}, surroundings())
    expect(after.columns).toEqual(full.columns)
    expect(outcome.remarks).toHaveLength(1)
  })

  it('keeps the columns of a table without rows', async () => {
    const { table: after } = await dropEmptyColumns.apply(smallTable({ A: [] }), {}, surroundings())
    expect(shown(after).columns).toEqual(['A'])
  })

  it('never grows from the named columns to all of them when those are missing', () => {
    expect(dropEmptyColumns.without({ columns: ['A', 'B'] }, 'A')).toEqual({ columns: ['B'] })
    expect(dropEmptyColumns.without({ columns: ['A'] }, 'A')).toBeNull()
    expect(dropEmptyColumns.without({}, 'A')).toEqual({})
  })

  it('says what it does in both languages', () => {
    expect(dropEmptyColumns.sentence.fr({})).toBe('Supprimer les colonnes vides')
    expect(dropEmptyColumns.sentence.en({ columns: ['A', 'B'] })).toBe(
      'Remove empty columns among “A” and “B”',
    )
  })
})
