import { expect, it } from 'vitest'
import { formShape } from '../../../src/app/panels/form-shape.ts'

it('a value corrected by hand is not called a grouping of spellings', () => {
  const title = (params: Readonly<Record<string, unknown>>) =>
    formShape('replace-values').simpler?.(params)?.title.fr
  const corrected = { column: 'nom', replacements: [{ from: ['Judo'], to: 'Club de judo' }] }
  expect(title(corrected)).toBe('Remplacer des valeurs')
  expect(title({ ...corrected, method: 'fingerprint' })).toBeUndefined()
  expect(title({ column: 'nom', replacements: [{ from: ['a', 'A'], to: 'A' }] })).toBeUndefined()
})

it('repeated columns are filled in as soon as several kinds are chosen', () => {
  const way = formShape('unpivot').alternatives?.[1]
  expect(way?.start?.(['nom', 'Objet 1', 'Montant 1', 'Objet 2', 'Montant 2'])).toEqual({
    groups: [
      { name: 'Objet', columns: ['Objet 1', 'Objet 2'] },
      { name: 'Montant', columns: ['Montant 1', 'Montant 2'] },
    ],
    name: undefined,
  })
  expect(way?.start?.(['nom', 'montant'])).toEqual({})
})
