import { plainName } from '../table/plain-name.ts'

const tokensOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')

const SMALL_WORDS = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'en', 'of', 'the', 'and'])

/**
 * How alike two names are among the names of their tables, from 0 to 1. A word that many columns share says little
 * ("Subvention" in six of them), one that only these two have says much; "Subv." counts as the start of "Subvention".
 */
export function nameLikeness(others: readonly string[]): (a: string, b: string) => number {
  const uses = new Map<string, number>()
  for (const name of others)
    for (const token of new Set(tokensOf(name))) uses.set(token, (uses.get(token) ?? 0) + 1)
  const weight = (token: string): number => (SMALL_WORDS.has(token) ? 0.1 : 1 / (uses.get(token) ?? 1))
  return (a, b) => {
    if (plainName(a) === plainName(b)) return 1
    const left = tokensOf(a)
    const right = tokensOf(b)
    if (left.length === 0 || right.length === 0) return 0
    const covered = (from: readonly string[], by: readonly string[]): number => {
      let sum = 0
      let all = 0
      for (const token of from) {
        all += weight(token)
        sum += weight(token) * Math.max(...by.map((other) => tokenLikeness(token, other)))
      }
      return sum / all
    }
    const words = (covered(left, right) + covered(right, left)) / 2
    // Whole names count only when they differ by a slip: long common words would make any two alike.
    const whole = editLikeness(plainName(a), plainName(b))
    return Math.max(words, whole >= 0.85 ? whole : 0)
  }
}

function tokenLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short)) return 0.9
  const likeness = editLikeness(a, b)
  return likeness >= 0.75 ? likeness : 0
}

/** 1 minus the part of letters to change (Levenshtein); names that differ in more than a few letters get 0. */
function editLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0 || longest > 200) return a === b ? 1 : 0
  const likeness = 1 - editDistance(a, b) / longest
  return likeness >= 0.7 ? likeness : 0
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(change, previous[j]! + 1, current[j - 1]! + 1))
    }
    previous = current
  }
  return previous[b.length]!
}
