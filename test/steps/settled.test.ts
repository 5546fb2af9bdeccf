import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { settledByCode, settledField, withDecisions } from '../../src/steps/settled.ts'

const decisions = fc.array(
  fc.record({
    code: fc.constantFrom('1', '2', ' 2', '656'),
    to: fc.constantFrom('6586', null),
    reason: fc.constantFrom('a', 'b'),
  }),
  { maxLength: 4 },
)

describe('settling codes', () => {
  it('keeps one decision a code, the newest, so that the recipe stays one that Tamis reads', () => {
    fc.assert(
      fc.property(decisions, decisions, (before, added) => {
        const all = withDecisions(withDecisions(undefined, before), added)
        expect(v.is(settledField.schema, all)).toBe(true)
        for (const { code } of [...before, ...added]) {
          const newest = [...before, ...added].findLast((one) => one.code.trim() === code.trim())
          expect(settledByCode(all).get(code.trim())).toEqual(newest)
        }
      }),
    )
  })
})
