import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { restoreZeros } from '../../src/steps/restore-zeros.ts'
import { textRows, type Table } from '../../src/table/table.ts'
import { numbers, smallTable, surroundings } from '../small-table.ts'
import { hasShared } from '../shared-folder.ts'
import { sharedTable } from '../shared-table.ts'
import { withoutZeros } from '../../src/nomenclature/codes-over-years.ts'
import { mapValues } from '../../src/table/map-values.ts'
import { columnNamed, replaceColumns } from '../../src/table/table.ts'

type Params = Parameters<typeof restoreZeros.apply>[1]

const apply = (table: Table, params: Params, sheets: Record<string, Table> = {}) =>
  restoreZeros.apply(table, v.parse(restoreZeros.schema, params), surroundings(sheets))

const plan = { plan: 'M14-M14_COM_500_3500', year: 2022, part: 'chapters' as const }
const said = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('restore-zeros', () => {
  it('gives chapters their zero back by the article, says why, and leaves alone what nothing decides', async () => {
    const table = smallTable({
      Chapitre: ['11', ' 11 ', '20', '20', '20', '65', null, '', '012', 'total'],
      Nature: ['6237', '6237', '2031', '20', null, '6531', '1', '', '6413', null],
    })
    const { table: after, outcome } = await apply(table, {
      kind: 'chapter',
      column: 'Chapitre',
      beside: 'Nature',
    })
    expect(textRows(after).map(([code]) => code)).toEqual([
      '011',
      '011',
      '20',
      '020',
      '20',
      '65',
      null,
      '',
      '012',
      'total',
    ])
    expect(outcome.changedCells).toBe(3)
    expect(outcome.failures).toEqual([
      { code: 'undecided', column: 'Chapitre', cells: 1, distinct: 1, values: [{ text: '20', cells: 1 }] },
    ])
    expect(outcome.remarks.map(({ fr }) => said(fr))).toEqual([
      '11 → 011 (1 cellule),  11  → 011 (1 cellule) : n’existe qu’avec un zéro devant.',
      '20 → 020 (1 cellule) : l’article de la ligne est ce chapitre même.',
      '20 (1 cellule) : le code existe avec et sans zéro, et la ligne n’a pas d’article pour trancher. Laissé tel quel.',
    ])
    expect(outcome.explained?.map(({ from, to, cells }) => [from, to, cells])).toEqual([
      ['11', '011', 1],
      [' 11 ', '011', 1],
      ['20', '020', 1],
    ])
    expect(after.columns[1]).toBe(table.columns[1])
  })

  it('does nothing more the second time, and nothing to a column that lost nothing', async () => {
    const table = smallTable({ Chapitre: ['11', '20', '65'], Nature: ['6237', '20', '6531'] })
    const params: Params = { kind: 'chapter', column: 'Chapitre', beside: 'Nature', reference: plan }
    const once = await apply(table, params)
    const twice = await apply(once.table, params)
    expect(twice.table).toBe(once.table)
    expect(twice.outcome).toMatchObject({ changedCells: 0, failures: [], remarks: [], explained: [] })
  })

  it('works on the chosen rows only', async () => {
    const table = smallTable({ cp: ['1000', '1000', '2000'], pays: ['France', 'Suisse', 'France'] })
    const where = { column: 'pays', in: ['France'] }
    const { table: after, outcome } = await apply(table, { kind: 'postal', column: 'cp', where })
    expect(textRows(after).map(([code]) => code)).toEqual(['01000', '1000', '02000'])
    expect(outcome).toMatchObject({ changedCells: 2, failures: [] })
  })

  it('says which codes the list of communes has with the zero, and which it has in no form', async () => {
    const table = smallTable({
      insee: ['1004', '1015', '1999', '99', '56165'],
      cp: ['1500', '1500', '1999', '29200', '1'],
    })
    const insee = await apply(table, { kind: 'insee', column: 'insee' })
    expect(textRows(insee.table).map(([code]) => code)).toEqual(['01004', '01015', '01999', '99', '56165'])
    expect(insee.outcome.explained?.map(({ to, why }) => [to, why.en])).toEqual([
      ['01004', 'exists with the zero in the list of municipalities'],
      ['01015', 'exists with the zero in the list of municipalities'],
      ['01999', expect.stringMatching(/not in the list of municipalities/)],
    ])
    const postal = await apply(table, { kind: 'postal', column: 'cp' })
    expect(postal.outcome.explained?.map(({ to, cells, why }) => [to, cells, why.fr])).toEqual([
      ['01500', 2, 'existe avec le zéro parmi les codes postaux des communes'],
      ['01999', 1, 'départements 01 à 09'],
    ])
  })

  it('makes a column of numbers text, and keeps what was no number', async () => {
    const table = smallTable({ siren: numbers('5520135', '517434700', 'à demander', null, '2,1E+8') })
    const { table: after, outcome } = await apply(table, { kind: 'siren', column: 'siren' })
    expect(textRows(after).map(([code]) => code)).toEqual([
      '005520135',
      '517434700',
      'à demander',
      null,
      '2,1E+8',
    ])
    expect(after.columns[0]).toMatchObject({ type: 'text' })
    expect(after.columns[0]!.dictionary.unconverted).toBeNull()
    expect(outcome.failures).toMatchObject([{ code: 'undecided', values: [{ text: '2,1E+8', cells: 1 }] }])
  })

  it('goes by another sheet or a nomenclature that lists the valid codes', async () => {
    const table = smallTable({ f: ['1', '20', '33', '9999', ' '] })
    const codes = smallTable({ c: ['01', '020', '20', '33'] })
    const params: Params = { kind: 'list', column: 'f', reference: { sheet: 'Codes' }, key: 'c' }
    const { table: after, outcome } = await apply(table, params, { Codes: codes })
    expect(textRows(after).map(([code]) => code)).toEqual(['01', '20', '33', '9999', ' '])
    expect(outcome.failures.map(({ code, values }) => [code, values[0]!.text])).toEqual([
      ['undecided', '20'],
      ['unmatched', '9999'],
    ])
    const functions = await apply(table, {
      kind: 'list',
      column: 'f',
      reference: { plan: 'M57-M57_A', year: '2023', part: 'functions' },
    })
    expect(functions.outcome.failures[0]!.values.map(({ text }) => text)).toEqual(['1', '20', '33'])
    expect(restoreZeros.sheets(params)).toEqual(['Codes'])
  })

  it('follows decisions where nothing else decides, and says their reasons', async () => {
    const table = smallTable({ c: ['20', '20', '13', '11'], n: [null, '2031', null, null] })
    const settled = [
      { code: '20', to: '020', reason: 'vu avec le service' },
      { code: '13', reason: 'le fichier ne permet pas de trancher' },
      { code: '11', to: null, reason: 'jamais utile' },
    ]
    const { table: after, outcome } = await apply(table, {
      kind: 'chapter',
      column: 'c',
      beside: 'n',
      settled,
    })
    expect(textRows(after).map(([code]) => code)).toEqual(['020', '20', '13', '011'])
    expect(outcome.failures).toEqual([])
    expect(outcome.remarks.map(({ fr }) => said(fr)).slice(1)).toEqual([
      '« 20 » est pris pour « 020 » (1 cellule) : vu avec le service.',
      '« 13 » est juste (1 cellule) : le fichier ne permet pas de trancher.',
    ])
  })

  it('goes on without its neighbouring columns, not without its own, and wants a list for codes of a list', () => {
    const params: Params = {
      kind: 'chapter',
      column: 'C',
      beside: 'N',
      direction: 'S',
      movement: 'O',
      reference: plan,
    }
    expect(restoreZeros.reads(params)).toEqual(['C', 'N', 'S', 'O'])
    expect(restoreZeros.without(params, 'N')).toEqual({ ...params, beside: undefined })
    expect(restoreZeros.without(params, 'C')).toBeNull()
    expect(restoreZeros.renamed(params, (name) => name.toLowerCase())).toMatchObject({
      column: 'c',
      beside: 'n',
    })
    expect(v.is(restoreZeros.schema, { kind: 'list', column: 'C' })).toBe(false)
    expect(v.is(restoreZeros.schema, { kind: 'siret', column: 'C' })).toBe(true)
  })

  it('starts with what the names of the columns tell', () => {
    const names = [
      'BGT_CONTNAT',
      'BGT_CONTNAT_LABEL',
      'BGT_NATURE',
      'BGT_NATURE_LABEL',
      'BGT_OPBUDG',
      'BGT_CODRD',
    ]
    expect(restoreZeros.initial(['BGT_CONTNAT'], names, 'fr')).toEqual({
      kind: 'chapter',
      column: 'BGT_CONTNAT',
      beside: 'BGT_NATURE',
      direction: 'BGT_CODRD',
      movement: 'BGT_OPBUDG',
    })
    expect(restoreZeros.initial(['CODE_POSTAL'], ['CODE_POSTAL'], 'fr')).toEqual({
      kind: 'postal',
      column: 'CODE_POSTAL',
    })
    expect(restoreZeros.initial(['ref'], ['ref'], 'fr')).toEqual({ kind: 'list', column: 'ref' })
  })

  it('says what it does in both languages', () => {
    const params: Params = { kind: 'chapter', column: 'C', beside: 'N', reference: plan }
    expect(said(restoreZeros.sentence.fr(params))).toBe(
      'Restaurer les zéros perdus des chapitres dans « C », d’après « N » et la nomenclature M14, commune de 500 à 3 500 habitants (2022)',
    )
    expect(restoreZeros.sentence.en({ kind: 'siret', column: 'S' })).toBe(
      'Restore lost zeros of SIRETs in “S”',
    )
  })
})

