import { expect, test } from 'vitest'
import {
  bestOf,
  countPairs,
  groupingLines,
  precisionOf,
  recallOf,
  scoreLine,
  SINGLE_METHODS,
  variantMethod,
} from '../../scripts/grouping.ts'
import { hasShared, shared } from '../shared-folder.ts'
import { columnOf } from './columns.ts'
import { noisyNames } from './noisy-names.ts'

/** Without the slowest, which are not the best here. */
const METHODS = SINGLE_METHODS.filter(({ name }) => !name.startsWith('ppm'))

for (const [count, seed] of [
  [60, 1],
  [300, 4],
  [1000, 2],
] as const)
  test(
    `variants of ${count} made-up names are found, and look-alikes stay apart`,
    { timeout: 60_000 },
    async () => {
      const { values, known } = noisyNames(count, seed)
      const column = columnOf(values)
      const counts = countPairs(await variantMethod().groups(column), known, column)
      const singles = new Map<string, [typeof counts]>()
      for (const method of METHODS)
        singles.set(method.name, [countPairs(await method.groups(column), known, column)])
      const best = bestOf(singles)!
      console.log(
        `${count} names: ${scoreLine(counts)}\n  best single (${best.name}): ${scoreLine(best.counts)}`,
      )
      expect(precisionOf(counts)).toBeGreaterThanOrEqual(0.995)
      expect(recallOf(counts)).toBeGreaterThanOrEqual(0.98)
      expect(counts.right).toBeGreaterThan(best.counts.right)
    },
  )

test.skipIf(!hasShared)(
  'variants in the tables of subsidies are all found, and nothing else (skipped without ../shared)',
  { timeout: 120_000 },
  async () => {
    const lines = await groupingLines(shared('data/subventions'), METHODS)
    console.log(lines.join('\n'))
    const [, alone, helped] = lines.slice(lines.indexOf('All files'))
    for (const line of [alone, helped]) expect(line).toContain('precision 1.0000, recall 1.0000')
  },
)
