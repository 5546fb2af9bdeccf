import type { CellTest, Condition } from '../../../steps/condition.ts'

/** Kinds of test that the builder offers, in its order. */
export const TEST_KINDS = [
  'blank',
  'filled',
  'in',
  'notIn',
  'contains',
  'notContains',
  'startsWith',
  'between',
  'unconverted',
] as const
export type TestKind = (typeof TEST_KINDS)[number]

/** A condition as the builder shows it: tests, all of which (or any of which) must hold. */
export interface ConditionRows {
  join: 'all' | 'any'
  tests: readonly Condition[]
}

/** The kind of a test, `null` when the builder has none for it. */
export function testKind(test: Condition): TestKind | null {
  if ('not' in test) {
    if ('in' in test.not) return 'notIn'
    return 'contains' in test.not ? 'notContains' : null
  }
  if ('all' in test || 'any' in test) return null
  if ('is' in test) return test.is
  if ('in' in test) return 'in'
  if ('contains' in test) return 'contains'
  if ('startsWith' in test) return 'startsWith'
  return 'between'
}

/** The test itself, without a `not` before it. */
export const cellTest = (test: Condition): CellTest => ('not' in test ? test.not : test) as CellTest

/** A condition as rows of the builder; `null` when it nests more than the builder can show. */
export function conditionRows(condition: Condition): ConditionRows | null {
  const rows: ConditionRows =
    'all' in condition
      ? { join: 'all', tests: condition.all }
      : 'any' in condition
        ? { join: 'any', tests: condition.any }
        : { join: 'all', tests: [condition] }
  return rows.tests.length > 0 && rows.tests.every((test) => testKind(test) !== null) ? rows : null
}

export function conditionOf({ join, tests }: ConditionRows): Condition {
  if (tests.length === 1) return tests[0]!
  return join === 'all' ? { all: [...tests] } : { any: [...tests] }
}

/** A test of another kind on the same column, with what was filled in kept where it still makes sense. */
export function testOfKind(kind: TestKind, before: CellTest): Condition {
  const { column } = before
  const values = 'in' in before ? before.in : []
  const text =
    'contains' in before
      ? before.contains
      : 'startsWith' in before
        ? before.startsWith
        : values.length === 1
          ? values[0]!
          : ''
  switch (kind) {
    case 'blank':
    case 'filled':
    case 'unconverted':
      return { column, is: kind }
    case 'in':
      return { column, in: values }
    case 'notIn':
      return { not: { column, in: values } }
    case 'contains':
      return { column, contains: text }
    case 'notContains':
      return { not: { column, contains: text } }
    case 'startsWith':
      return { column, startsWith: text }
    case 'between':
      return { column }
  }
}

/** Whether a list of values in the condition is still empty: valid in a recipe, but surely not what the person means. */
export function hasEmptyList(condition: Condition): boolean {
  if ('all' in condition) return condition.all.length === 0 || condition.all.some(hasEmptyList)
  if ('any' in condition) return condition.any.length === 0 || condition.any.some(hasEmptyList)
  if ('not' in condition) return hasEmptyList(condition.not)
  return 'in' in condition && condition.in.length === 0
}
