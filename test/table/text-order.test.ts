import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOrder, type TextOrder } from '../../src/table/text-order.ts'
import { smallTable } from '../small-table.ts'

function ordered(texts: readonly string[], order?: TextOrder): string[] {
  const { dictionary } = smallTable({ A: texts }).columns[0]!
  const codes = Array.from({ length: dictionary.size - 1 }, (_, at) => at + 1)
  return Array.from(textOrder(dictionary, codes, order), (code) => dictionary.text(code))
}

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'oe').toLowerCase()

const byPoints = (a: string, b: string): number => {
  const [left, right] = [a, b].map((text) => Buffer.from(text))
  return Buffer.compare(left!, right!)
}

describe('textOrder', () => {
  it('puts beginnings before what goes on, and spellings of one word side by side', () => {
    expect(ordered(['été', 'Ete', 'etes', 'Été', 'ete', 'œuvre', 'ocre', 'Oe', ''])).toEqual([
      '',
      'Ete',
      'ete',
      'Été',
      'été',
      'etes',
      'ocre',
      'Oe',
      'œuvre',
    ])
  })

  it('gives the order that comparing texts two by two gives, each once, however many and alike they are', () => {
    const letters = fc.array(fc.constantFrom('a', 'A', 'b', 'é', 'É', 'œ', ' ', '1', '日', '😀'), {
      maxLength: 5,
    })
    const text = fc.tuple(fc.constantFrom('', 'Association ', 'association '), letters)
    const texts = fc.array(
      text.map(([start, rest]) => start + rest.join('')),
      { maxLength: 400 },
    )
    fc.assert(
      fc.property(texts, (all) => {
        const different = [...new Set(all)]
        const expected = different.toSorted((a, b) => byPoints(plain(a), plain(b)) || byPoints(a, b))
        expect(ordered(different)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})

describe('textOrder, natural', () => {
  const natural = (...texts: string[]): string[] => ordered(texts, 'natural')

  it('puts numbers within texts by their value, so that nobody reads 10 before 2', () => {
    expect(natural('Lot 10', 'lot 2', 'Lot 2', 'Lot 1 bis', 'Lot 1', 'Lot\u00a03')).toEqual([
      'Lot 1',
      'Lot 1 bis',
      'Lot 2',
      'lot 2',
      'Lot\u00a03',
      'Lot 10',
    ])
    expect(natural('12', '9', '100', '9 bis', '2021-10', '2021-9')).toEqual([
      '9',
      '9 bis',
      '12',
      '100',
      '2021-9',
      '2021-10',
    ])
  })

  it('keeps codes with a zero in front as codes: as written, before the others', () => {
    expect(natural('65', '012', '011', '67', '014', '0', '6586')).toEqual([
      '0',
      '011',
      '012',
      '014',
      '65',
      '67',
      '6586',
    ])
    expect(natural('10', '02', '2B', '01', '2A', '19', '09')).toEqual([
      '01',
      '02',
      '09',
      '2A',
      '2B',
      '10',
      '19',
    ])
  })

  it('tells spellings of one word apart by accents first and then by capitals', () => {
    expect(natural('zoé', 'Zoe', 'zoe', 'Zoé', 'zoo', 'côté', 'cote', 'côte', 'coté')).toEqual([
      'cote',
      'coté',
      'côte',
      'côté',
      'Zoe',
      'zoe',
      'Zoé',
      'zoé',
      'zoo',
    ])
  })

  it('numbers of any length go by their value', () => {
    const number = fc.bigInt({ min: 1n, max: 10n ** 600n })
    fc.assert(
      fc.property(fc.uniqueArray(number, { maxLength: 40 }), (all) => {
        const expected = all.toSorted((a, b) => (a < b ? -1 : 1)).map((one) => `n${one}x`)
        expect(natural(...all.map((one) => `n${one}x`))).toEqual(expected)
      }),
    )
  })

  it('is one order of all texts: any two come the same way whatever is beside them', () => {
    const piece = fc.constantFrom(
      'a',
      'A',
      'é',
      'É',
      'œ',
      ' ',
      '\u00a0',
      '\0',
      '-',
      '0',
      '00',
      '1',
      '9',
      '10',
      '日',
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 8 }).filter((one) => !/\p{Cs}/u.test(one)),
    )
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 60 }), (all) => {
        const sorted = natural(...all)
        expect(natural(...all.toReversed())).toEqual(sorted)
        for (let at = 1; at < sorted.length; at++) {
          const [before, after] = [sorted[at - 1]!, sorted[at]!]
          expect(natural(after, before)).toEqual([before, after])
        }
        const [first, last] = [sorted[0], sorted.at(-1)]
        if (sorted.length > 1) expect(natural(last!, first!)).toEqual([first, last])
      }),
      { numRuns: 200 },
    )
  })
})
