import { describe, expect, it } from 'vitest'
import { wordsLookedFor } from '../../src/app/words-looked-for.ts'

describe('what a person looks for among the actions', () => {
  it('is found in the plural, with accents and with the small words of a sentence', () => {
    expect(wordsLookedFor('Enlever les espaces')).toEqual(['enlever', 'espace'])
    expect(wordsLookedFor('l’année prochaine')).toEqual(['annee', 'prochaine'])
    expect(wordsLookedFor('mettre en euros')).toEqual(['euro'])
    expect(wordsLookedFor('zéros')).toEqual(['zero'])
  })

  it('is what was typed when there are only small words', () => {
    expect(wordsLookedFor('en')).toEqual(['en'])
    expect(wordsLookedFor('  ')).toEqual([])
  })
})
