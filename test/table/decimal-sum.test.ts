import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnTotal, DecimalSum, isDecimalText } from '../../src/table/decimal-sum.ts'
import { columnNamed } from '../../src/table/table.ts'
import { numbers, smallTable } from '../small-table.ts'

const sumOf = (...texts: string[]): string => {
  const sum = new DecimalSum()
  for (const text of texts) sum.add(text)
  return sum.toString()
}

const totalOf = (...texts: (string | null)[]) =>
  columnTotal(columnNamed(smallTable({ A: numbers(...texts) }), 'A'))

describe('a sum of decimals', () => {
  it('is exact where computer numbers are not', () => {
    expect(sumOf('0.1', '0.2')).toBe('0.3')
    expect(totalOf('0.10', '0.20', '0.3')).toBe('0.60')
    expect(totalOf('9007199254740993', '0.01')).toBe('9007199254740993.01')
  })

  it('keeps the decimals of the most precise number, and the sign', () => {
    expect(sumOf('42000.00', '-42000')).toBe('0.00')
    expect(sumOf('-0.05')).toBe('-0.05')
    expect(totalOf('-1.5', '0.25')).toBe('-1.25')
    expect(sumOf()).toBe('0')
  })

  it('of a column counts each cell, and blanks and unconverted cells for nothing', () => {
    expect(totalOf('10', '10', null, 'néant', '0.5')).toBe('20.5')
    expect(totalOf(null)).toBe('0')
    expect(columnTotal(columnNamed(smallTable({ A: ['1'] }), 'A'))).toBeNull()
  })

  it('agrees with whole cents however large, many or repeated the numbers are', () => {
    const cents = fc.oneof(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(-(10n ** 19n), 10n ** 19n))
    const written = (value: bigint): string => {
      const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
      return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
    }
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 50 }))), (added) => {
        const bytes = new DecimalSum()
        const texts = new DecimalSum()
        let expected = 0n
        for (const [value, times] of added) {
          const utf8 = new TextEncoder().encode(`x${written(value)}y`)
          bytes.addBytes(utf8, 1, utf8.length - 1, times)
          texts.add(written(value), times)
          expected += value * BigInt(times)
        }
        const sum = added.length === 0 ? '0' : written(expected)
        expect(bytes.toString()).toBe(sum)
        expect(texts.toString()).toBe(sum)
      }),
    )
  })

  it('stays exact when small numbers add up to a great one', () => {
    const sum = new DecimalSum()
    const text = new TextEncoder().encode('99999999999.99')
    for (let i = 0; i < 2000; i++) sum.addBytes(text, 0, text.length, 3)
    expect(sum.toString()).toBe('599999999999940.00')
  })

  it('takes only canonical texts for numbers', () => {
    expect(['1', '-1.50', '007', '0.0'].every(isDecimalText)).toBe(true)
    expect(['', '1,5', '1.', '.5', '+1', '1e3', ' 1', '1 000', '--1'].some(isDecimalText)).toBe(false)
  })
})
