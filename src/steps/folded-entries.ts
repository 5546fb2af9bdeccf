import type { Dictionary } from '../table/dictionary.ts'
import { BLANK } from '../table/dictionary.ts'
import { folded } from './folded.ts'

const encoder = new TextEncoder()
const SPACE = 0x20

/** Letters in lower case, byte by byte; what is no letter of ASCII as it is. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
)

/**
 * Tells which entries of a dictionary hold a text somewhere, or at their start, as `folded` compares texts. Entries of ASCII alone, as most
 * are, are compared by their bytes: no text is made of a million different values.
 */
export function foldedEntries(
  dictionary: Dictionary,
  text: string,
  where: 'anywhere' | 'start',
): (code: number) => boolean {
  const wanted = folded(text)
  const sought = encoder.encode(wanted)
  const isPlain = sought.length === wanted.length
  const { bytes } = dictionary
  return (code) => {
    const end = dictionary.end(code)
    let start = dictionary.start(code)
    if (code === BLANK || start === end) return wanted === ''
    for (let at = start; at < end; at++) {
      if (bytes[at]! < 0x80) continue
      const own = folded(dictionary.text(code))
      return where === 'start' ? own.startsWith(wanted) : own.includes(wanted)
    }
    if (!isPlain) return false
    if (where === 'start') {
      while (start < end && isBlank(bytes[start]!)) start++
      return holdsAt(bytes, start, end, sought)
    }
    const last = end - sought.length
    for (let at = start; at <= last; at++) if (holdsAt(bytes, at, end, sought)) return true
    return false
  }
}

function holdsAt(bytes: Uint8Array, at: number, end: number, sought: Uint8Array): boolean {
  if (end - at < sought.length) return false
  for (let i = 0; i < sought.length; i++) if (LOWER[bytes[at + i]!] !== sought[i]) return false
  return true
}

/** What `trim` takes off, among ASCII. */
const isBlank = (byte: number): boolean => byte === SPACE || (byte >= 0x09 && byte <= 0x0d)
