import { countCodes, type Column } from './column.ts'
import { BLANK } from './dictionary.ts'

/** Whether the text is a number in the canonical form of `Decimal`. */
export const isDecimalText = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** Adds decimals exactly, as whole numbers of the smallest unit seen. */
export class DecimalSum {
  /** Sum of the units by number of decimals. */
  #units = new Map<number, bigint>()

  /** Adds `times` × a canonical decimal text. */
  add(text: string, times = 1): void {
    const point = text.indexOf('.')
    const decimals = point < 0 ? 0 : text.length - point - 1
    const units = BigInt(point < 0 ? text : text.slice(0, point) + text.slice(point + 1)) * BigInt(times)
    this.#units.set(decimals, (this.#units.get(decimals) ?? 0n) + units)
  }

  /** The sum as canonical decimal text, with as many decimals as the most precise number added. */
  toString(): string {
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
  for (let code = BLANK + 1; code < column.dictionary.size; code++) {
    const cells = counts[code]!
    if (cells > 0 && !column.dictionary.isUnconverted(code)) sum.add(column.dictionary.text(code), cells)
  }
  return sum.toString()
}
