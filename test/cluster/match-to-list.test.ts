import { expect, test } from 'vitest'
import { combineColumns, partsOf } from '../../src/cluster/combine-columns.ts'
import { findVariants } from '../../src/cluster/find-variants.ts'
import { matchToList } from '../../src/cluster/match-to-list.ts'
import { noProgress } from '../../src/cluster/progress.ts'
import { columnOf } from './columns.ts'

const LIST = columnOf([
  'Saint-Martin-d’Hères',
  'Saint-Martin-le-Vinoux',
  'Échirolles',
  'Eybens',
  'Le Pont-de-Claix',
  'Villard-de-Lans',
  'Villard-Bonnot',
  'Grenoble 1',
  'Grenoble 2',
])

test('each name gets the official one nearest to it, and what is not clear is left to the person', async () => {
  const names = [
    'EYBENS',
    'Eybens',
    'ST MARTIN D HERES',
    'Echirrolles',
    'Pont de Claix',
    'Grenoble 2',
    'Grenoble 3',
    'Villard',
    'Paris',
  ]
  const matches = await matchToList(columnOf(names), LIST, noProgress)
  expect(Object.fromEntries(matches.map(({ text, official }) => [text, official]))).toEqual({
    EYBENS: 'Eybens',
    Eybens: 'Eybens',
    'ST MARTIN D HERES': 'Saint-Martin-d’Hères',
    Echirrolles: 'Échirolles',
    'Pont de Claix': 'Le Pont-de-Claix',
    'Grenoble 2': 'Grenoble 2',
    'Grenoble 3': null,
    Villard: null,
    Paris: null,
  })
  const villard = matches.find(({ text }) => text === 'Villard')!
  expect(
    villard.others
      .map(({ official }) => official)
      .slice(0, 2)
      .sort(),
  ).toEqual(['Villard-Bonnot', 'Villard-de-Lans'])
  expect(matches.find(({ text }) => text === 'Eybens')).toMatchObject({ score: 1, reason: null })
  expect(matches.find(({ text }) => text === 'EYBENS')?.score).toBeLessThan(1)
})

test('the same name in two communes is two things, and its spellings in one commune are one', async () => {
  const names = columnOf(['Comité des fêtes', 'COMITÉ DES FÊTES', 'Comité des fêtes'], 'nom')
  const communes = columnOf(['Eybens', 'Eybens', 'Gières'], 'commune')
  const combined = combineColumns('nom et commune', [names, communes])
  const groups = await findVariants(combined, [], noProgress)
  expect(groups.map(({ values }) => values.map(({ text }) => partsOf(text)))).toEqual([
    [
      ['COMITÉ DES FÊTES', 'Eybens'],
      ['Comité des fêtes', 'Eybens'],
    ],
  ])
})
