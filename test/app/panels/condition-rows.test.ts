import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conditionOf,
  conditionRows,
  hasEmptyList,
  TEST_KINDS,
  testKind,
  testOfKind,
} from '../../../src/app/panels/fields/condition-rows.ts'
import type { Condition } from '../../../src/steps/condition.ts'

const column = fc.constantFrom('Nature', 'Montant')
const word = fc.string({ minLength: 1 })
const test: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ column, is: fc.constantFrom('blank', 'filled', 'unconverted') }),
  fc.record({ column, in: fc.array(word, { minLength: 1 }) }),
  fc.record({ column, contains: word }),
  fc.record({ column, startsWith: word }),
  fc.record({ column, min: fc.integer(), max: fc.integer() }),
  fc.record({ not: fc.record({ column, in: fc.array(word, { minLength: 1 }) }) }),
  fc.record({ not: fc.record({ column, contains: word }) }),
)

describe('the builder of conditions', () => {
  it('gives back the condition that it was given, when nothing is changed', () => {
    const many = fc.array(test, { minLength: 2, maxLength: 4 })
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      test,
      many.map((all) => ({ all })),
      many.map((any) => ({ any })),
    )
    fc.assert(
      fc.property(condition, (given) => {
        expect(conditionOf(conditionRows(given)!)).toEqual(given)
      }),
    )
  })

  it('does not pretend to show what it cannot show, so that a nested condition is kept', () => {
    const nested: Condition = {
      any: [{ column: 'Nature', is: 'blank' }, { all: [{ column: 'Montant', min: 1 }] }],
    }
    expect(conditionRows(nested)).toBeNull()
    expect(conditionRows({ not: { column: 'Nature', is: 'blank' } })).toBeNull()
    expect(conditionRows({ all: [] })).toBeNull()
  })

  it('makes each kind of test that it offers, on the same column', () => {
    for (const kind of TEST_KINDS) {
      const made = testOfKind(kind, { column: 'Nature', in: ['TOTAL'] })
      expect(testKind(made)).toBe(kind)
      expect(JSON.stringify(made)).toContain('"Nature"')
    }
  })

  it('keeps the text when the kind changes between “contains” and “starts with”', () => {
    expect(testOfKind('startsWith', { column: 'Nature', contains: 'TOT' })).toEqual({
      column: 'Nature',
      startsWith: 'TOT',
    })
  })

  it('takes a list without values for unfinished, wherever it is', () => {
    expect(hasEmptyList({ column: 'Nature', in: [] })).toBe(true)
    expect(hasEmptyList({ all: [{ column: 'Nature', is: 'blank' }, { not: { column: 'A', in: [] } }] })).toBe(
      true,
    )
    expect(hasEmptyList({ column: 'Nature', in: ['a'] })).toBe(false)
  })
})
