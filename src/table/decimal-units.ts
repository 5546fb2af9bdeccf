import type { Column } from './column.ts'
import { BLANK, type Dictionary } from './dictionary.ts'

/** The numbers of a column as whole numbers of one unit, exact. */
export interface DecimalUnits {
  /** Decimals of the unit: 2 for cents. */
  decimals: number
  /** Units of each dictionary entry; NaN for what is no number: the blank and unconverted entries. */
  units: Float64Array
  /** The largest of them, without its sign. */
  largest: number
}

const POINT = 0x2e
const MINUS = 0x2d
const ZERO = 0x30

const known = new WeakMap<Dictionary, DecimalUnits | null>()

/** The numbers of a number column; `null` if one is too large to be exact. Kept, since dictionaries never change. */
export function decimalUnits({ dictionary }: Column): DecimalUnits | null {
  let found = known.get(dictionary)
  if (found === undefined) {
    found = unitsOf(dictionary)
    known.set(dictionary, found)
  }
  return found
}

function unitsOf(dictionary: Dictionary): DecimalUnits | null {
  const { bytes, ends, size } = dictionary
  const units = new Float64Array(size)
  const decimalsOf = new Uint8Array(size)
  units[BLANK] = NaN
  let decimals = 0
  let least = Infinity
  let largest = 0
  for (let code = BLANK + 1; code < size; code++) {
    const start = ends[code - 1]!
    const end = ends[code]!
    if (start === end || dictionary.isUnconverted(code)) {
      units[code] = NaN
      continue
    }
    const first = bytes[start] === MINUS ? start + 1 : start
    let value = 0
    let point = end
    for (let at = first; at < end; at++) {
      const byte = bytes[at]!
      if (byte === POINT) point = at + 1
      else value = value * 10 + (byte - ZERO)
    }
    if (value > Number.MAX_SAFE_INTEGER || end - point > 15) return null
    units[code] = first > start ? -value : value
    decimalsOf[code] = end - point
    if (value > largest) largest = value
    if (end - point > decimals) decimals = end - point
    if (end - point < least) least = end - point
  }
  for (let code = BLANK + 1; code < size && least < decimals; code++) {
    const own = decimalsOf[code]!
    if (own < decimals) units[code]! *= 10 ** (decimals - own)
    const absolute = Math.abs(units[code]!)
    if (absolute > largest) largest = absolute
  }
  return largest > Number.MAX_SAFE_INTEGER ? null : { decimals, units, largest }
}

/** Canonical decimal text of a whole number of units. */
export function decimalText(units: number | bigint, decimals: number): string {
  const sign = units < 0 ? '-' : ''
  const digits = String(units < 0 ? -units : units).padStart(decimals + 1, '0')
  return sign + (decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`)
}
