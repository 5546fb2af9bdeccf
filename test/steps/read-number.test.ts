import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decidedNumber, readNumber } from '../../src/steps/read-number.ts'

const sure = (text: string): string | null => {
  const reading = readNumber(text)
  return reading === null ? null : decidedNumber(reading, null)
}

describe('a French or English amount becomes the number that is written', () => {
  test.each([
    ['40 000,00', '40000.00'],
    ['40\u00a0000,00', '40000.00'],
    ['40\u202f000,00', '40000.00'],
    ["40'000.00", '40000.00'],
    ['40’000,00', '40000.00'],
    ['42000.00', '42000.00'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['12,5', '12.5'],
    ['0,125', '0.125'],
    ['1234,567', '1234.567'],
    [',5', '0.5'],
    ['0', '0'],
    ['0,00', '0.00'],
    ['000123,45', '123.45'],
    ['51743470067847', '51743470067847'],
    ['  12  ', '12'],
    ['+3', '3'],
  ])('%j is %s', (text, number) => {
    expect(sure(text)).toBe(number)
  })
})

describe('units are multiplied out exactly, and a percentage stays what is written', () => {
  test.each([
    ['27 865,32 €', '27865.32'],
    ['27865,32€', '27865.32'],
    ['€ 12', '12'],
    ['£270.10', '270.10'],
    ['100 EUR', '100'],
    ['100 euros', '100'],
    ['1,5 k€', '1500'],
    ['1,2345 k€', '1234.5'],
    ['0,1 k€', '100'],
    ['12 K€', '12000'],
    ['1,234567 M€', '1234567'],
    ['3 M€', '3000000'],
    ['2 Md€', '2000000000'],
    ['12,5 %', '12.5'],
    ['012 €', '12'],
  ])('%j is %s', (text, number) => {
    expect(sure(text)).toBe(number)
  })
})

describe('a negative amount keeps its sign however it is written', () => {
  test.each([
    ['-1', '-1'],
    ['−1', '-1'],
    ['- 1 234,50', '-1234.50'],
    ['(1)', '-1'],
    ['(1 234,50 €)', '-1234.50'],
    ['1-', '-1'],
    ['-0,00', '0.00'],
    ['-0', '0'],
    ['(0)', '0'],
  ])('%j is %s', (text, number) => {
    expect(sure(text)).toBe(number)
  })
})

describe('what is not surely a number is not read as one', () => {
  test.each([
    '2,1456E+13',
    '1e3',
    '',
    '-',
    'n.c.',
    '12 5',
    '1 23',
    '514 034 700 67847',
    '1.2.3',
    '31/12/2020',
    '01 02 2020',
    '12,',
    '(1',
    '1)',
    '(-1)',
    '--1',
    '1 234.567,8.9',
    '1,234 567',
    '12 € TTC',
    '2A004',
    '10-12',
    '€ 1 €',
    '0 125',
    '9'.repeat(100),
  ])('%j', (text) => {
    expect(sure(text)).toBeNull()
  })

  test.each(['011', '00', '01000', '0123456789'])('%j is a code, which would lose its zero', (text) => {
    expect(readNumber(text)?.code).toBe(true)
    expect(sure(text)).toBeNull()
  })
})

test('1.234 and 1,234 have two readings, and the mark decides', () => {
  for (const [text, comma, point] of [
    ['1.234', '1234', '1.234'],
    ['1,234', '1.234', '1234'],
    ['-12,345 €', '-12.345', '-12345'],
  ] as const) {
    const reading = readNumber(text)!
    expect([reading.comma, reading.point]).toEqual([comma, point])
    expect(decidedNumber(reading, null)).toBeNull()
    expect(decidedNumber(reading, 'comma')).toBe(comma)
    expect(decidedNumber(reading, 'point')).toBe(point)
  }
})

test('a number written in any French way is read back to the digit', () => {
  const spaces = fc.constantFrom('', ' ', '\u00a0', '\u202f', '’')
  const unit = fc.constantFrom('', ' €', '€', '\u00a0EUR')
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fc.stringMatching(/^\d{2}$/),
      spaces,
      unit,
      (whole, cents, space, after) => {
        const sign = whole < 0n ? '-' : ''
        const digits = (whole < 0n ? -whole : whole).toString()
        const written = `${sign}${digits.replace(/\B(?=(\d{3})+$)/g, space)},${cents}${after}`
        const zero = /^0*$/.test(digits + cents)
        expect(sure(written)).toBe(`${zero ? '' : sign}${digits}.${cents}`)
      },
    ),
  )
})

test('a canonical number is read as itself, so that a published table can be opened again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/), (text) => {
      const reading = readNumber(text)
      const zero = !/[1-9]/.test(text)
      expect(reading && decidedNumber(reading, 'point')).toBe(zero ? text.replace('-', '') : text)
    }),
  )
})

test('a long cell is given up at once', () => {
  const start = performance.now()
  for (const text of ['1'.repeat(100_000), ' '.repeat(100_000) + 'x', '1 '.repeat(50_000)]) readNumber(text)
  expect(performance.now() - start).toBeLessThan(200)
})
