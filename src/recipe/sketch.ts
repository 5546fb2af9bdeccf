import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'

/** Bins of a sketch. More bins, closer estimates: the error is about 1 / √bins. */
const BINS = 128
const EMPTY = 0xffff

/**
 * MinHash of a column's distinct values by one-permutation hashing: one hash a value chooses a bin and the bin keeps the
 * least; two columns have about as many bins in common as values (Li, Owen, Zhang, NIPS 2012). 16 bits a bin, as base64.
 * No value can be read from it.
 */
export function sketchOf(column: Column): string {
  const bins = new Uint16Array(BINS).fill(EMPTY)
  const { dictionary } = column
  const counts = countCodes(column)
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    if (counts[code] === 0) continue
    const hash = hashBytes(dictionary.bytes, dictionary.start(code), dictionary.end(code))
    const bin = hash & (BINS - 1)
    const rank = Math.min(hash >>> 16, EMPTY - 1)
    if (rank < bins[bin]!) bins[bin] = rank
  }
  return toBase64(bins)
}

/** Estimated part of the distinct values that two columns have in common (Jaccard), from 0 to 1; 0 for an unreadable sketch. */
export function sketchOverlap(a: string, b: string): number {
  const left = fromBase64(a)
  const right = fromBase64(b)
  if (left === null || right === null) return 0
  let same = 0
  let used = 0
  for (let bin = 0; bin < BINS; bin++) {
    if (left[bin] === EMPTY && right[bin] === EMPTY) continue
    used++
    if (left[bin] === right[bin]) same++
  }
  return used === 0 ? 0 : same / used
}

function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function toBase64(bins: Uint16Array): string {
  let bytes = ''
  for (const bin of bins) bytes += String.fromCharCode(bin & 0xff, bin >>> 8)
  return btoa(bytes)
}

function fromBase64(text: string): Uint16Array | null {
  if (!/^[A-Za-z0-9+/]*=*$/.test(text) || text.length % 4 !== 0) return null
  const bytes = atob(text)
  if (bytes.length !== BINS * 2) return null
  return Uint16Array.from(
    { length: BINS },
    (_, bin) => bytes.charCodeAt(bin * 2) | (bytes.charCodeAt(bin * 2 + 1) << 8),
  )
}
