import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOrder } from '../../src/table/text-order.ts'
import { smallTable } from '../small-table.ts'

function ordered(texts: readonly string[]): string[] {
  const { dictionary } = smallTable({ A: texts }).columns[0]!
  const codes = Array.from({ length: dictionary.size - 1 }, (_, at) => at + 1)
  return Array.from(textOrder(dictionary, codes), (code) => dictionary.text(code))
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
