import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { repairControlCharacters } from '../../src/formats/xml/repair-control-characters.ts'
import { fillFromReference } from '../../src/steps/fill-from-reference.ts'
import { planName } from '../../src/nomenclature/plan-name.ts'
import { cellValue } from '../../src/table/column.ts'
import { columnNamed, tableFromRows, textRows, type Table } from '../../src/table/table.ts'
import { Unconverted } from '../../src/table/value.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'
import { hasShared, shared } from '../shared-folder.ts'

type Params = Parameters<typeof fillFromReference.apply>[1]

const codes = smallTable({
  code: ['011', ' 012 ', '65', '65', '70', null],
  libelle: ['Charges générales', 'Personnel', 'Gestion courante', 'Autres charges', null, 'sans code'],
  taux: numbers('1.5', '2', '3', '3', '4', '5'),
})

const base = {
  column: 'Chapitre',
  reference: { sheet: 'Codes' },
  key: 'code',
  take: { libelle: 'Libellé' },
} satisfies Params

const apply = (table: Table, params: Params, sheet = codes) =>
  fillFromReference.apply(table, v.parse(fillFromReference.schema, params), surroundings({ Codes: sheet }))

describe('fill-from-reference', () => {
  it('writes what the codes stand for into a new column just after them', async () => {
    const table = smallTable({ Chapitre: ['011', '012 ', '011'], Montant: ['1', '2', '3'] })
    const { table: after, outcome } = await apply(table, base)
    expect(shown(after)).toEqual({
      columns: ['Chapitre', 'Libellé', 'Montant'],
      rows: [
        ['011', 'Charges générales', '1'],
        ['012 ', 'Personnel', '2'],
        ['011', 'Charges générales', '3'],
      ],
    })
    expect(outcome).toMatchObject({ addedColumns: ['Libellé'], changedCells: 0, failures: [], remarks: [] })
    expect(fillFromReference.columnsAfter(base, ['Chapitre', 'Montant'])).toEqual(shown(after).columns)
  })

  it('never takes 11 for 011, and lists the codes that are not there, most frequent first', async () => {
    const table = smallTable({ Chapitre: ['12', '11', '11', '011'] })
    const { table: after, outcome } = await apply(table, base)
    expect(textRows(after).map(([, label]) => label)).toEqual([null, null, null, 'Charges générales'])
    expect(outcome.failures).toEqual([
      {
        code: 'unmatched',
        column: 'Chapitre',
        cells: 3,
        distinct: 2,
        values: [
          { text: '11', cells: 2 },
          { text: '12', cells: 1 },
        ],
      },
    ])
  })

  it('takes the first of several answers and says for which codes', async () => {
    const table = smallTable({ Chapitre: ['65', '65', '011'] })
    const { table: after, outcome } = await apply(table, base)
    expect(textRows(after)[0]![1]).toBe('Gestion courante')
    expect(outcome.failures).toEqual([
      { code: 'ambiguous', column: 'Chapitre', cells: 2, distinct: 1, values: [{ text: '65', cells: 2 }] },
    ])
    const { outcome: sure } = await apply(table, { ...base, take: { taux: 'Taux' } })
    expect(sure.failures).toEqual([])
  })

  it('takes an empty cell of the reference for no answer rather than for another one', async () => {
    const sparse = smallTable({ code: ['1', '1', '1', '2'], libelle: [null, '', 'Un', ''] })
    const { table: after, outcome } = await apply(smallTable({ Chapitre: ['1', '2'] }), base, sparse)
    expect(textRows(after)).toEqual([
      ['1', 'Un'],
      ['2', null],
    ])
    expect(outcome.failures).toEqual([])
  })

  it('says how many rows have no code, and never takes a blank for one', async () => {
    const table = smallTable({ Chapitre: [null, '', ' ', '011'] })
    const { table: after, outcome } = await apply(table, base)
    expect(textRows(after).map(([, label]) => label)).toEqual([null, null, null, 'Charges générales'])
    expect(outcome.failures).toEqual([])
    expect(outcome.remarks[0]!.fr).toBe(
      '3\u00a0lignes sans rien dans «\u00a0Chapitre\u00a0»\u00a0: rien à y chercher.',
    )
  })

  const half = smallTable({
    Chapitre: ['011', '012', '99', '70', '011'],
    Libellé: [null, 'À la main', 'Reste', 'Reste aussi', ''],
  })

  it('fills only the empty cells and says how many filled ones differ', async () => {
    const { table: after, outcome } = await apply(half, base)
    expect(textRows(after).map(([, label]) => label)).toEqual([
      'Charges générales',
      'À la main',
      'Reste',
      'Reste aussi',
      'Charges générales',
    ])
    expect(outcome.changedCells).toBe(2)
    expect(outcome.remarks[0]!.fr).toContain('1\u00a0cellule déjà remplie dit autre chose')
  })

  it('replaces filled cells on demand, but never by nothing', async () => {
    const { table: after, outcome } = await apply(half, { ...base, fill: 'all' })
    expect(textRows(after).map(([, label]) => label)).toEqual([
      'Charges générales',
      'Personnel',
      'Reste',
      'Reste aussi',
      'Charges générales',
    ])
    expect(outcome.changedCells).toBe(3)
  })

  it('works only on the rows of its condition', async () => {
    const table = smallTable({ Chapitre: ['011', '011', '99'], Sens: ['D', 'R', 'R'] })
    const { table: after, outcome } = await apply(table, { ...base, where: { column: 'Sens', in: ['D'] } })
    expect(textRows(after).map(([, label]) => label)).toEqual(['Charges générales', null, null])
    expect(outcome.failures).toEqual([])
  })

  it('keeps numbers numbers, and marks a text that goes into a column of numbers', async () => {
    const table = smallTable({ Chapitre: ['011', '012'], Montant: numbers(null, '7') })
    const taken = await apply(table, { ...base, take: { taux: 'Taux', libelle: 'Montant' } })
    expect(columnNamed(taken.table, 'Taux').type).toBe('number')
    expect(cellValue(columnNamed(taken.table, 'Montant'), 0)).toEqual(new Unconverted('Charges générales'))
    expect(taken.outcome.failures).toEqual([
      {
        code: 'unconverted',
        column: 'Montant',
        cells: 1,
        distinct: 1,
        values: [{ text: 'Charges générales', cells: 1 }],
      },
    ])
    const texts = await apply(smallTable({ Chapitre: ['011'], Texte: [null] }), {
      ...base,
      take: { taux: 'Texte' },
    })
    expect(textRows(texts.table)).toEqual([['011', '1.5']])
    expect(texts.outcome.failures).toEqual([])
  })

  it('takes labels and sections from the nomenclature of a norm and a year', async () => {
    const table = smallTable({ Chapitre: ['011', '65', '9999'] })
    const params: Params = {
      column: 'Chapitre',
      reference: { plan: 'M14-M14_COM_500_3500', year: 2022, part: 'chapters' },
      key: 'code',
      take: { libelle: 'Libellé', section: 'Section' },
    }
    const { table: after, outcome } = await apply(table, params)
    expect(textRows(after)).toEqual([
      ['011', 'Charges à caractère général', 'fonctionnement'],
      ['65', 'Autres charges de gestion courante', 'fonctionnement'],
      ['9999', null, null],
    ])
    expect(outcome.failures).toMatchObject([{ code: 'unmatched', cells: 1 }])
    expect(outcome.remarks).toEqual([])
    const later = await apply(table, {
      ...params,
      reference: { plan: 'M14_COM_500_3500', year: '2031', part: 'chapters' },
    })
    expect(later.outcome.remarks[0]!.fr).toMatch(/nomenclature de 2031 n’est pas connue/)
    const unknown = { ...params, reference: { plan: 'M99', year: 2022, part: 'chapters' as const } }
    await expect(apply(table, unknown)).rejects.toThrow('unknown-nomenclature')
  })

  it('names the sheet it looks into, and follows renamed columns', () => {
    expect(fillFromReference.sheets(base)).toEqual(['Codes'])
    expect(fillFromReference.reads(base)).toEqual(['Chapitre'])
    expect(fillFromReference.without(base, 'Chapitre')).toBeNull()
    expect(fillFromReference.renamed(base, (name) => `${name}2`)).toEqual({
      ...base,
      column: 'Chapitre2',
      take: { libelle: 'Libellé2' },
    })
  })

  it('refuses to take nothing, or two columns into one', () => {
    expect(v.is(fillFromReference.schema, { ...base, take: {} })).toBe(false)
    expect(v.is(fillFromReference.schema, { ...base, take: { a: 'X', b: 'X' } })).toBe(false)
  })

  it('says what it does in both languages', () => {
    const plan: Params = {
      ...base,
      reference: { plan: 'M14-M14_COM_500_3500', year: 2022, part: 'chapters' },
    }
    expect(fillFromReference.sentence.fr(plan)).toBe(
      `Compléter «\u00a0Libellé\u00a0» d’après «\u00a0Chapitre\u00a0», depuis la nomenclature ${planName('M14', 'M14_COM_500_3500').fr} (2022)`,
    )
    expect(fillFromReference.sentence.en(base)).toBe(
      'Fill “Libellé” in from “Chapitre” with the sheet “Codes”',
    )
  })

  it('never changes a filled cell, and gives every empty one its answer if there is one', async () => {
    const key = fc.option(fc.constantFrom('011', '012', ' 011', '65', '70', '99', ''))
    const label = fc.option(fc.constantFrom('Personnel', 'autre', ''))
    const answers: Record<string, string> = {
      '011': 'Charges générales',
      '012': 'Personnel',
      '65': 'Gestion courante',
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, label), { maxLength: 30 }), async (rows) => {
        const table = smallTable({
          Chapitre: rows.map(([code]) => code),
          Libellé: rows.map(([, text]) => text),
        })
        const { table: after, outcome } = await apply(table, base)
        const expected = rows.map(([code, text]) =>
          text === null || text === '' ? (answers[(code ?? '').trim()] ?? text) : text,
        )
        expect(textRows(after).map(([, text]) => text)).toEqual(expected)
        expect(outcome.changedCells).toBe(rows.filter(([, text], row) => text !== expected[row]).length)
      }),
    )
  })
})

