import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { findings } from '../../src/diagnosis/findings.ts'
import { csv } from '../../src/formats/csv/csv.ts'
import { findStep } from '../../src/steps/steps.ts'
import { tableOf, type Table } from '../../src/table/table.ts'
import { hasShared, sharedBytes } from '../shared-folder.ts'
import { numbers, smallTable, surroundings } from '../small-table.ts'

const codes = async (table: Table) => (await findings(table, [])).map(({ code }) => code)

test('a clean table raises no alarm', async () => {
  const clean = smallTable({
    nom: ['Club judo', 'Échecs', 'Les Amis'],
    siret: ['51743470067847', '75542897642378', null],
    code_postal: ['38000', '01000', '2A004'],
    annee: ['2020', '2020', '2020'],
    chapitre: ['011', '65', '10'],
    montant: numbers('1.50', null, '3'),
    date: ['2020-01-01', '2020-12-31', null],
  })
  expect(await findings(clean, [])).toEqual([])
  expect(await findings(tableOf([]), [])).toEqual([])
  expect(await findings(smallTable({ a: [] }), [])).toEqual([])
})

test('what the reader saw is passed on, and the gravest comes first', async () => {
  const note = { code: 'ragged', severity: 'fail' as const, text: { fr: 'x', en: 'x' }, rows: [3] }
  const table = smallTable({ a: [' x', 'y'], b: [null, null] })
  expect((await findings(table, [note])).map(({ code, severity, rows }) => [code, severity, rows])).toEqual([
    ['ragged', 'fail', [3]],
    ['stray-spaces', 'look', [0]],
    ['empty-columns', 'info', undefined],
  ])
})

/** The table after the proposed steps, each of them checked as a recipe's would be. */
async function settled(table: Table): Promise<Table> {
  for (const { proposal } of await findings(table, [])) {
    if (proposal === undefined || proposal.step === 'replace-values') continue
    const step = findStep(proposal.step)!
    const done = await step.apply(table, v.parse(step.schema, proposal.params), surroundings())
    expect(done.outcome.failures).toEqual([])
    table = done.table
  }
  return table
}

test('taking every proposal settles what was found', async () => {
  const table = smallTable({
    nom: ['Club  judo ', 'Échecs', 'TOTAL'],
    code_postal: ['1000', '38000', null],
    montant: ['1 000,50 €', '2,00', '1 002,50'],
    vide: [null, null, null],
  })
  expect(await codes(table)).toEqual([
    'total-line',
    'lost-zeros',
    'stray-spaces',
    'text-amounts',
    'empty-columns',
  ])
  expect(await codes(await settled(table))).toEqual([])
})

describe.skipIf(!hasShared)('on real documents (skipped without ../shared)', () => {
  const found = async (path: string) => {
    const file = { name: path, bytes: new Blob([sharedBytes(path).slice()]) }
    const { table, notes } = await csv.read(file, {}, { progress: () => undefined })
    return { table, list: await findings(table, notes) }
  }

  test('the table of subsidies has a total, stray spaces, variants, amounts as text and an empty column', async () => {
    const { list, table } = await found('data/subventions/subventions-2020.csv')
    const ours = list.filter(({ code }) => !['title-lines', 'blank-edge-rows'].includes(code))
    expect(ours.map(({ code }) => code)).toEqual([
      'total-line',
      'stray-spaces',
      'spelling-variants',
      'text-amounts',
    ])
    expect(ours[0]?.rows).toEqual([623])
    expect(ours[0]?.evidence?.fr).toContain('9\u202f272\u202f840,00 = somme des 623\u00a0lignes au-dessus')
    expect(ours[3]?.evidence?.fr).toContain('toutes lisibles')
    const after = await settled(table)
    expect(after.rowCount).toBe(623)
    expect(await codes(after)).toEqual(['spelling-variants'])
  })

  test('a budget that lost its zeros in a spreadsheet is told from the whole one', async () => {
    const damaged = await found('data/budget/crach-2022-damaged.csv')
    const whole = await found('data/budget/crach-2022-budget-primitif.expected.csv')
    expect(damaged.list.map(({ code }) => code)).toContain('lost-chapter-zeros')
    expect(whole.list.map(({ code }) => code)).not.toContain('lost-chapter-zeros')
    expect(whole.list.find(({ code }) => code === 'text-amounts')?.severity).toBe('info')
  })
})
