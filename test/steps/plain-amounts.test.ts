import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalEntry } from '../../src/steps/canonical-entry.ts'
import { plainAmounts } from '../../src/steps/plain-amounts.ts'
import { columnNamed } from '../../src/table/table.ts'
import { smallTable } from '../small-table.ts'

const text = fc
  .array(fc.constantFrom('0', '1', '9', '00', '.', '.50', '.07', '-', '234', ' ', '/', ':', 'é'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
const amount = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)

it('calls a column plain amounts only if each entry is a number as number columns write it, and counts its decimals', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(amount, text), { minLength: 1, maxLength: 3 }), (written) => {
      const column = columnNamed(smallTable({ A: written }), 'A')
      const isCanonical = canonicalEntry(column, false)
      const decimals = written.map((each) => (each.includes('.') ? each.length - each.indexOf('.') - 1 : 0))
      const expected = written.every((_, at) => isCanonical(at + 1))
        ? { most: Math.max(...decimals), least: Math.min(...decimals) }
        : null
      expect(plainAmounts(column)).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})
