import { countCodes, type Column } from './column.ts'
import { BLANK } from './dictionary.ts'

/** Whether the text is a number in the canonical form of `Decimal`. */
export const isDecimalText = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

const decoder = new TextDecoder()
const POINT = 0x2e
const MINUS = 0x2d
const ZERO = 0x30
/** Half of what a number holds exactly: sums below it need no bigint. */
const SAFE_HALF = 2 ** 52

/** Adds decimals exactly, as whole numbers of the smallest unit seen. */
export class DecimalSum {
  /** Sum of the units by number of decimals. */
  #units = new Map<number, bigint>()
  /** The same for what was added since, as long as it is small enough. */
  #small: number[] = []

  /** Adds `times` × a canonical decimal text. */
  add(text: string, times = 1): void {
    const point = text.indexOf('.')
    const decimals = point < 0 ? 0 : text.length - point - 1
    const units = BigInt(point < 0 ? text : text.slice(0, point) + text.slice(point + 1)) * BigInt(times)
    this.#units.set(decimals, (this.#units.get(decimals) ?? 0n) + units)
  }

  /** Adds `times` × a canonical decimal in UTF-8. */
  addBytes(bytes: Uint8Array, start: number, end: number, times = 1): void {
    const first = bytes[start] === MINUS ? start + 1 : start
    let units = 0
    let decimals = 0
    for (let at = first; at < end; at++) {
      if (bytes[at] === POINT) decimals = end - at - 1
      else units = units * 10 + bytes[at]! - ZERO
    }
    const added = units * times
    if (added >= SAFE_HALF) {
      this.add(decoder.decode(bytes.subarray(start, end)), times)
      return
    }
    const sum = (this.#small[decimals] ?? 0) + (first > start ? -added : added)
    this.#small[decimals] = sum
    if (sum >= SAFE_HALF || sum <= -SAFE_HALF) this.#settle()
  }

  #settle(): void {
    this.#small.forEach((units, decimals) => {
      this.#units.set(decimals, (this.#units.get(decimals) ?? 0n) + BigInt(units))
    })
    this.#small = []
  }

  /** The sum as canonical decimal text, with as many decimals as the most precise number added. */
  toString(): string {
    this.#settle()
    const decimals = Math.max(0, ...this.#units.keys())
    let total = 0n
    for (const [own, units] of this.#units) total += units * 10n ** BigInt(decimals - own)
    const sign = total < 0n ? '-' : ''
    const digits = (total < 0n ? -total : total).toString().padStart(decimals + 1, '0')
    return sign + (decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`)
  }
}

/** Exact sum of the numbers of a column; blanks and unconverted cells count for nothing. `null` if the column has no number type. */
export function columnTotal(column: Column): string | null {
  if (column.type !== 'number') return null
  const sum = new DecimalSum()
  const counts = countCodes(column)
  const { dictionary } = column
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    const cells = counts[code]!
    if (cells === 0 || dictionary.isUnconverted(code)) continue
    sum.addBytes(dictionary.bytes, dictionary.start(code), dictionary.end(code), cells)
  }
  return sum.toString()
}
