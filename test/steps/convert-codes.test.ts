import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { convertCodes } from '../../src/steps/convert-codes.ts'
import { textRows, type Table } from '../../src/table/table.ts'
import { shown, smallTable, surroundings } from '../small-table.ts'

type Params = Parameters<typeof convertCodes.apply>[1]

const old = smallTable({
  code: ['60', '656', '6257', '6611', '6413', '678'],
  libelle: ['Achats', 'Frais des élus', 'Réceptions', 'Intérêts', 'Autres', 'Exceptionnel'],
})
const fresh = smallTable({
  code: ['60', '6586', '6234', '66', '6411', '6412', '75'],
  libelle: ['Achats', 'Frais des élus', 'Réceptions', 'Charges', 'Autres', 'Autres', 'Exceptionnel'],
})
const base = {
  column: 'Nature',
  from: { sheet: 'M14' },
  to: { sheet: 'M57' },
  into: 'Nature M57',
} satisfies Params

const apply = async (table: Table, more: Partial<Params> = {}) =>
  convertCodes.apply(
    table,
    v.parse(convertCodes.schema, { ...base, ...more }),
    surroundings({ M14: old, M57: fresh }),
  )
const table = smallTable({ Nature: ['60', '656', ' 6257', '6413', '678', '6611', '999', null] })

describe('convert-codes', () => {
  it('writes what is proposed beside each code, and leaves blank, and says, what it cannot tell', async () => {
    const { table: after, outcome } = await apply(table)
    expect(shown(after)).toEqual({
      columns: ['Nature', 'Nature M57'],
      rows: [
        ['60', '60'],
        ['656', '6586'],
        [' 6257', '6234'],
        ['6413', null],
        ['678', null],
        ['6611', null],
        ['999', null],
        [null, null],
      ],
    })
    expect(outcome.failures.map(({ code, values }) => [code, values.map(({ text }) => text)])).toEqual([
      ['unmatched', ['6413', '678', '6611', '999']],
    ])
    expect(outcome.explained?.map(({ from, to, why }) => [from, to, why.fr])).toEqual([
      ['656', '6586', 'même libellé, «\u00a0Frais des élus\u00a0»'],
      ['6257', '6234', 'même libellé, «\u00a0Réceptions\u00a0»'],
    ])
    expect(outcome.remarks[0]?.fr).toContain('même code et même libellé')
    expect(outcome.suggestions?.[0]).toMatchObject({ code: '6413', elsewhere: [{ codes: ['6411', '6412'] }] })
    expect(convertCodes.columnsAfter(base, ['Nature', 'X'])).toEqual(['Nature', 'Nature M57', 'X'])
  })

  it('goes by what a person has settled, with the reason, and by the parent when asked to', async () => {
    const settled = [
      { code: '6413', to: '6412', reason: 'agents contractuels' },
      { code: '656', to: null, reason: 'plus de groupes d’élus' },
      { code: '678', to: '9', reason: 'faute' },
    ]
    const { table: after, outcome } = await apply(table, { settled, parents: true, proof: 'Preuve' })
    expect(textRows(after)).toEqual([
      ['60', '60', 'proposé\u00a0: même code, même libellé'],
      ['656', null, 'décidé\u00a0: plus de groupes d’élus'],
      [' 6257', '6234', 'proposé\u00a0: même libellé'],
      ['6413', '6412', 'décidé\u00a0: agents contractuels'],
      ['678', null, 'décidé\u00a0: faute'],
      ['6611', '66', 'proposé\u00a0: code parent'],
      ['999', null, null],
      [null, null, null],
    ])
    expect(outcome.failures.map(({ values }) => values.map(({ text }) => text))).toEqual([['678', '999']])
    expect(outcome.remarks.map(({ fr }) => fr).join(' ')).toContain('agents contractuels')
  })

  it('never touches the codes themselves', () => {
    expect(v.is(convertCodes.schema, { ...base, into: 'Nature' })).toBe(false)
    expect(v.is(convertCodes.schema, { ...base, proof: 'Nature M57' })).toBe(false)
  })

  it('writes only codes that the new nomenclature has, in every row', async () => {
    const known = new Set(textRows(fresh).map(([code]) => code))
    const codes = fc.array(
      fc.option(fc.constantFrom('60', '656', '6257', '6413', '678', '6611', '9', ' 60 ')),
    )
    await fc.assert(
      fc.asyncProperty(codes, fc.boolean(), async (column, parents) => {
        const { table: after, outcome } = await apply(smallTable({ Nature: column }), { parents })
        const written = textRows(after).flatMap(([, code]) => (code === null ? [] : [code]))
        expect(written.every((code) => known.has(code))).toBe(true)
        const lost = outcome.failures.reduce((sum, { cells }) => sum + cells, 0)
        expect(written.length + lost).toBe(column.filter((code) => code !== null).length)
      }),
    )
  })

  it('says what it does', () => {
    expect(convertCodes.sentence.fr(base)).toBe(
      'Passer «\u00a0Nature\u00a0» de la feuille «\u00a0M14\u00a0» à la feuille «\u00a0M57\u00a0», dans «\u00a0Nature M57\u00a0»',
    )
    expect(convertCodes.sentence.en(base)).toBe(
      'Turn “Nature” from the sheet “M14” into the sheet “M57”, in “Nature M57”',
    )
  })
})