describe.skipIf(!hasShared)('restore-zeros on real budgets (skipped without ../shared)', () => {
  const chapters: Params = {
    kind: 'chapter',
    column: 'BGT_CONTNAT',
    beside: 'BGT_NATURE',
    direction: 'BGT_CODRD',
    movement: 'BGT_OPBUDG',
  }
  const articles: Params = { ...chapters, kind: 'article', column: 'BGT_NATURE', beside: 'BGT_CONTNAT' }
  const columns = ['BGT_CONTNAT', 'BGT_NATURE']

  const damaged = (table: Table): Table =>
    replaceColumns(
      table,
      new Map(
        columns.map((name) => [
          name,
          mapValues(columnNamed(table, name), (text) => withoutZeros(text as string)).column,
        ]),
      ),
    )
  const codes = (table: Table) =>
    textRows({ rowCount: table.rowCount, columns: columns.map((name) => columnNamed(table, name)) })
  const restored = async (table: Table, years: number | null) => {
    const reference = years === null ? {} : { reference: { ...plan, year: years } }
    const first = await apply(table, { ...chapters, ...reference })
    const second = await apply(first.table, { ...articles, ...reference })
    return { table: second.table, outcomes: [first.outcome, second.outcome] }
  }
  const budgets = [
    ['crach-2022-budget-primitif', 2022],
    ['crach-2021-compte-administratif', 2021],
    ['crach-lotissement-2022-budget-primitif', 2022],
  ] as const

  it.each(budgets)('%s gets every zero back, and none wrongly', async (name, year) => {
    const whole = await sharedTable(`data/budget/${name}.expected.csv`)
    const { table, outcomes } = await restored(damaged(whole), year)
    expect(codes(table)).toEqual(codes(whole))
    expect(outcomes.flatMap(({ failures }) => failures)).toEqual([])
    for (const { remarks } of outcomes) expect(remarks.at(-1)!.fr).toContain('n’en contredit aucune')
  })

  it.each(budgets)('%s whole stays as it is', async (name, year) => {
    const whole = await sharedTable(`data/budget/${name}.expected.csv`)
    for (const known of [year, null]) {
      const { table, outcomes } = await restored(whole, known)
      expect(table).toBe(whole)
      expect(outcomes.flatMap(({ failures }) => failures)).toEqual([])
    }
  })

  it.each(budgets)('%s without a nomenclature gets no zero wrongly, and lists what it left', async (name) => {
    const whole = await sharedTable(`data/budget/${name}.expected.csv`)
    const { table, outcomes } = await restored(damaged(whole), null)
    const left = codes(table).flatMap((row, index) =>
      row.flatMap((code, place) => (code === codes(whole)[index]![place] ? [] : [code])),
    )
    const listed = outcomes.flatMap(({ failures }) => failures.flatMap(({ values }) => values))
    expect(left.toSorted()).toEqual(
      listed.flatMap(({ text, cells }) => Array<string>(cells).fill(text)).toSorted(),
    )
    expect(left.length).toBeLessThanOrEqual(1)
  })

  it('crach-2022-damaged.csv is whole again', async () => {
    const whole = await sharedTable('data/budget/crach-2022-budget-primitif.expected.csv')
    const { table, outcomes } = await restored(await sharedTable('data/budget/crach-2022-damaged.csv'), 2022)
    expect(codes(table)).toEqual(codes(whole))
    expect(outcomes.map(({ changedCells }) => changedCells)).toEqual([94, 8])
  })
})
