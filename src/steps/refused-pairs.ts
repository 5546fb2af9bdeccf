/** A pair of spellings that do not mean the same thing. */
export type RefusedPair = readonly [a: string, b: string]

/** The pairs of lists in which every spelling stands for a thing of its own; each pair once a list. */
export const refusedPairs = (lists: readonly (readonly string[])[]): RefusedPair[] =>
  lists.flatMap((spellings) =>
    spellings.flatMap((a, at) => spellings.slice(at + 1).map((b): RefusedPair => [a, b])),
  )

/** Tells whether two spellings were refused as one thing. */
export function refusalsOf(lists: readonly (readonly string[])[]): (a: string, b: string) => boolean {
  const apart = new Map<string, Set<string>>()
  for (const [a, b] of refusedPairs(lists))
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = apart.get(from)
      if (others === undefined) apart.set(from, new Set([to]))
      else others.add(to)
    }
  return (a, b) => apart.get(a)?.has(b) === true
}
