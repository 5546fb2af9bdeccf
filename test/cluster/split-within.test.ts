import { expect, test } from 'vitest'
import { clusterByKey } from '../../src/cluster/cluster-by-key.ts'
import { findVariants } from '../../src/cluster/find-variants.ts'
import { findKeyer } from '../../src/cluster/keyers.ts'
import { splitWithin } from '../../src/cluster/split-within.ts'
import { columnNamed, tableFromRows } from '../../src/table/table.ts'

const table = tableFromRows(
  ['name', 'town'],
  [
    ['Comité des fêtes', 'Lyon'],
    ['Comité des fêtes', 'Lyon'],
    ['COMITE DES FETES', 'Lyon'],
    ['comité des fêtes', 'Nice'],
    ['Comité des fêtes', 'Nice'],
    ['comité des fêtes', 'Nice'],
    ['Comite des fetes', 'Vienne'],
    ['Judo club', null],
    ['JUDO CLUB', null],
  ],
)
const name = columnNamed(table, 'name')
const town = [columnNamed(table, 'town')]
const shape = (groups: ReturnType<typeof splitWithin>) =>
  groups.map(({ within, values }) => [within, values.map(({ text, cells }) => [text, cells])])
const expected = [
  [
    ['Lyon'],
    [
      ['Comité des fêtes', 2],
      ['COMITE DES FETES', 1],
    ],
  ],
  [
    ['Nice'],
    [
      ['comité des fêtes', 2],
      ['Comité des fêtes', 1],
    ],
  ],
  [
    [''],
    [
      ['JUDO CLUB', 1],
      ['Judo club', 1],
    ],
  ],
]

test('a group holds only for one town, with the cells counted there; a name alone in its town is left out', () => {
  const groups = splitWithin(clusterByKey(name, findKeyer('fingerprint')!), name, town)
  expect(shape(groups)).toEqual(expected)
  expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
})

test('evidence names only spellings of the town', async () => {
  const groups = splitWithin(await findVariants(name, [], () => Promise.resolve()), name, town)
  expect(shape(groups).toSorted()).toEqual(expected.toSorted())
  for (const group of groups) {
    if (!('links' in group)) throw new Error('no evidence')
    const texts = group.values.map(({ text }) => text)
    expect(group.links.length).toBeGreaterThan(0)
    if (group.links.length === texts.length - 1)
      for (const { a, b } of group.links) expect([texts.includes(a), texts.includes(b)]).toEqual([true, true])
  }
})
