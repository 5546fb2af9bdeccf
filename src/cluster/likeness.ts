/** Likeness of two texts by Jaro and Winkler: 1 for equal texts, 0 for texts without a common letter in reach. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const matched: number[] = []
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (taken[j] === 1 || a.charCodeAt(i) !== b.charCodeAt(j)) continue
      taken[j] = 1
      matched.push(a.charCodeAt(i))
      break
    }
  }
  const count = matched.length
  if (count === 0) return 0
  let misplaced = 0
  let at = 0
  for (let j = 0; j < b.length; j++) if (taken[j] === 1 && b.charCodeAt(j) !== matched[at++]) misplaced++
  const jaro = (count / a.length + count / b.length + (count - misplaced / 2) / count) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Share of the words of two texts, each counted once, that both have: 1 for the same words in any order. */
export function tokenSetLikeness(a: string, b: string): number {
  const words = new Set(a.split(/\s+/).filter((word) => word !== ''))
  const others = new Set(b.split(/\s+/).filter((word) => word !== ''))
  let shared = 0
  for (const word of words) if (others.has(word)) shared++
  const all = words.size + others.size - shared
  return all === 0 ? 1 : shared / all
}