describe.skipIf(!hasShared)('fill-from-reference on a real budget', () => {
  it('finds every label of the published table again after they were all erased', async () => {
    const text = readFileSync(shared('data/budget/crach-2022-budget-primitif.expected.csv'), 'utf8')
    const [header, ...lines] = text.trimEnd().split(/\r?\n/)
    const names = header!.split(',')
    const published = lines.map((line) =>
      Array.from(line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g), ([, cell]) =>
        cell === '' ? null : cell!.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    )
    const erased = published.map((row) =>
      row.map((cell, index) => (names[index]!.endsWith('_LABEL') ? null : cell)),
    )
    let table = tableFromRows(names, erased)
    for (const [column, part] of [
      ['BGT_CONTNAT', 'chapters'],
      ['BGT_NATURE', 'accounts'],
    ] as const) {
      const reference = { plan: 'M14-M14_COM_500_3500', year: '2022', part }
      const params: Params = { column, reference, key: 'code', take: { libelle: `${column}_LABEL` } }
      const { table: filled, outcome } = await apply(table, params)
      expect(outcome.failures).toEqual([])
      table = filled
    }
    // That file's labels hold some characters of windows-1252 as control characters, and lack final blanks.
    const told = (rows: (string | null)[][]) =>
      rows.map((row) => row.map((cell) => (cell === null ? null : repairControlCharacters(cell).trim())))
    expect(told(textRows(table))).toEqual(told(published))
  })
})

