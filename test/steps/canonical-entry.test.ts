import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalEntry } from '../../src/steps/canonical-entry.ts'
import { decidedNumber, readNumber } from '../../src/steps/read-number.ts'
import { columnNamed } from '../../src/table/table.ts'
import { smallTable } from '../small-table.ts'

const text = fc
  .array(fc.constantFrom('0', '1', '9', '00', '.', ',', '-', '234', ' ', 'k', '€'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))

it('keeps only what reading it as a number would leave as it is, whatever the other values', () => {
  fc.assert(
    fc.property(text, (written) => {
      const column = columnNamed(smallTable({ A: [written] }), 'A')
      const reading = readNumber(written)
      if (canonicalEntry(column, false)(1)) {
        for (const mark of ['comma', 'point', null] as const)
          expect(decidedNumber(reading!, mark)).toBe(written)
        expect(reading!.point).toBe(written)
      }
      if (canonicalEntry(column, true)(1)) expect(reading!.comma).toBe(written)
    }),
    { numRuns: 2000 },
  )
})

it('knows the amounts that most files hold, or converting a million of them would take a second', () => {
  const amounts = ['42', '0', '-3', '1234.5', '0.50', '-0.01', '123456789.1234']
  const column = columnNamed(smallTable({ A: amounts }), 'A')
  expect(amounts.map((_, at) => canonicalEntry(column, false)(at + 1))).toEqual(amounts.map(() => true))
})
