import { describe, expect, test } from 'vitest'
import { scoreFile, type Score } from '../../scripts/oracles.ts'
import { hasShared, shared } from '../shared-folder.ts'

/** Kinds of case that Tamis does not answer, on purpose: see docs/grouping.md. */
const NOT_OFFERED = ['metaphone3', 'beider-morse']

describe.skipIf(!hasShared)('as OpenRefine 3.6.2 answers (skipped without ../shared)', () => {
  for (const file of ['keyers.json', 'distances.json', 'clusters.json'])
    test(`${file}: every method that bears its name gives the same`, { timeout: 120_000 }, async () => {
      const score = (await scoreFile(shared('oracles'), file)) as Score
      const different = [...score.kinds].filter(([, { passed, total }]) => passed < total)
      expect(different.map(([kind]) => kind)).toEqual(file === 'distances.json' ? [] : NOT_OFFERED)
    })
})
