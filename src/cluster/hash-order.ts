/**
 * Items in the order in which OpenRefine comes across them: that of the slots of its hash table of `total` texts, then that
 * in which they were met. Java's text hash and table growth are specified, so the order is the same on every machine.
 */
export function hashOrder<T>(items: readonly T[], textOf: (item: T) => string, total: number): T[] {
  return orderByHash(items, (item) => textHash(textOf(item)), total)
}

/** The same for items that are sets of texts. */
export function setHashOrder<T>(items: readonly T[], textsOf: (item: T) => readonly string[]): T[] {
  const hashOf = (item: T): number => textsOf(item).reduce((sum, text) => (sum + textHash(text)) | 0, 0)
  return orderByHash(items, hashOf, items.length)
}

function orderByHash<T>(items: readonly T[], hashOf: (item: T) => number, total: number): T[] {
  let slots = 16
  while (total > slots * 0.75) slots *= 2
  return items
    .map((item) => ({ item, slot: spread(hashOf(item)) & (slots - 1) }))
    .sort((a, b) => a.slot - b.slot)
    .map(({ item }) => item)
}

function textHash(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}

const spread = (hash: number): number => hash ^ (hash >>> 16)
