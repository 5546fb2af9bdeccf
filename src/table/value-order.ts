import type { Column } from './column.ts'
import { decimalUnits } from './decimal-units.ts'
import { BLANK, type Dictionary } from './dictionary.ts'
import { textOrder, type TextOrder } from './text-order.ts'

/** Places of unconverted entries begin here, beyond those of numbers; they are so far apart that they differ. */
const AFTER_NUMBERS = 2 ** 60
const APART = 2 ** 8

/** Whether a place is that of a value of the column's type: not of an empty cell nor of an unconverted one. */
export const isPlaceOfValue = (place: number): boolean => place < AFTER_NUMBERS / 2

/**
 * For each dictionary entry a number: entries are in the order of these numbers. Numbers and dates go by their value, texts as
 * `texts` says. Unconverted entries come after all values, and then empty ones (`Infinity`), whichever way.
 */
export function placesOf(column: Column, descending = false, texts: TextOrder = 'plain'): Float64Array {
  const { type, dictionary } = column
  const found = type === 'number' ? decimalUnits(column) : null
  const places = found === null ? new Float64Array(dictionary.size).fill(Infinity) : found.units.slice()
  const values: number[] = []
  const others: number[] = []
  for (let code = BLANK; code < places.length; code++) {
    const own = places[code]!
    // Units of a number; those of anything else are none.
    if (own === own && own !== Infinity) places[code] = descending ? -own : own
    else {
      places[code] = Infinity
      if (code === BLANK || dictionary.isEmpty(code)) continue
      if (dictionary.isUnconverted(code)) others.push(code)
      else values.push(code)
    }
  }
  const isLarge = type === 'number' && values.length > 0
  let place = -1
  if (isLarge)
    for (const alike of byLargeNumber(dictionary, values)) {
      place++
      for (const code of alike) places[code] = descending ? -place : place
    }
  else for (const code of textOrder(dictionary, values, texts)) places[code] = descending ? -++place : ++place
  textOrder(dictionary, others, texts).forEach(
    (code, after) => (places[code] = AFTER_NUMBERS + APART * after),
  )
  return places
}

/** Canonical decimals of any length in order; 2.5 and 2.50 together. */
function* byLargeNumber(dictionary: Dictionary, codes: readonly number[]): Generator<readonly number[]> {
  const texts = new Map(codes.map((code) => [code, dictionary.text(code)]))
  let most = 0
  for (const text of texts.values())
    if (text.includes('.')) most = Math.max(most, text.length - text.indexOf('.') - 1)
  const scaled = new Map(
    Array.from(texts, ([code, text]) => {
      const [whole = '0', decimals = ''] = text.split('.')
      return [code, BigInt(whole + decimals.padEnd(most, '0'))]
    }),
  )
  const sorted = codes.toSorted((a, b) => {
    const difference = scaled.get(a)! - scaled.get(b)!
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  })
  for (let at = 0, end = 0; at < sorted.length; at = end) {
    while (end < sorted.length && scaled.get(sorted[end]!) === scaled.get(sorted[at]!)) end++
    yield sorted.slice(at, end)
  }
}
