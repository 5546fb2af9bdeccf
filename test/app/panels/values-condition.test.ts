import { expect, it } from 'vitest'
import { valuesCondition } from '../../../src/app/panels/values-condition.ts'

it('filters on blanks, on values, or on both, as they were chosen', () => {
  expect(valuesCondition('Nature', ['656'])).toEqual({ column: 'Nature', in: ['656'] })
  expect(valuesCondition('Nature', [''])).toEqual({ column: 'Nature', is: 'blank' })
  expect(valuesCondition('Nature', ['', '656'])).toEqual({
    any: [
      { column: 'Nature', is: 'blank' },
      { column: 'Nature', in: ['656'] },
    ],
  })
})
