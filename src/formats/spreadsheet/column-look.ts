import type { Column } from '../../table/column.ts'
import { BLANK } from '../../table/dictionary.ts'

const NARROWEST = 6
const WIDEST = 60
const SAMPLED = 20_000

/** Width of a column in characters, from its name and its values. */
export function columnWidth({ name, dictionary }: Column): number {
  let longest = name.length
  const last = Math.min(dictionary.size, SAMPLED)
  for (let code = BLANK + 1; code < last; code++) {
    longest = Math.max(longest, dictionary.end(code) - dictionary.start(code))
  }
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}

/** Number of decimals that all numbers of the column have, at most 10; 0 if they differ. */
export function sharedDecimals({ dictionary, type }: Column): number {
  if (type !== 'number') return 0
  let shared = -1
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    if (dictionary.isUnconverted(code)) continue
    const end = dictionary.end(code)
    const start = dictionary.start(code)
    let point = start
    while (point < end && dictionary.bytes[point] !== 46) point++
    const decimals = point === end ? 0 : end - point - 1
    if (shared >= 0 && shared !== decimals) return 0
    shared = decimals
  }
  return Math.min(10, Math.max(0, shared))
}

/** Whether a spreadsheet keeps the number digit for digit: at most 15 significant digits, no zero in front. */
export const isSafeNumber = (text: string): boolean =>
  /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && !/^-0(\.0+)?$/.test(text) && significantDigits(text) <= 15

const significantDigits = (text: string): number => text.replace(/[-.]/g, '').replace(/^0+/, '').length