describe('what fill-from-reference does about codes that are not there', () => {
  const m57 = { plan: 'M57-M57_A', year: 2023, part: 'accounts' as const }
  const accounts: Params = { column: 'Nature', reference: m57, key: 'code', take: { libelle: 'Libellé' } }
  const said = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

  it('takes the answer of the parent code when it is asked to, and says so with counts', async () => {
    const table = smallTable({ Chapitre: ['0111', '0111', '0129', '9', '011'] })
    const without = await apply(table, base)
    expect(without.outcome.failures[0]).toMatchObject({ code: 'unmatched', cells: 4 })
    const { table: after, outcome } = await apply(table, { ...base, parents: true })
    expect(textRows(after).map(([, label]) => label)).toEqual([
      'Charges générales',
      'Charges générales',
      'Personnel',
      null,
      'Charges générales',
    ])
    expect(outcome.failures).toMatchObject([{ code: 'unmatched', values: [{ text: '9', cells: 1 }] }])
    expect(said(outcome.remarks[0]!.fr)).toBe(
      'Faute de mieux, le code parent a répondu : 0111 → 011 (2 cellules), 0129 → 012 (1 cellule).',
    )
    expect(outcome.remarks[0]!.en).toContain('the parent code answered')
  })

  it('suggests the code that has the same label in the right norm, and those that look alike', async () => {
    const chapters: Params = {
      ...accounts,
      reference: { plan: 'M57-M57_D', year: 2022, part: 'chapters' },
    }
    const { outcome } = await apply(smallTable({ Nature: ['656', '656', '65'] }), chapters)
    expect(outcome.failures).toMatchObject([{ code: 'unmatched', cells: 2 }])
    const [suggestion] = outcome.suggestions!
    expect(suggestion!.code).toBe('656')
    expect(suggestion!.elsewhere[0]).toMatchObject({
      plan: expect.stringMatching(/^M14-/) as string,
      label: "Frais de fonctionnement des groupes d'élus",
      codes: ['6586', '944'],
    })
    expect(suggestion!.near[0]!.code).toBe('65')
    const sheet = await apply(smallTable({ Chapitre: ['021', '0112'] }), base)
    expect(sheet.outcome.suggestions).toEqual([
      {
        code: '021',
        near: [
          { code: '011', label: 'Charges générales' },
          { code: '012', label: 'Personnel' },
        ],
        elsewhere: [],
      },
      { code: '0112', near: [{ code: '011', label: 'Charges générales' }], elsewhere: [] },
    ])
  })

  it('follows each decision with its reason, and no longer calls it a failure', async () => {
    const table = smallTable({ Chapitre: ['656', '656', '20', '999', '888', '011', '77'] })
    const settled = [
      { code: '656', to: '65', reason: 'M14' },
      { code: '20', to: null, reason: 'le fichier ne permet pas de trancher entre 20 et 020' },
      { code: '999', own: { libelle: 'À nous' }, reason: 'compte local' },
      { code: '888', reason: 'code interne.' },
      { code: '011', to: '012', reason: 'erreur de saisie' },
      { code: '000', to: '011', reason: 'n’est pas dans le fichier' },
    ]
    const { table: after, outcome } = await apply(table, { ...base, settled })
    expect(textRows(after).map(([, label]) => label)).toEqual([
      'Gestion courante',
      'Gestion courante',
      null,
      'À nous',
      null,
      'Personnel',
      null,
    ])
    expect(outcome.failures.map(({ code, values }) => [code, values.map(({ text }) => text)])).toEqual([
      ['unmatched', ['77']],
      ['ambiguous', ['656']],
    ])
    expect(outcome.remarks.map(({ fr }) => said(fr))).toEqual([
      '« 656 » est pris pour « 65 » (2 cellules) : M14.',
      '« 20 », laissé sans réponse exprès (1 cellule) : le fichier ne permet pas de trancher entre 20 et 020.',
      '« 999 » est juste (1 cellule) : compte local.',
      '« 888 » est juste (1 cellule) : code interne.',
      '« 011 » est pris pour « 012 » (1 cellule) : erreur de saisie.',
      'La nomenclature connaît « 011 » : la décision prise l’emporte.',
    ])
  })

  it('still says when a decision leads to a code that is not there', async () => {
    const settled = [{ code: '1', to: '2', reason: 'x' }]
    const { outcome } = await apply(smallTable({ Chapitre: ['1'] }), { ...base, settled, parents: true })
    expect(outcome.failures).toMatchObject([{ code: 'unmatched', values: [{ text: '1', cells: 1 }] }])
  })

  it('wants a reason for every decision, one decision a code, and no two meanings', () => {
    const valid = (settled: unknown) => v.is(fillFromReference.schema, { ...base, settled })
    expect(valid([{ code: '1', to: null, reason: 'x' }])).toBe(true)
    expect(valid([{ code: '1', to: null, reason: ' ' }])).toBe(false)
    expect(valid([{ code: '1', to: '2', own: { libelle: 'a' }, reason: 'x' }])).toBe(false)
    expect(
      valid([
        { code: '1', reason: 'x' },
        { code: ' 1', reason: 'y' },
      ]),
    ).toBe(false)
  })
})

