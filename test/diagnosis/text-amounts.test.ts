import { expect, test } from 'vitest'
import { textAmounts } from '../../src/diagnosis/text-amounts.ts'
import { numbers, smallTable } from '../small-table.ts'

const seen = (columns: Parameters<typeof smallTable>[0]) => textAmounts(smallTable(columns))

test('all columns of amounts are proposed at once, with the cells that would not convert', () => {
  const [finding, more] = seen({
    nom: ['a', 'b', 'c', 'd', 'e', 'f'],
    m1: ['27 865,32 €', '1300,00', '0', null, '2\u00a0100,00', '5'],
    m2: ['1,5', '2', '3', '4', 'n.c.', '6'],
  })
  expect(more).toBeUndefined()
  expect(finding?.severity).toBe('look')
  expect(finding?.evidence?.fr).toBe(
    '1\u00a0cellule sur 11 ne pourrait pas devenir un nombre et garderait son texte.',
  )
  expect(finding?.proposal).toEqual({ step: 'to-number', params: { columns: ['m1', 'm2'] } })
})

test('numbers written as files write them are only mentioned', () => {
  expect(seen({ m: ['40000.00', '12.50', '3.00'] })[0]?.severity).toBe('info')
})

test('whole numbers are proposed when the name says that they are amounts', () => {
  expect(seen({ montant: ['100', '2 000'], annee: ['2020', '2021'] })[0]?.proposal?.params).toEqual({
    columns: ['montant'],
  })
})

test.each([
  ['years', ['2018', '2019', '2020']],
  ['SIRET', ['51743470067847', '75542897642378']],
  ['SIRET with blanks', ['517 434 700 67847', '755 428 976 42378']],
  ['telephone numbers', ['04 76 01 02 03', '04 76 01 02 04']],
  ['dates', ['31/12/2020', '01.02.2020']],
  ['codes with zeros', ['011', '65', '012', '1 000', '020']],
  ['names', ['1 rue', 'Judo']],
  ['ruined identifiers', ['2,1456E+13', '2,1457E+13']],
  ['nothing', [null, null]],
])('%s are not taken for amounts', (_, cells) => {
  expect(seen({ c: cells })).toEqual([])
})

test('an aid that nobody received, all zeros, is proposed with the amounts around it', () => {
  const amounts = ['1,50', '2,50']
  expect(seen({ sport: amounts, culture: ['0', null], projet: amounts })[0]?.proposal?.params).toEqual({
    columns: ['sport', 'culture', 'projet'],
  })
  expect(seen({ drapeau: ['0', null], sport: amounts })[0]?.proposal?.params).toEqual({ columns: ['sport'] })
})

test('a column of numbers is settled', () => {
  expect(seen({ m: numbers('1.5', 'n.c.') })).toEqual([])
})

test('in a long column the count of what would not convert is said to be about', () => {
  const cells = Array.from({ length: 40_000 }, (_, i) => (i % 40 === 0 ? `${i} ${i}` : `${i},50`))
  const [finding] = seen({ m: cells })
  expect(finding?.evidence?.fr).toMatch(/^Environ /)
})
