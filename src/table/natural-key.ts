import type { Dictionary } from './dictionary.ts'
import { plainText } from './plain-text.ts'

/** Stands between the parts of a key. */
export const SEPARATOR = 0

/** Writes what comes before the own bytes of an entry in the key that it is sorted by. */
export interface KeyStart {
  /** Most bytes that are written for each byte of an entry, and two besides. */
  most: number
  /** Gives where what is written ends. */
  write(dictionary: Dictionary, code: number, into: Uint8Array, start: number): number
}

/** The start of keys that put numbers within texts by their value, and accents before capitals: see `TextOrder`. */
export const naturalKey: KeyStart = {
  // A digit alone takes three bytes; then, where there are accents, the text as it is but for capitals.
  most: 6,
  write(dictionary, code, into, start) {
    const { bytes } = dictionary
    const [from, end] = [dictionary.start(code), dictionary.end(code)]
    makeRoom(4 * (end - from))
    const folded = foldUsual(bytes, from, end)
    if (folded === null) {
      const text = dictionary.text(code).normalize('NFC')
      const plain = encoder.encodeInto(foldText(text), plainBytes).written
      const at = addNumbered(plain, into, start)
      into[at] = SEPARATOR
      return at + 1 + encoder.encodeInto(lowerText(text), into.subarray(at + 1)).written
    }
    let at = addNumbered(folded.plain, into, start)
    if (folded.lower > 0) {
      into[at++] = SEPARATOR
      for (let i = 0; i < folded.lower; i++) into[at++] = lowerBytes[i]!
    }
    return at
  },
}

const encoder = new TextEncoder()
const ZERO = 0x30
const NINE = 0x39

/** Blanks that look alike are one; the separator is in no key but as such. */
const foldText = (text: string): string =>
  plainText(text)
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replaceAll('\0', '\u0001')
const lowerText = (text: string): string => text.toLowerCase().replaceAll('\0', '\u0001')

/** The text being written, without case and accents, and only without case. */
let plainBytes = new Uint8Array(256)
let lowerBytes = new Uint8Array(256)

function makeRoom(size: number): void {
  if (size <= plainBytes.length) return
  plainBytes = new Uint8Array(2 * size)
  lowerBytes = new Uint8Array(2 * size)
}

interface Letter {
  plain: Uint8Array
  lower: Uint8Array
}

/** Letters and marks of western Europe, by code point: what most texts are made of. */
const LAST_LETTER = 0x2030
let usual: (Letter | undefined)[] | null = null

function usualLetters(): (Letter | undefined)[] {
  const letters = new Array<Letter | undefined>(LAST_LETTER).fill(undefined)
  for (let point = 0x80; point < LAST_LETTER; point++) {
    if (point === 0x180) point = 0x2000
    const text = String.fromCodePoint(point)
    if (text.normalize('NFC') !== text) continue
    letters[point] = { plain: encoder.encode(foldText(text)), lower: encoder.encode(lowerText(text)) }
  }
  return letters
}

/**
 * Folds a text of usual letters into `plainBytes` and, where it has others than those without accents, into `lowerBytes`; gives how many
 * bytes each takes. `null` when there is a letter that is not usual. No string is made.
 */
function foldUsual(from: Uint8Array, start: number, end: number): { plain: number; lower: number } | null {
  let plain = 0
  let lower = 0
  let isAscii = true
  for (let i = start; i < end;) {
    const byte = from[i]!
    if (byte < 0x80) {
      const own = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte === SEPARATOR ? SEPARATOR + 1 : byte
      plainBytes[plain++] = own
      lowerBytes[lower++] = own
      i++
      continue
    }
    isAscii = false
    const isTwo = byte < 0xe0
    const point = isTwo
      ? ((byte & 0x1f) << 6) | (from[i + 1]! & 0x3f)
      : byte < 0xf0
        ? ((byte & 0x0f) << 12) | ((from[i + 1]! & 0x3f) << 6) | (from[i + 2]! & 0x3f)
        : LAST_LETTER
    usual ??= usualLetters()
    const letter = usual[point]
    if (letter === undefined) return null
    for (const one of letter.plain) plainBytes[plain++] = one
    for (const one of letter.lower) lowerBytes[lower++] = one
    i += isTwo ? 2 : 3
  }
  return { plain, lower: isAscii ? 0 : lower }
}

/**
 * Writes the `length` first plain bytes so that numbers go by their value: a mark, how many digits follow, the digits. A number with a zero in
 * front stays as it is written; the mark is greater than a zero. Gives where they end.
 */
function addNumbered(length: number, into: Uint8Array, start: number): number {
  let at = start
  for (let i = 0; i < length;) {
    const byte = plainBytes[i]!
    if (byte < ZERO || byte > NINE) {
      into[at++] = byte
      i++
      continue
    }
    let last = i + 1
    while (last < length && plainBytes[last]! >= ZERO && plainBytes[last]! <= NINE) last++
    if (byte !== ZERO) {
      into[at++] = ZERO + 1
      let digits = last - i
      for (; digits >= 0xff; digits -= 0xfe) into[at++] = 0xff
      into[at++] = digits
    }
    while (i < last) into[at++] = plainBytes[i++]!
  }
  return at
}
