import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DISTANCES, findDistance } from '../../src/cluster/distances.ts'
import { damerauDistance, editDistance } from '../../src/cluster/edit-distance.ts'
import { jaroWinkler, tokenSetLikeness } from '../../src/cluster/likeness.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '東', ' '), maxLength: 60 })

/** Straight from the definition. */
function plainDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1))
    row = next
  }
  return row[b.length]!
}

test('letters that differ are counted right, in short texts and in long ones', () => {
  fc.assert(
    fc.property(text, text, fc.nat(4), (a, b, limit) => {
      const exact = plainDistance(a, b)
      expect(editDistance(a, b)).toBe(exact)
      const limited = editDistance(a, b, limit)
      if (exact <= limit) expect(limited).toBe(exact)
      else expect(limited).toBeGreaterThan(limit)
    }),
    { numRuns: 500 },
  )
})

test('two letters that changed places count as one change', () => {
  expect(damerauDistance('judo', 'jduo')).toBe(1)
  expect(editDistance('judo', 'jduo')).toBe(2)
  expect(damerauDistance('', 'ab')).toBe(2)
})

test('likenesses go from 0 to 1 and are 1 for the same text', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4)
  expect(jaroWinkler('a', 'b')).toBe(0)
  expect(tokenSetLikeness('judo club hoche', 'hoche judo club')).toBe(1)
  expect(tokenSetLikeness('judo club', 'judo hoche')).toBeCloseTo(1 / 3)
})

test('every measure is 0 for the same text, the same both ways, and said in both languages', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      for (const { seen, between } of DISTANCES) {
        expect(between(seen(a), seen(a), Infinity)).toBe(0)
        expect(between(seen(a), seen(b), Infinity)).toBeCloseTo(between(seen(b), seen(a), Infinity), 9)
      }
    }),
    { numRuns: 50 },
  )
  for (const { id, name, about } of DISTANCES) {
    expect(findDistance(id)?.id).toBe(id)
    for (const words of [name.fr, name.en, about.fr, about.en]) expect(words.length).toBeGreaterThan(5)
  }
})
