import fc from 'fast-check'
import { expect, it } from 'vitest'
import { folded } from '../../src/steps/folded.ts'
import { foldedEntries } from '../../src/steps/folded-entries.ts'
import { smallTable } from '../small-table.ts'

it('finds the same entries by their bytes as texts compared without case, accents and outer blanks', () => {
  const letter = fc.constantFrom('a', 'A', 'b', ' ', '\t', 'é', 'E', 'œ', '1', '’', '€')
  const text = fc.array(letter, { maxLength: 6 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), text, (texts, wanted) => {
      const { dictionary } = smallTable({ A: texts }).columns[0]!
      const anywhere = foldedEntries(dictionary, wanted, 'anywhere')
      const start = foldedEntries(dictionary, wanted, 'start')
      for (let code = 0; code < dictionary.size; code++) {
        const own = folded(dictionary.text(code))
        expect(anywhere(code)).toBe(own.includes(folded(wanted)))
        expect(start(code)).toBe(own.startsWith(folded(wanted)))
      }
    }),
    { numRuns: 500 },
  )
})