describe('a reference with several versions', () => {
  const rates = smallTable({
    code: ['A', 'A', 'B', 'B', 'C', 'D'],
    libelle: ['Ancien A', 'Nouveau A', 'B', 'B bis', 'C', 'D'],
    debut: ['2020', '2023', '2020', '2022-07-01', null, 'jadis'],
    fin: ['2022', null, '30/06/2022', null, '2021', null],
  })
  const dated = {
    ...base,
    reference: { sheet: 'Codes', validAt: { column: 'Exercice' }, from: 'debut', to: 'fin' },
  }

  it('answers each row with the version that holds in its year, and says what has none', async () => {
    const table = smallTable({
      Chapitre: ['A', 'A', 'A', 'B', 'B', 'C', 'C', 'A', 'D'],
      Exercice: ['2022', '2023', '2019', '2022', '01/08/2022', '2021', '2022', 'inconnu', '2022'],
    })
    const { table: after, outcome } = await apply(table, dated, rates)
    expect(textRows(after).map(([, label]) => label)).toEqual([
      'Ancien A',
      'Nouveau A',
      null,
      'B',
      'B bis',
      'C',
      null,
      null,
      null,
    ])
    expect(outcome.failures).toMatchObject([
      {
        code: 'unmatched',
        cells: 4,
        values: [
          { text: 'A', cells: 2 },
          { text: 'C', cells: 1 },
          { text: 'D', cells: 1 },
        ],
      },
      { code: 'ambiguous', values: [{ text: 'B', cells: 1 }] },
    ])
    expect(outcome.remarks.map(({ fr }) => fr)).toEqual([
      expect.stringMatching(/^1\sligne sans année ni date lisible dans «\sExercice\s»/),
      expect.stringMatching(/^1\sligne de la table de référence dont la validité n’est pas lisible/),
    ])
  })

  it('can hold for one year, and then needs no column', async () => {
    const table = smallTable({ Chapitre: ['A', 'B'] })
    const reference = { sheet: 'Codes', validAt: { year: '2021' }, from: 'debut', to: 'fin' }
    const { table: after } = await apply(table, { ...base, reference }, rates)
    expect(textRows(after).map(([, label]) => label)).toEqual(['Ancien A', 'B'])
    expect(fillFromReference.sentence.fr({ ...base, reference })).toMatch(
      /la feuille «\sCodes\s», valable en 2021$/,
    )
    expect(fillFromReference.reads({ ...base, reference })).toEqual(['Chapitre'])
  })

  it('takes a row to hold until the next one of its code when nothing says when it ends', async () => {
    const table = smallTable({ Chapitre: ['A', 'A', 'A'], Exercice: ['2019', '2021', '2024'] })
    const reference = { sheet: 'Codes', validAt: { column: 'Exercice' }, from: 'debut' }
    const { table: after } = await apply(table, { ...base, reference }, rates)
    expect(textRows(after).map(([, label]) => label)).toEqual([null, 'Ancien A', 'Nouveau A'])
  })

  it('takes yearly files put together, where the one year is the first and the last', async () => {
    const table = smallTable({ Chapitre: ['A', 'A', 'A'], Exercice: ['2022', '2023', '2024'] })
    const yearly = smallTable({
      code: ['A', 'A'],
      libelle: ['A de 2022', 'A de 2023'],
      annee: numbers('2022', '2023'),
    })
    const reference = { sheet: 'Codes', validAt: { column: 'Exercice' }, from: 'annee', to: 'annee' }
    const { table: after } = await apply(table, { ...base, reference }, yearly)
    expect(textRows(after).map(([, label]) => label)).toEqual(['A de 2022', 'A de 2023', null])
  })

  it('asks a nomenclature for the year of each row, and says which year stands in for one that is not known', async () => {
    const table = smallTable({
      Chapitre: ['656', '656', '6586', '656'],
      Exercice: ['2022', '2031', '2022', ''],
    })
    const params = {
      ...base,
      reference: {
        plan: 'M14-M14_COM_SUP3500',
        year: 2021,
        part: 'chapters' as const,
        validAt: { column: 'Exercice' },
      },
    }
    const { table: after, outcome } = await apply(table, params)
    expect(textRows(after).map(([, label]) => label !== null)).toEqual([true, true, false, true])
    expect(outcome.remarks.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^The nomenclature of 2031 is not known: that of \d{4} was used\.$/),
    ])
  })

  it('reads, follows and needs the column that says the year', () => {
    expect(fillFromReference.reads(dated)).toEqual(['Chapitre', 'Exercice'])
    const renamed = fillFromReference.renamed(dated, (name) => (name === 'Exercice' ? 'Année' : name))
    expect(fillFromReference.sentence.fr(renamed)).toContain('à la date de «\u00a0Année\u00a0»')
    expect(fillFromReference.without(dated, 'Exercice')).toBeNull()
  })

  it('refuses a validity without columns, and columns without a validity', () => {
    const accepted = (reference: object): boolean =>
      v.safeParse(fillFromReference.schema, { ...base, reference }).success
    expect(accepted({ sheet: 'Codes', validAt: { year: 2021 } })).toBe(false)
    expect(accepted({ sheet: 'Codes', from: 'debut' })).toBe(false)
    expect(accepted({ sheet: 'Codes', validAt: { year: 2021 }, to: 'fin' })).toBe(true)
  })

  it('answers as the plain lookup of the rows of that year does (law)', async () => {
    const cell = fc.constantFrom('A', 'B', 'C')
    const year = fc.integer({ min: 2019, max: 2023 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, year, year, fc.constantFrom('x', 'y', 'z')), { maxLength: 12 }),
        fc.array(fc.tuple(cell, year), { minLength: 1, maxLength: 12 }),
        async (known, asked) => {
          const sheet = smallTable({
            code: known.map(([code]) => code),
            debut: known.map(([, from]) => String(from)),
            fin: known.map(([, , to]) => String(to)),
            libelle: known.map(([, , , label]) => label),
          })
          const table = smallTable({
            Chapitre: asked.map(([code]) => code),
            Exercice: asked.map(([, one]) => String(one)),
          })
          const { table: after } = await apply(table, dated, sheet)
          expect(textRows(after).map(([, label]) => label)).toEqual(
            asked.map(
              ([code, one]) =>
                known.find(([other, from, to]) => other === code && from <= one && one <= to)?.[3] ?? null,
            ),
          )
        },
      ),
    )
  })
})
