import type { Column } from '../table/column.ts'

const POINT = 0x2e
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39
/** Longer numbers are left to the full reading. */
export const LONGEST = 40

/**
 * Tells entries that are written as a number column writes them and can be read in one way only: 42, -3.50, 0.1234; not 1.234, which may
 * mean a thousand, 042 or -0. Told from the bytes, for columns of a million different amounts. With `wholeOnly` not 42.5 either.
 */
export function canonicalEntry({ dictionary }: Column, wholeOnly: boolean): (code: number) => boolean {
  const { bytes, ends } = dictionary
  return (code) => {
    const end = ends[code]!
    let at = ends[code - 1]!
    if (end - at > LONGEST || dictionary.isUnconverted(code)) return false
    const negative = bytes[at] === MINUS
    if (negative) at++
    const first = at
    let digits = 0
    while (at < end && bytes[at]! >= ZERO && bytes[at]! <= NINE) digits |= bytes[at++]! - ZERO
    if (at === first || (bytes[first] === ZERO && at > first + 1)) return false
    if (at < end) {
      if (wholeOnly || bytes[at++] !== POINT) return false
      const decimals = end - at
      if (decimals === 0 || decimals === 3) return false
      while (at < end && bytes[at]! >= ZERO && bytes[at]! <= NINE) digits |= bytes[at++]! - ZERO
      if (at < end) return false
    }
    return !negative || digits > 0
  }
}
