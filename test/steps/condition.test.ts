import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  chosenRows,
  conditionColumns,
  conditionSchema,
  renameInCondition,
  rowsWhere,
  type Condition,
} from '../../src/steps/condition.ts'
import { conditionWords } from '../../src/steps/condition-words.ts'
import { numbers, smallTable } from '../small-table.ts'

const table = smallTable({
  Nom: ['Élan', 'ELAN ', null, '', 'Cœur'],
  Montant: numbers('10', '-2.5', null, 'néant', '100'),
})

const rows = (condition: Condition): number[] =>
  [...rowsWhere(table, condition)].flatMap((chosen, row) => (chosen === 1 ? [row] : []))

describe('a condition on rows', () => {
  it('tells blanks, filled cells and cells that were not converted', () => {
    expect(rows({ column: 'Nom', is: 'blank' })).toEqual([2])
    expect(rows({ column: 'Nom', is: 'filled' })).toEqual([0, 1, 3, 4])
    expect(rows({ column: 'Montant', is: 'unconverted' })).toEqual([3])
  })

  it('compares texts as people do, but values exactly', () => {
    expect(rows({ column: 'Nom', contains: 'elan' })).toEqual([0, 1])
    expect(rows({ column: 'Nom', contains: 'Coeur' })).toEqual([4])
    expect(rows({ column: 'Nom', startsWith: 'él' })).toEqual([0, 1])
    expect(rows({ column: 'Nom', in: ['ELAN ', 'Élan'] })).toEqual([0, 1])
    expect(rows({ column: 'Nom', in: ['ELAN'] })).toEqual([])
  })

  it('compares numbers, bounds included, and never takes a blank or a text for one', () => {
    expect(rows({ column: 'Montant', min: 10 })).toEqual([0, 4])
    expect(rows({ column: 'Montant', max: 10 })).toEqual([0, 1])
    expect(rows({ column: 'Montant', min: -2.5, max: -2.5 })).toEqual([1])
    expect(rows({ column: 'Nom', min: 0 })).toEqual([])
  })

  it('takes every row without a condition and with one that asks for nothing', () => {
    expect(chosenRows(table, undefined)).toBeUndefined()
    expect(rows({ all: [] })).toEqual([0, 1, 2, 3, 4])
    expect(rows({ any: [] })).toEqual([])
  })

  it('says which column is missing', () => {
    expect(() => rowsWhere(table, { column: 'Absente', is: 'blank' })).toThrow('missing-column')
  })

  it('names its columns and follows renamed ones, however deep', () => {
    const condition: Condition = {
      all: [{ column: 'A', is: 'blank' }, { not: { any: [{ column: 'B', in: ['A'] }] } }],
    }
    expect(conditionColumns(condition)).toEqual(['A', 'B'])
    expect(renameInCondition(condition, (name) => `${name}2`)).toEqual({
      all: [{ column: 'A2', is: 'blank' }, { not: { any: [{ column: 'B2', in: ['A'] }] } }],
    })
  })

  it('refuses what a stranger’s recipe could hide', () => {
    const nested = (depth: number): unknown =>
      depth === 1 ? { column: 'A', is: 'blank' } : { not: nested(depth - 1) }
    expect(v.is(conditionSchema, nested(8))).toBe(true)
    expect(v.is(conditionSchema, nested(9))).toBe(false)
    for (const condition of [
      {},
      { column: 'A' },
      { column: '', is: 'blank' },
      { column: 'A', is: 'blank', in: ['x'] },
      { column: 'A', contains: '' },
      { column: 'A', min: 'x' },
      { column: 'A', min: Number.NaN },
      { column: 'A', matches: '(a+)+$' },
    ])
      expect(v.is(conditionSchema, condition), JSON.stringify(condition)).toBe(false)
  })

  const leaf = fc.constantFrom<Condition>(
    { column: 'Nom', is: 'blank' },
    { column: 'Nom', contains: 'elan' },
    { column: 'Montant', min: 0 },
    { column: 'Montant', is: 'filled' },
  )

  it('obeys the laws of not, and, or', () => {
    fc.assert(
      fc.property(leaf, leaf, (a, b) => {
        expect(rows({ not: a })).toEqual([0, 1, 2, 3, 4].filter((row) => !rows(a).includes(row)))
        expect(rows({ all: [a, b] })).toEqual(rows(a).filter((row) => rows(b).includes(row)))
        expect(rows({ not: { any: [a, b] } })).toEqual(rows({ all: [{ not: a }, { not: b }] }))
      }),
    )
  })
})

describe('a condition in words', () => {
  it('is said in both languages', () => {
    const cases: [Condition, string, string][] = [
      [{ column: 'A', is: 'blank' }, '«\u00a0A\u00a0» est vide', '“A” is blank'],
      [{ not: { column: 'A', is: 'blank' } }, '«\u00a0A\u00a0» n’est pas vide', '“A” is not blank'],
      [{ column: 'A', is: 'filled' }, '«\u00a0A\u00a0» n’est pas vide', '“A” is not blank'],
      [
        { column: 'A', in: ['x', 'y'] },
        '«\u00a0A\u00a0» vaut «\u00a0x\u00a0» ou «\u00a0y\u00a0»',
        '“A” is “x” or “y”',
      ],
      [
        { column: 'A', in: ['1', '2', '3', '4'] },
        '«\u00a0A\u00a0» vaut l’une des 4\u00a0valeurs choisies',
        '“A” is one of the 4\u00a0chosen values',
      ],
      [
        { column: 'A', min: 1000, max: 2000 },
        '«\u00a0A\u00a0» est entre 1\u202f000 et 2\u202f000',
        '“A” is between 1,000 and 2,000',
      ],
      [
        {
          all: [
            { column: 'A', contains: 'x' },
            {
              any: [
                { column: 'B', max: 3 },
                { column: 'C', is: 'blank' },
              ],
            },
          ],
        },
        '«\u00a0A\u00a0» contient «\u00a0x\u00a0» et («\u00a0B\u00a0» est au plus 3 ou «\u00a0C\u00a0» est vide)',
        '“A” contains “x” and (“B” is at most 3 or “C” is blank)',
      ],
    ]
    for (const [condition, french, english] of cases) {
      expect(conditionWords.fr(condition)).toBe(french)
      expect(conditionWords.en(condition)).toBe(english)
    }
  })

  it('says something else for a condition and for its contrary', () => {
    const conditions: Condition[] = [
      { column: 'A', is: 'unconverted' },
      { column: 'A', startsWith: 'x' },
      { column: 'A', min: 1 },
      { column: 'A', in: [] },
      { all: [] },
      {
        any: [
          { column: 'A', is: 'blank' },
          { column: 'B', is: 'blank' },
        ],
      },
    ]
    for (const condition of conditions)
      for (const said of [conditionWords.fr, conditionWords.en])
        expect(said({ not: condition })).not.toBe(said(condition))
  })
})
