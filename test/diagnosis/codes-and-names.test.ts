import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { contradictedLabels } from '../../src/diagnosis/contradicted-labels.ts'
import { findings } from '../../src/diagnosis/findings.ts'
import { fittingPlans } from '../../src/diagnosis/fitting-plans.ts'
import { identities } from '../../src/diagnosis/identities.ts'
import { lostArticleZeros } from '../../src/diagnosis/lost-article-zeros.ts'
import { lostChapterZeros } from '../../src/diagnosis/lost-chapter-zeros.ts'
import { twoLabels } from '../../src/diagnosis/two-labels.ts'
import { isSiren, isSiret } from '../../src/nomenclature/siren.ts'
import { findStep } from '../../src/steps/steps.ts'
import { cellText } from '../../src/table/column.ts'
import { columnNamed, replaceColumns, type Table } from '../../src/table/table.ts'
import { hasShared } from '../shared-folder.ts'
import { sharedTable } from '../shared-table.ts'
import { smallTable, surroundings } from '../small-table.ts'

const JUDO = '51743470067847'
const CHESS = '75542897642378'
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

describe('codes with two labels', () => {
  const codes = many(10, (i) => String(600 + i))
  const labels = codes.map((code) => `Compte ${code}`)

  test('are told with how often each label stands there', () => {
    const table = smallTable({
      CODE_NATURE: [...codes, '600', '600'],
      NATURE_LABEL: [...labels, 'Autre chose', 'Autre chose'],
    })
    const [finding] = twoLabels(table)
    expect(finding?.rows).toEqual([0, 10, 11])
    expect(finding?.evidence?.en).toContain('600: “Autre chose” (2\u00a0rows) and “Compte 600” (1\u00a0row)')
    // What a nomenclature knows is written anew, for these codes alone.
    expect(finding?.proposal).toEqual({
      step: 'fill-from-reference',
      params: {
        column: 'CODE_NATURE',
        key: 'code',
        take: { libelle: 'NATURE_LABEL' },
        fill: 'all',
        where: { column: 'CODE_NATURE', in: ['600'] },
      },
    })
  })

  test('that no nomenclature knows are spellings to bring together', () => {
    const table = smallTable({ SERVICE: [...codes, '600'], SERVICE_LABEL: [...labels, 'Autre chose'] })
    expect(twoLabels(table)[0]?.proposal).toEqual({
      step: 'replace-values',
      params: { column: 'SERVICE_LABEL' },
    })
  })

  test.each([
    ['the same label in another spelling', [...labels.slice(1), 'COMPTE – 600 '], [...codes.slice(1), '600']],
    ['a label that is blank somewhere', [...labels, null], [...codes, '600']],
    ['a column that is no label of the code', many(20, (i) => `t${i}`), many(20, (i) => codes[i % 10]!)],
  ])('%s is no alarm', (_, cells, keys) => {
    expect(twoLabels(smallTable({ NATURE: keys, NATURE_LABEL: cells }))).toEqual([])
  })
})

/** Some body's SIRET, valid. */
const siretOf = (index: number): string => {
  const complete = (text: string, good: (text: string) => boolean) =>
    Array.from('0123456789', (last) => text + last).find(good)!
  return complete(complete(`5000000${index}`, isSiren) + '0001', isSiret)
}

describe('who is who', () => {
  const rest = many(10, (i) => ({ siret: siretOf(i), nom: `Association ${i}` }))
  const found = (rows: { siret: string | null; nom: string | null }[]) => {
    const all = [...rest, ...rows]
    const table = smallTable({ SIRET: all.map(({ siret }) => siret), NOM: all.map(({ nom }) => nom) })
    return identities(table).map(({ code, severity, rows }) => [code, severity, rows])
  }

  test('one SIRET beside two names is worth a look, one name beside two bodies is only said', () => {
    expect(
      found([
        { siret: JUDO, nom: 'Judo' },
        { siret: JUDO, nom: 'Lutte' },
      ]),
    ).toEqual([['one-siret-two-names', 'look', [10, 11]]])
    expect(
      found([
        { siret: JUDO, nom: 'Club' },
        { siret: CHESS, nom: 'Club' },
      ]),
    ).toEqual([['one-name-two-sirets', 'info', [10, 11]]])
  })

  test.each([
    [
      'the same name in another order or spelling',
      [
        { siret: JUDO, nom: 'Judo Club' },
        { siret: JUDO, nom: 'club  JUDO' },
      ],
    ],
    [
      'several establishments of one body',
      [
        { siret: '35600000000048', nom: 'La Poste' },
        { siret: '35600000049837', nom: 'La Poste' },
      ],
    ],
    [
      'a blank',
      [
        { siret: JUDO, nom: 'A' },
        { siret: JUDO, nom: null },
        { siret: null, nom: 'A' },
      ],
    ],
    [
      'numbers that are no SIRET',
      [
        { siret: '51743470067848', nom: 'A' },
        { siret: '51743470067848', nom: 'B' },
      ],
    ],
  ])('%s is no alarm', (_, rows) => {
    expect(found(rows)).toEqual([])
  })
})

