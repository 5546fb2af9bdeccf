/** Start of the running hash of a text's bytes. */
export const HASH_START = 0x811c9dc5 | 0
const FACTOR = 0x9e3779b1 | 0

/**
 * The running hash with four more bytes, the first in the lowest bits; a text's last word is completed with zeros, and left out when it
 * has no byte. No two texts of the same length and of four bytes at most have the same hash: each step can be undone. A reader that looks for the end of a cell four bytes at a time hashes it on the way.
 */
export function mixWord(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, FACTOR)
  return mixed ^ (mixed >>> 15)
}

/** The hash of `bytes[start, end)`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START
  let at = start
  for (; at + 4 <= end; at += 4)
    hash = mixWord(hash, bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
  if (at === end) return hash
  let word = bytes[at]!
  if (at + 1 < end) word |= bytes[at + 1]! << 8
  if (at + 2 < end) word |= bytes[at + 2]! << 16
  return mixWord(hash, word)
}
