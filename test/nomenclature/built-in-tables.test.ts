import { describe, expect, it } from 'vitest'
import { BUILT_IN_IDS, BUILT_IN_TABLES, builtInTable } from '../../src/nomenclature/built-in-tables.ts'
import { fillFromReference } from '../../src/steps/fill-from-reference.ts'
import { restoreZeros } from '../../src/steps/restore-zeros.ts'
import { columnNames, textRows } from '../../src/table/table.ts'
import { smallTable, surroundings } from '../small-table.ts'

describe('small reference tables', () => {
  it.each(BUILT_IN_IDS)(
    '%s has the columns and the rows that its card tells, and codes that are all different',
    async (id) => {
      const table = await builtInTable(id)
      expect(columnNames(table)).toEqual(BUILT_IN_TABLES[id].columns)
      const rows = textRows(table)
      expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length)
      expect(rows.length).toBe(BUILT_IN_TABLES[id].rows)
      expect(rows.flat().every((cell) => cell !== '')).toBe(true)
      expect(rows.every(([code]) => code !== null)).toBe(true)
      if (id !== 'former-communes') expect(rows.every(([, label]) => label !== null)).toBe(true)
    },
  )

  it('has the 101 departments, each in one of the 18 regions', async () => {
    const regions = new Set(textRows(await builtInTable('regions')).map(([code]) => code))
    const departments = textRows(await builtInTable('departments'))
    expect([departments.length, regions.size]).toEqual([101, 18])
    expect(departments.every(([, , region]) => regions.has(region))).toBe(true)
    expect(departments).toContainEqual(['2A', 'Corse-du-Sud', '94'])
  })

  it('tells a legal form with what it is a kind of, and which codes older files have', async () => {
    const forms = textRows(await builtInTable('legal-forms'))
    expect(
      forms.filter(([, , level]) => level === 'III').every((row) => row[3] !== null && row[4] !== null),
    ).toBe(true)
    expect(forms).toContainEqual([
      '9220',
      'Association déclarée',
      'III',
      'Association loi 1901 ou assimilé',
      'Groupement de droit privé',
      'oui',
    ])
    expect(forms.filter((row) => row[5] === 'non').map(([code]) => code)).toEqual(['5498', '5720', '6588'])
  })

  it('has the licences that data.gouv.fr offers, by their SPDX identifier', async () => {
    const licences = textRows(await builtInTable('licences'))
    expect(licences.map(([code, , id]) => [code, id])).toEqual(
      expect.arrayContaining([
        ['etalab-2.0', 'lov2'],
        ['ODbL-1.0', 'odc-odbl'],
        ['CC-BY-4.0', 'cc-by'],
        ['CC0-1.0', 'cc-zero'],
      ]),
    )
    expect(licences.every((row) => row[3]!.startsWith('https://'))).toBe(true)
  })

  it('tells where its facts come from, and that a recipe was made with those of another day', async () => {
    const table = smallTable({ dep: ['56'] })
    const said = async (date: string): Promise<string[]> => {
      const reference = { table: 'departments' as const, date }
      const params = { column: 'dep', reference, key: 'code', take: { libelle: 'nom' } }
      return (await fillFromReference.apply(table, params, surroundings())).outcome.remarks.map(
        ({ fr }) => fr,
      )
    }
    const source =
      'Source de la table «\u00a0Départements\u00a0»\u00a0: Insee, code officiel géographique, 1er janvier 2026, Licence Ouverte 2.0.'
    expect(await said('2026-01-01')).toEqual([source])
    expect(await said('2025-01-01')).toEqual([
      'L’étape a été faite avec la table «\u00a0Départements\u00a0» du 1er janvier 2025\u202f; celle de ce Tamis est du 1er janvier 2026.',
      source,
    ])
  })

  it('gives departments their zeros and their names', async () => {
    const table = smallTable({ dep: ['1', '56', '2A', '99'] })
    const reference = { table: 'departments' as const }
    const whole = await restoreZeros.apply(table, { kind: 'list', column: 'dep', reference }, surroundings())
    const params = { column: 'dep', reference, key: 'code', take: { libelle: 'nom' } }
    const { table: after, outcome } = await fillFromReference.apply(whole.table, params, surroundings())
    expect(textRows(after)).toEqual([
      ['01', 'Ain'],
      ['56', 'Morbihan'],
      ['2A', 'Corse-du-Sud'],
      ['99', null],
    ])
    expect(outcome.failures).toMatchObject([{ code: 'unmatched', cells: 1 }])
    expect(fillFromReference.sentence.fr(params)).toContain('depuis la table «\u00a0Départements\u00a0»')
    expect(fillFromReference.sentence.en(params)).toContain('with the table “Departments of France”')
  })
})
