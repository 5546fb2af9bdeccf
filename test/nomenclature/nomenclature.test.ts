import { readdirSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findPlan, fullName, plans } from '../../src/nomenclature/known-plans.ts'
import { loadPlan } from '../../src/nomenclature/load-plan.ts'
import { planName } from '../../src/nomenclature/plan-name.ts'
import { referenceTable } from '../../src/nomenclature/reference-table.ts'
import { columnNames, textRows } from '../../src/table/table.ts'

describe('carried nomenclatures', () => {
  it('cover the norms of communes, services, departments, metropolises, firemen and regions', () => {
    expect([...new Set(plans().map(({ norm }) => norm))]).toEqual(['M14', 'M4', 'M52', 'M57', 'M61', 'M71'])
    expect(plans().every(({ years }) => years.length > 0)).toBe(true)
  })

  it.each([
    ['M14-M14_COM_500_3500', 'M14-M14_COM_500_3500'],
    ['M4-M43_D', 'M4-M43_D'],
    ['M57_A', 'M57-M57_A'],
    [' m57-m57_a ', 'M57-M57_A'],
    ['M52', 'M52-M52'],
  ])('know the name %s that budgets write', (name, found) => {
    expect(fullName(findPlan(name)!)).toBe(found)
  })

  it.each(['M57-M14_CE', 'M99', '', 'constructor'])('do not take the name « %s » for one of them', (name) => {
    expect(findPlan(name)).toBeUndefined()
  })

  it('do not take a chapter of one norm for one of another', async () => {
    const [m14, m57] = await Promise.all([
      loadPlan('M14', 'M14_COM_SUP3500', 2022),
      loadPlan('M57', 'M57_D', 2022),
    ])
    const label = "Frais de fonctionnement des groupes d'élus"
    expect([m14.chapters.get('656')?.label, m57.chapters.get('656')]).toEqual([label, undefined])
    expect([m57.chapters.get('6586')?.label, m14.chapters.get('6586')]).toEqual([label, undefined])
  })

  it('keep 20 and 020 apart', async () => {
    const { chapters } = await loadPlan('M14', 'M14_COM_500_3500', 2021)
    expect([chapters.get('20'), chapters.get('020'), chapters.get('11')]).toEqual([
      { label: 'Immobilisations incorporelles', section: 'I' },
      { label: 'Dépenses imprévues', section: 'I' },
      undefined,
    ])
  })

  it('say where an account is voted', async () => {
    const { accounts } = await loadPlan('M57', 'M57', 2018)
    expect(accounts.get('1021')).toEqual({
      label: 'Dotation',
      dr: '10',
      rr: '10',
      does: '040',
      dois: '041',
      roes: '040',
      rois: '041',
    })
  })

  it.each([
    [2035, 2024],
    [2023, 2023],
    [1999, 2022],
    [Number.NaN, 2024],
  ])('answer for %i with the nearest year that they know', async (askedYear, year) => {
    const plan = await loadPlan('M57', 'M57_A', askedYear)
    expect([plan.year, plan.askedYear]).toEqual([year, askedYear])
  })

  it('follow the changes from one year to the next', async () => {
    const [before, after] = await Promise.all([loadPlan('M57', 'M57', 2018), loadPlan('M57', 'M57', 2020)])
    expect([before.accounts.has('10224'), after.accounts.has('10224')]).toEqual([true, false])
  })

  it('refuse a norm that does not exist', async () => {
    await expect(loadPlan('M99', 'M99_X', 2024)).rejects.toMatchObject({
      code: 'unknown-nomenclature',
      values: { name: 'M99-M99_X' },
    })
  })

  it('stay small enough to be carried', () => {
    const folder = new URL('../../src/nomenclature/plans/', import.meta.url)
    const bytes = readdirSync(folder).map((name) => statSync(new URL(name, folder)).size)
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000)
  })
})

describe('names of nomenclatures', () => {
  it('are those that people use', () => {
    expect(planName('M14', 'M14_COM_500_3500').fr).toBe('M14, commune de 500 à 3\u202f500 habitants')
    expect(planName('M57', 'M57_A')).toEqual({ fr: 'M57 abrégé', en: 'M57 abridged' })
  })

  it('tell every nomenclature from the others', () => {
    const names = plans().map(({ norm, variant }) => planName(norm, variant))
    for (const language of ['fr', 'en'] as const) {
      expect(new Set(names.map((name) => name[language])).size).toBe(names.length)
    }
  })

  it('are the code where nothing better is known', () => {
    expect(planName('M99', 'M99_Z').fr).toBe('M99-M99_Z')
    expect(planName('M22', 'constructor').fr).toBe('M22-constructor')
  })
})

describe('a nomenclature as a table of reference', () => {
  it('has code, libelle and section for chapters', async () => {
    const table = await referenceTable('M14', 'M14_COM_500_3500', 2022, 'chapters')
    expect(columnNames(table)).toEqual(['code', 'libelle', 'section'])
    expect(textRows(table).slice(0, 2)).toEqual([
      ['002', 'Résultat de fonctionnement reporté', 'fonctionnement'],
      ['011', 'Charges à caractère général', 'fonctionnement'],
    ])
  })

  it('has code and libelle for functions, none where the norm has none', async () => {
    const table = await referenceTable('M57', 'M57_A', 2024, 'functions')
    expect(columnNames(table)).toEqual(['code', 'libelle'])
    expect(table.rowCount).toBeGreaterThan(200)
    expect((await referenceTable('M4', 'M49_A', 2024, 'functions')).rowCount).toBe(0)
  })

  it('has the chapters of an account, blank where it is not voted', async () => {
    const table = await referenceTable('M57', 'M57', 2022, 'accounts')
    const row = textRows(table).find(([code]) => code === '020')
    expect(row).toEqual(['020', 'Dépenses imprévues', '020', null, null, null, null, null])
  })
})