describe.skipIf(!hasShared)('on real budgets (skipped without ../shared)', () => {
  const damaged = () => sharedTable('data/budget/crach-2022-damaged.csv')
  const whole = () => sharedTable('data/budget/crach-2022-budget-primitif.expected.csv')

  test('the nomenclature that fits the chapters is the one that fits the articles beside them', async () => {
    const table = await damaged()
    for (const name of ['BGT_CONTNAT', 'BGT_NATURE']) {
      const [first] = await fittingPlans(table, columnNamed(table, name))
      expect([first?.plan, first?.year]).toEqual(['M14-M14_COM_500_3500', 2022])
    }
  })

  test('the proposed steps give every zero back', async () => {
    let table = await damaged()
    for (const find of [lostChapterZeros, lostArticleZeros]) {
      const [finding] = await find(table)
      expect(finding?.evidence?.fr).toMatch(/^M14, commune de 500 à 3\u202f500 habitants, 2022/)
      const step = findStep(finding!.proposal!.step)!
      const { table: after, outcome } = await step.apply(
        table,
        v.parse(step.schema, finding!.proposal!.params),
        surroundings(),
      )
      expect(outcome.failures).toEqual([])
      table = after
      expect(await find(table)).toEqual([])
    }
    const expected = await whole()
    for (const name of ['BGT_CONTNAT', 'BGT_NATURE'])
      for (let row = 0; row < table.rowCount; row++)
        expect(cellText(columnNamed(table, name), row)).toBe(cellText(columnNamed(expected, name), row))
  })

  test.each([
    'crach-2022-budget-primitif.expected.csv',
    'crach-2021-compte-administratif.expected.csv',
    'crach-lotissement-2022-budget-primitif.expected.csv',
  ])('%s raises no alarm about codes', async (name) => {
    const found = await findings(await sharedTable(`data/budget/${name}`), [])
    expect(
      found
        .map(({ code }) => code)
        .filter(
          (code) => !['text-amounts', 'empty-columns', 'stray-spaces', 'spelling-variants'].includes(code),
        ),
    ).toEqual([])
  })

  test('a label that is that of another account is seen, and the proposed step rights it', async () => {
    const table = await whole()
    const labels = columnNamed(table, 'BGT_NATURE_LABEL')
    const [first, other] = [0, 1].map((row) => cellText(labels, row))
    const codes = labels.codes.slice()
    codes[0] = labels.codes[1]!
    const spoiled: Table = replaceColumns(table, new Map([['BGT_NATURE_LABEL', { ...labels, codes }]]))
    const [finding] = await contradictedLabels(spoiled)
    expect(finding?.rows).toEqual([0])
    expect(finding?.evidence?.fr).toContain(other)
    const step = findStep(finding!.proposal!.step)!
    const done = await step.apply(spoiled, v.parse(step.schema, finding!.proposal!.params), surroundings())
    expect(cellText(columnNamed(done.table, 'BGT_NATURE_LABEL'), 0)).toBe(first)
    expect(done.outcome.changedCells).toBe(1)
  })

  test('the table of subsidies raises no alarm about names and SIRETs', async () => {
    const found = await findings(await sharedTable('data/subventions/subventions-2020.csv'), [])
    const codes = found.map(({ code }) => code)
    for (const code of ['two-labels', 'one-siret-two-names', 'one-name-two-sirets', 'lost-zeros'])
      expect(codes).not.toContain(code)
  })
})
