import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterByDistance } from '../../src/cluster/cluster-by-distance.ts'
import { findDistance } from '../../src/cluster/distances.ts'
import { editDistance } from '../../src/cluster/edit-distance.ts'
import { nearPairs } from '../../src/cluster/near-pairs.ts'
import { noProgress } from '../../src/cluster/progress.ts'
import { Problem } from '../../src/problem/problem.ts'
import { columnOf } from './columns.ts'

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 8 })
/** Texts around the length from which halves are compared, a letter or two apart from a common one. */
const long = fc
  .tuple(
    fc.integer({ min: 66, max: 80 }),
    fc.nat(79),
    fc.nat(79),
    fc.constantFrom('', 'x', 'xy'),
    fc.boolean(),
  )
  .map(([length, first, second, put, swap]) => {
    const whole = 'le comité des fêtes de la commune et de ses hameaux réunis, section du haut pays'.slice(
      0,
      length,
    )
    const changed = whole.slice(0, first) + put + whole.slice(first + (swap ? 1 : 0))
    return changed.slice(0, second) + changed.slice(second + 1)
  })

test('no pair within one or two letters is left out, and none is invented', async () => {
  const texts = fc.uniqueArray(fc.oneof(short, long), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom(1 as const, 2 as const), async (list, radius) => {
      const expected: string[] = []
      for (let a = 0; a < list.length; a++)
        for (let b = a + 1; b < list.length; b++) {
          const distance = editDistance(list[a]!, list[b]!)
          if (distance <= radius) expected.push(`${a} ${b} ${distance}`)
        }
      const found = await nearPairs(list, { radius }, noProgress)
      expect(found.map(({ a, b, distance }) => `${a} ${b} ${distance}`).sort()).toEqual(expected.sort())
    }),
    { numRuns: 300 },
  )
})

test('texts of different kinds do not meet', async () => {
  const found = await nearPairs(
    ['judo', 'judi', 'juda'],
    { radius: 1, kinds: Uint32Array.of(1, 1, 2) },
    noProgress,
  )
  expect(found).toEqual([{ a: 0, b: 1, distance: 1 }])
})

test('a person can give up a search', async () => {
  const giveUp = () => Promise.reject(new Problem('cancelled', {}))
  await expect(nearPairs(['judo', 'judi'], { radius: 1 }, giveUp)).rejects.toThrow(Problem)
})

test('without blocking, near texts that share no run of letters are grouped too', async () => {
  const column = columnOf(['abc', 'abx', 'ABC', 'zzz'])
  const levenshtein = findDistance('levenshtein')!
  const groups = async (runLength: number | null) =>
    (await clusterByDistance(column, levenshtein, { radius: 1, runLength }, noProgress)).map(({ values }) =>
      values.map(({ text }) => text),
    )
  expect(await groups(6)).toEqual([])
  expect(await groups(null)).toEqual([['ABC', 'abc', 'abx']])
})

test('searching with and without blocking gives the same when the blocks hide nothing', async () => {
  const values = ['judo hoche', 'judo hoches', 'judo hocje', 'danse hoche', 'danses hoche', 'hceoh judo']
  for (const id of ['levenshtein', 'damerau', 'jaro-winkler', 'token-set', 'ppm']) {
    const distance = findDistance(id)!
    const groups = (runLength: number | null) =>
      clusterByDistance(columnOf(values), distance, { radius: distance.radius, runLength }, noProgress)
    expect(await groups(null)).toEqual(await groups(1))
  }
})

test('codes that are nearly all near each other are refused in words, and do not fill the memory', async () => {
  const codes = Array.from({ length: 2600 }, (_, n) => `${String.fromCharCode(0x4e00 + n)}a`)
  await expect(nearPairs(codes, { radius: 1 }, noProgress)).rejects.toMatchObject({ code: 'too-many-near' })
})

test('with blocking, the same texts are near whether they are found by letters or pair by pair', async () => {
  const values = [
    'judo hoche',
    'judo hochez',
    'judo hocje',
    'xudo hocje',
    'danse hoche',
    'danses hoche',
    'a',
    'b',
  ]
  const levenshtein = findDistance('levenshtein')!
  for (const runLength of [1, 3, 6])
    for (const parts of [1, 2]) {
      const groups = (distance: typeof levenshtein) =>
        clusterByDistance(columnOf(values), distance, { radius: 2, runLength, parts }, noProgress)
      expect(await groups(levenshtein)).toEqual(await groups({ ...levenshtein, countsLetters: false }))
    }
})
