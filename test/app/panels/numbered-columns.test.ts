import { expect, it } from 'vitest'
import { numberedColumns } from '../../../src/app/panels/fields/numbered-columns.ts'

it('gathers Objet 1, Montant 1, Objet 2, Montant 2 by kind, in the order of their numbers', () => {
  expect(numberedColumns(['Nom', 'Objet 2', 'Montant 2', 'Objet 1', 'Montant 1'])).toEqual([
    { name: 'Objet', columns: ['Objet 1', 'Objet 2'] },
    { name: 'Montant', columns: ['Montant 1', 'Montant 2'] },
  ])
})

it('leaves a gap where a kind lacks a number, so that ranks stay together', () => {
  expect(numberedColumns(['objet_1', 'objet_2', 'objet_3', 'montant_1', 'montant_3'])).toEqual([
    { name: 'objet', columns: ['objet_1', 'objet_2', 'objet_3'] },
    { name: 'montant', columns: ['montant_1', null, 'montant_3'] },
  ])
})

it('does not take a lone number, a year or a code for a series', () => {
  expect(numberedColumns(['Colonne 1', 'Budget 2020', 'Budget 2021', '12', 'Nom'])).toEqual([])
})
