/** Positions with the largest counts above zero, largest first and at most `most` of them; equal ones in their order. */
export function mostFrequent(counts: Uint32Array, most: number): number[] {
  const sorted = counts.slice().sort()
  const least = Math.max(1, sorted[Math.max(0, sorted.length - most)] ?? 1)
  const above: number[] = []
  const equal: number[] = []
  for (let at = 0; at < counts.length; at++) {
    if (counts[at]! > least) above.push(at)
    else if (counts[at] === least && equal.length < most) equal.push(at)
  }
  return [...above, ...equal].sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, most)
}
