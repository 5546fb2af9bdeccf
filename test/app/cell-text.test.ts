import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalText, shownText, searchedText } from '../../src/app/grid/cell-text.ts'

it('amounts are shown as French people write them, digit for digit', () => {
  expect(shownText('1234567890123456789.10', 'number', 'fr')).toBe(
    '1\u202f234\u202f567\u202f890\u202f123\u202f456\u202f789,10',
  )
  expect(shownText('-42', 'number', 'fr')).toBe('−42')
})

it('dates and yes/no are shown in words of the language', () => {
  expect(shownText('2020-12-31', 'date', 'fr')).toBe('31/12/2020')
  expect(shownText('2020-12-31', 'date', 'en')).toBe('2020-12-31')
  expect(shownText('true', 'boolean', 'fr')).toBe('oui')
})

it('a time is shown after its day, and typed again as it is shown is the same moment', () => {
  expect(shownText('2020-12-31T14:30:00', 'date', 'fr')).toBe('31/12/2020 14:30:00')
  expect(shownText('2020-12-31T14:30:00Z', 'date', 'en')).toBe('2020-12-31 14:30:00Z')
  for (const language of ['fr', 'en'] as const)
    for (const text of ['2020-12-31', '2020-12-31T14:30:00', '2020-12-31T14:30:00.5+02:00'])
      expect(canonicalText(shownText(text, 'date', language), 'date', language)).toBe(text)
})

it('a text stays as it is, even if it looks like a number', () => {
  expect(shownText('011', 'text', 'fr')).toBe('011')
  expect(canonicalText('1 234,50', 'text', 'fr')).toBe('1 234,50')
})

it('a number typed again as it is shown is the same number', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 99 }))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
  fc.assert(
    fc.property(decimal, fc.constantFrom('fr' as const, 'en' as const), (text, language) => {
      expect(canonicalText(shownText(text, 'number', language), 'number', language)).toBe(text)
    }),
  )
})

it('what is not a number is kept as typed', () => {
  expect(canonicalText('environ 12', 'number', 'fr')).toBe('environ 12')
})

it('a part of a number or of a date is found as the table shows it', () => {
  expect(searchedText('3\u202f500,0', 'number', 'fr')).toBe('3500.0')
  expect(searchedText('3,500.0', 'number', 'en')).toBe('3500.0')
  expect(searchedText('environ 30', 'number', 'fr')).toBe('environ 30')
  expect(searchedText('03/2021', 'date', 'fr')).toBe('2021-03')
  expect(searchedText('2021', 'date', 'fr')).toBe('2021')
  expect(searchedText('12,5', 'text', 'fr')).toBe('12,5')
})
