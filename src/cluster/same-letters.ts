import { plainLetters } from './plain-letters.ts'
import type { VariantReason } from './variant-group.ts'

const WHITE_SPACE = /\p{White_Space}+/gu
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu

const squeezed = (text: string): string => text.replace(WHITE_SPACE, ' ').trim()

/** How two texts with the same plain letters differ, by the greatest of their differences. */
export function sameLetters(
  a: string,
  b: string,
): { reason: VariantReason; distance: number; confidence: number } {
  let left = squeezed(a)
  let right = squeezed(b)
  if (left === right) return { reason: { kind: 'blanks' }, distance: 0, confidence: 0.99 }
  left = left.toLowerCase()
  right = right.toLowerCase()
  if (left === right) return { reason: { kind: 'case' }, distance: 0, confidence: 0.99 }
  left = plainLetters(left)
  right = plainLetters(right)
  if (left === right) return { reason: { kind: 'accents' }, distance: 0, confidence: 0.98 }
  if (squeezed(left.replace(NOT_LETTERS, ' ')) === squeezed(right.replace(NOT_LETTERS, ' ')))
    return { reason: { kind: 'punctuation' }, distance: 0, confidence: 0.98 }
  return { reason: { kind: 'joined-words' }, distance: 0, confidence: 0.95 }
}
