import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayWords } from '../../src/i18n/day-words.ts'
import { readDate } from '../../src/steps/read-date.ts'
import { readSerial } from '../../src/steps/read-serial.ts'

const day = (text: string) => readDate(text)?.day ?? null

test.each([
  '31/12/2020',
  '31-12-2020',
  '31.12.2020',
  '31 / 12 / 2020',
  '2020-12-31',
  '2020/12/31',
  '20201231',
  '31122020',
  '31 décembre 2020',
  '31 déc. 2020',
  '31-déc-2020',
  '31 Décembre 2020',
  'jeudi 31 décembre 2020',
  'Jeu. 31/12/2020',
  'le 31 décembre 2020',
  '31 December 2020',
  'December 31, 2020',
  'Thursday, December 31st, 2020',
  '31-Dec-20',
  '31/12/20',
  ' 31\u00a0décembre\u00a02020 ',
])('%s is the last day of 2020', (text) => {
  expect(readDate(text)).toMatchObject({ day: '2020-12-31', time: '' })
})

test('1er janvier and 1/2/2020 are days, and the second is said both ways', () => {
  expect(day('1er janvier 2020')).toBe('2020-01-01')
  expect(readDate('1/2/2020')).toMatchObject({ day: '2020-02-01', month: '2020-01-02' })
})

test('years of two digits are of this century up to 68', () => {
  expect([day('1/1/68'), day('1/1/69')]).toEqual(['2068-01-01', '1969-01-01'])
  expect(readDate('1/1/68')?.shortYear).toBe(true)
})

test('a month or a year alone says no more than that', () => {
  expect(['décembre 2020', '12/2020', '2020-12', 'déc-20', 'Dec 2020', '2020'].map(day)).toEqual([
    '2020-12',
    '2020-12',
    '2020-12',
    '2020-12',
    '2020-12',
    '2020',
  ])
})

test.each([
  ['31/12/2020 14:30', '14:30:00', ''],
  ['31/12/2020 14h30', '14:30:00', ''],
  ['31/12/2020 à 14 h', '14:00:00', ''],
  ['31 décembre 2020, 8:05:09', '08:05:09', ''],
  ['2020-12-31T14:30:00Z', '14:30:00', 'Z'],
  ['2020-12-31T14:30:00.000+0100', '14:30:00', '+01:00'],
  ['2020-12-31 14:30:00.25', '14:30:00.25', ''],
  ['2020-12-31T14:30:00-05:00', '14:30:00', '-05:00'],
  ['Dec 31, 2020 2:30 PM', '14:30:00', ''],
  ['31/12/2020 12:00 am', '00:00:00', ''],
])('%s keeps its time', (text, time, zone) => {
  expect(readDate(text)).toMatchObject({ day: '2020-12-31', time, zone })
})

test.each([
  '31/02/2020',
  '2021-02-29',
  '31 avril 2020',
  '00/00/0000',
  '31/12/2020 25:00',
  'lundi 31 décembre 2020',
])('%s is a date that does not exist', (text) =>
  expect(readDate(text)).toMatchObject({ day: null, month: null }),
)

test.each([
  '',
  'Judo 3',
  '44196',
  '12,50',
  '011',
  '75001',
  '98765432',
  '1234',
  '04 76 01 02 03',
  '1.2.3',
  'mars',
  '14:30',
  '12:30-14:00',
  '51743470067847',
])('%j is no date', (text) => expect(readDate(text)).toBeNull())

const someDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('a day is read again from whatever way it is written in', () => {
  const ways: readonly ((year: string, month: string, day: string, iso: string) => string)[] = [
    (year, month, day) => `${day}/${month}/${year}`,
    (year, month, day) => `${Number(day)}.${Number(month)}.${year}`,
    (year, month, day) => `${day}-${month}-${year} 00:00:00`,
    (year, month, day) => `${year}/${month}/${day}`,
    (year, month, day) => `${year}${month}${day}`,
    (year, month, day) => `${day}${month}${year}`,
    (_year, _month, _day, iso) => iso,
    (_year, _month, _day, iso) => `${iso}T12:34:56+02:00`,
    (_year, _month, _day, iso) => dayWords.fr(iso),
    (_year, _month, _day, iso) => `${dayWords.en(iso)} 09:05`,
  ]
  fc.assert(
    fc.property(someDay, fc.constantFrom(...ways), (iso, write) => {
      const [year = '', month = '', ofMonth = ''] = iso.split('-')
      expect(day(write(year, month, ofMonth, iso))).toBe(iso)
    }),
  )
})

test('no text makes the reading hang, and what it reads is always a day, a month or a year', () => {
  const text = fc.stringMatching(/^[0-9:hT/. apmz+-]{0,80}$/)
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ maxLength: 200, unit: 'binary' })), (written) => {
      const found = readDate(written)
      for (const iso of [found?.day, found?.month])
        if (typeof iso === 'string') expect(iso).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/)
    }),
  )
})

test('numbers of spreadsheets are days, with their time, in either system', () => {
  expect(readSerial('44196', '1900')).toMatchObject({ day: '2020-12-31', time: '' })
  expect(readSerial('42734', '1904')).toMatchObject({ day: '2020-12-31', time: '' })
  expect(readSerial('44196,5', '1900')).toMatchObject({ day: '2020-12-31', time: '12:00:00' })
  expect(['2020', '75001', '11', '4419', 'x'].map((text) => readSerial(text, '1900'))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  fc.assert(
    fc.property(fc.integer({ min: 29_221, max: 65_746 }), (serial) => {
      const iso = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
      expect(readSerial(String(serial), '1900')?.day).toBe(iso)
    }),
  )
})
