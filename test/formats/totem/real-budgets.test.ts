import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planDeComptes } from '../../../src/formats/totem/plan-de-comptes.ts'
import { readPlan } from '../../../src/formats/totem/read-plan.ts'
import { readBudget, totem } from '../../../src/formats/totem/totem.ts'
import { repairControlCharacters } from '../../../src/formats/xml/repair-control-characters.ts'
import { fullName, plans } from '../../../src/nomenclature/known-plans.ts'
import { loadPlan } from '../../../src/nomenclature/load-plan.ts'
import { PLAN_PARTS, VOTES } from '../../../src/nomenclature/plan.ts'
import { referenceTable } from '../../../src/nomenclature/reference-table.ts'
import { columnNames, textRows } from '../../../src/table/table.ts'
import { hasShared, shared, sharedBytes } from '../../shared-folder.ts'
import { fileOf, quietly } from './budget-document.ts'

const documents = [
  ['crach-2021-compte-administratif', 196],
  ['crach-2022-budget-primitif', 201],
  ['crach-lotissement-2022-budget-primitif', 21],
] as const

/** Cells of a plain CSV with double quotes; enough for the expected tables. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}

/** An opened plan's labels are trimmed; the carried ones keep the one final blank that budgets are published with. */
const trimmed = (rows: (string | null)[][]): (string | null)[][] =>
  rows.map((row) => row.map((cell) => cell?.trimEnd() ?? null))

const realFile = (path: string) => fileOf(sharedBytes(`data/budget/${path}`) as Uint8Array<ArrayBuffer>)

describe.skipIf(!hasShared)('real budget documents', () => {
  it.each(documents)('gives the rows and cells of %s as its publisher has them', async (name, rowCount) => {
    const { table, notes } = await totem.read(realFile(`${name}.xml`), {}, quietly)
    const [header, ...published] = csvRows(
      repairControlCharacters(readFileSync(shared(`data/budget/${name}.expected.csv`), 'utf8')),
    )
    expect(columnNames(table)).toEqual(header)
    expect(table.rowCount).toBe(rowCount)
    const expected = published.map(([decision, ...cells]) => [decision!.toLowerCase(), ...cells])
    const read = textRows(table).map((row) => row.map((cell) => cell ?? ''))
    expect(read).toEqual(expected)
    expect(notes).toEqual([])
  })

  it('says what it understood of a real document', async () => {
    const { found } = await totem.read(realFile('crach-2022-budget-primitif.xml'), {}, quietly)
    expect(found.map(({ option, value, label }) => [option, value, label.fr])).toEqual([
      ['nomenclature', 'M14-M14_COM_500_3500', 'M14, commune de 500 à 3\u202f500 habitants'],
      ['year', 2022, '2022'],
      ['decision', 'budget primitif', 'budget primitif'],
      ['encoding', 'windows-1252', 'Windows-1252'],
      ['lines', 201, '201\u00a0lignes budgétaires'],
    ])
    expect(found[0]!.evidence.fr).toBe('Le budget nomme «\u00a0M14-M14_COM_500_3500\u00a0», exercice 2022.')
  })
})

/** `rows` of the facts: those of one year, without the years. */
interface Facts {
  plans: Record<string, Record<'chapters' | 'accounts' | 'functions', (string | number)[][]>>
}

describe.skipIf(!hasShared)('official plans de comptes', () => {
  // The file of M57 says Exer 2020 inside, but holds the facts of 2022, as its name says.
  it.each([
    ['2020-M14_COM_SUP3500', 'M14', 'M14_COM_SUP3500', 2020],
    ['2021-M14_COM_500_3500', 'M14', 'M14_COM_500_3500', 2021],
    ['2022-M14_COM_500_3500', 'M14', 'M14_COM_500_3500', 2022],
    ['2022-M57', 'M57', 'M57', 2022],
  ] as const)('reads %s as the table of reference that Tamis carries', async (name, norm, variant, year) => {
    for (const part of PLAN_PARTS) {
      const { table, found } = await planDeComptes.read(
        realFile(`plans-de-comptes/${name}.xml`),
        { part },
        quietly,
      )
      const carried = await referenceTable(norm, variant, year, part)
      expect(columnNames(table)).toEqual(columnNames(carried))
      expect(textRows(table).toSorted(byCode)).toEqual(trimmed(textRows(carried)).toSorted(byCode))
      expect(found[0]!.value).toBe(`${norm}-${variant}`)
    }
  })

  it('fills the labels of a budget from an opened plan as from the one that Tamis carries', async () => {
    const { plan } = await readPlan(realFile('plans-de-comptes/2022-M14_COM_500_3500.xml'), 'utf-8', quietly)
    const budget = realFile('crach-2022-budget-primitif.xml')
    const opened = await readBudget(budget, {}, quietly, plan)
    const own = await readBudget(budget, {}, quietly)
    expect(textRows(opened.table)).toEqual(trimmed(textRows(own.table)))
    expect(opened.found[0]!.chosen).toBe(true)
  })

  it('carries every fact of every year', async () => {
    const facts = JSON.parse(readFileSync(shared('data/budget/nomenclatures.json'), 'utf8')) as Facts
    expect(plans().map(fullName)).toEqual(Object.keys(facts.plans))
    for (const { norm, variant, years } of plans()) {
      for (const year of years) {
        const plan = await loadPlan(norm, variant, year)
        const of = (part: (typeof PLAN_PARTS)[number]) =>
          facts.plans[`${norm}-${variant}`]![part].filter(
            (row) => Number(row.at(-2)) <= year && year <= Number(row.at(-1)),
          ).map((row) => row.slice(0, -2))
        expect([...plan.chapters].map(([code, { label, section }]) => [code, label, section])).toEqual(
          of('chapters'),
        )
        expect(
          [...plan.accounts].map(([code, row]) => [
            code,
            // The compiled facts trim the one label that the official files end with a blank.
            row.label.trimEnd(),
            ...VOTES.map((vote) => row[vote]),
          ]),
        ).toEqual(of('accounts'))
        expect([...plan.functions]).toEqual(of('functions'))
      }
    }
  })
})

const byCode = ([a]: (string | null)[], [b]: (string | null)[]): number => (a! < b! ? -1 : a! > b! ? 1 : 0)
