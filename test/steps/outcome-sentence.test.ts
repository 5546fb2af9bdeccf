import { expect, it } from 'vitest'
import { outcomeSentence } from '../../src/steps/outcome-sentence.ts'
import type { Outcome } from '../../src/steps/outcome.ts'

const outcome = (known: Partial<Outcome>): Outcome => ({
  rowsBefore: 10,
  rowsAfter: 10,
  changedCells: 0,
  addedColumns: [],
  removedColumns: [],
  failures: [],
  totals: [],
  remarks: [],
  ...known,
})

it('says that nothing had to change, rather than nothing', () => {
  expect(outcomeSentence(outcome({}), 'trim-and-collapse', 'fr')).toBe('rien n’avait besoin de changer')
})

it('does not say of rows that were sorted that nothing had to change', () => {
  expect(outcomeSentence(outcome({}), 'sort-rows', 'fr')).toBe('')
})

it('says rows removed and totals that moved', () => {
  const said = outcomeSentence(
    outcome({ rowsAfter: 9, totals: [{ column: 'montant', before: '20.00', after: '10.00' }] }),
    'remove-rows',
    'fr',
  )
  expect(said).toBe('1\u00a0ligne retirée, total de «\u00a0montant\u00a0» changé\u00a0: 20,00 → 10,00')
})

it('adds what the step itself remarks, as sentences of their own', () => {
  const said = outcomeSentence(
    outcome({ changedCells: 3, remarks: [{ fr: 'Un signe € est retiré.', en: 'A € sign is removed.' }] }),
    'to-number',
    'en',
  )
  expect(said).toBe('3\u00a0cells converted. A € sign is removed')
})
