import { expect, it } from 'vitest'
import { likelyPart } from '../../../src/app/panels/fields/likely-part.ts'

it('the codes of a nomenclature are proposed by what the column is called in budgets', () => {
  expect(
    ['BGT_CONTNAT', 'BGT_NATURE', 'BGT_FONCTION', 'Chapitre', 'Article', 'Code'].map(likelyPart),
  ).toEqual(['chapters', 'accounts', 'functions', 'chapters', 'accounts', 'chapters'])
})
