/**
 * Items in the order in which OpenRefine comes across them: that of the slots of its hash table of `total` texts, then that
 * in which they were met. Java's text hash and table growth are specified, so the order is the same on every machine.
 */
export function hashOrder<T>(items: readonly T[], textOf: (item: T) => string, total: number): T[] {
  let slots = 16
  while (total > slots * 0.75) slots *= 2
  return items
    .map((item) => ({ item, slot: spread(textHash(textOf(item))) & (slots - 1) }))
    .sort((a, b) => a.slot - b.slot)
    .map(({ item }) => item)
}

function textHash(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}

const spread = (hash: number): number => hash ^ (hash >>> 16)
