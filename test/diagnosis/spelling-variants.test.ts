import { expect, test } from 'vitest'
import { spellingVariants } from '../../src/diagnosis/spelling-variants.ts'
import { smallTable } from '../small-table.ts'

test('groups of spellings are counted, with an example and the rows of the minor ones', () => {
  const [finding, more] = spellingVariants(
    smallTable({ nom: ['Club judo', 'CLUB JUDO', 'Club judo', 'Danse', 'danse.', 'Échecs'] }),
  )
  expect(more).toBeUndefined()
  expect(finding?.text.fr).toContain('2 valeurs')
  expect(finding?.evidence?.fr).toBe('Par exemple «\u00a0Club judo\u00a0» et «\u00a0CLUB JUDO\u00a0».')
  expect(finding?.rows).toEqual([1, 4])
  expect(finding?.proposal).toEqual({ step: 'replace-values', params: { column: 'nom' } })
})

test('codes, dates and numbers that only differ by a sign are no spellings of one thing', () => {
  expect(
    spellingVariants(
      smallTable({
        ref: ['A-1', 'A1', 'A.1'],
        date: ['01/02/2020', '01-02-2020', '0102/2020'],
        m: ['1 000', '1.000', '1000'],
      }),
    ),
  ).toEqual([])
})

test('long texts are not grouped', () => {
  const text =
    'Une phrase assez longue pour ne pas être un nom, et qui continue encore un peu, jusque-là, voire plus loin'
  expect(spellingVariants(smallTable({ objet: [text, `${text}.`] }))).toEqual([])
})

test('groups that a person refused are not found again', () => {
  const table = smallTable({ nom: ['Club judo', 'CLUB JUDO', 'Danse', 'danse.', 'DANSE'] })
  const refused = new Map([['nom', [['CLUB JUDO', 'Club judo', 'Judo']]]])
  expect(spellingVariants(table, { refused })[0]?.rows).toHaveLength(2)
  const rest = new Map([['nom', [...refused.get('nom')!, ['DANSE', 'Danse', 'danse.']]]])
  expect(spellingVariants(table, { refused: rest })).toEqual([])
  // One spelling more than was refused is another question.
  expect(
    spellingVariants(table, { refused: new Map([['nom', [['Danse', 'DANSE']]]]) })[0]?.text.fr,
  ).toContain('2')
})
