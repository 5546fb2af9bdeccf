import type { Dictionary } from './dictionary.ts'
import { naturalKey, SEPARATOR, type KeyStart } from './natural-key.ts'
import { plainText } from './plain-text.ts'

const encoder = new TextEncoder()
/** So few are put in order one by one. */
const FEW = 24

/**
 * How texts are put in order. plain: without case and accents first, œ as oe, then exactly, by character codes. natural: as people read them: the
 * numbers within texts by their value (« Lot 2 » before « Lot 10 »), but those written with a zero in front as codes, before the others (011
 * before 02 before 1); all blanks are one; accents tell apart before capitals do.
 */
export type TextOrder = 'plain' | 'natural'

/**
 * Entries in the order of their texts. Done on bytes, so that a million different texts are not made to be compared. Any two texts come in
 * the same order whatever the others are.
 */
export function textOrder(
  dictionary: Dictionary,
  codes: readonly number[],
  order: TextOrder = 'plain',
): Uint32Array {
  const keys = keysOf(dictionary, codes, order === 'natural' ? naturalKey : plainKey)
  return sortedKeys(keys).map((at) => codes[at]!)
}

/** For each entry the bytes by which it is sorted: its plain text, then its own. */
interface Keys {
  bytes: Uint8Array
  /** Key n goes from `ends[n]` to before `ends[n + 1]`. */
  ends: Uint32Array
}

function keysOf(dictionary: Dictionary, codes: readonly number[], { most, write }: KeyStart): Keys {
  const own = dictionary.bytes
  const ends = new Uint32Array(codes.length + 1)
  let bytes = new Uint8Array(1024)
  let length = 0
  codes.forEach((code, at) => {
    const start = dictionary.start(code)
    const end = dictionary.end(code)
    const mostLength = (most + 1) * (end - start) + 2
    if (length + mostLength > bytes.length) {
      const larger = new Uint8Array(2 * (length + mostLength))
      larger.set(bytes)
      bytes = larger
    }
    length = write(dictionary, code, bytes, length)
    bytes[length++] = SEPARATOR
    bytes.set(own.subarray(start, end), length)
    length += end - start
    ends[at + 1] = length
  })
  return { bytes, ends }
}

const plainKey: KeyStart = {
  // A plain text takes at most three bytes a byte.
  most: 3,
  write(dictionary, code, into, start) {
    const own = dictionary.bytes
    const end = dictionary.end(code)
    let at = start
    let isAscii = true
    for (let i = dictionary.start(code); i < end; i++) {
      const byte = own[i]!
      if (byte >= 0x80) isAscii = false
      into[at++] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
    }
    if (isAscii) return at
    return start + encoder.encodeInto(plainText(dictionary.text(code)), into.subarray(start)).written
  },
}

/** Numbers of the keys in order: sorted into buckets by one byte after another. */
function sortedKeys({ bytes, ends }: Keys): Uint32Array {
  const count = ends.length - 1
  const order = Uint32Array.from({ length: count }, (_, at) => at)
  const aside = new Uint32Array(count)
  const byteAt = (key: number, depth: number): number => {
    const place = ends[key]! + depth
    return place < ends[key + 1]! ? bytes[place]! + 1 : 0
  }
  const comesBefore = (a: number, b: number, depth: number): boolean => {
    for (let at = depth; ; at++) {
      const [left, right] = [byteAt(a, at), byteAt(b, at)]
      if (left !== right) return left < right
      if (left === 0) return false
    }
  }
  const waiting: [from: number, to: number, depth: number][] = [[0, count, 0]]
  const next = new Uint32Array(258)
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const [from, to, depth] = part
    if (to - from <= FEW) {
      for (let at = from + 1; at < to; at++) {
        const key = order[at]!
        let place = at
        for (; place > from && comesBefore(key, order[place - 1]!, depth); place--)
          order[place] = order[place - 1]!
        order[place] = key
      }
      continue
    }
    next.fill(0)
    for (let at = from; at < to; at++) next[byteAt(order[at]!, depth) + 1]!++
    let start = from
    for (let byte = 0; byte < 257; byte++) {
      const size = next[byte + 1]!
      next[byte + 1] = next[byte]! + size
      // Keys that have ended are all the same.
      if (byte > 0 && size > 1) waiting.push([start, start + size, depth + 1])
      start += size
    }
    for (let at = from; at < to; at++) {
      const key = order[at]!
      aside[from + next[byteAt(key, depth)]!++] = key
    }
    order.set(aside.subarray(from, to), from)
  }
  return order
}
