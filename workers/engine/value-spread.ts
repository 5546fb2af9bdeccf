import { countCodes, type Column } from '../../src/table/column.ts'
import type { ValueSpread } from '../facade.ts'

const MOST_RANGES = 12

/**
 * How the numbers or days of a column spread: the ends, the middle one of all cells, and how many cells are in each range. Amounts of very
 * different sizes go by powers of ten, others by ranges of one width, days by year. `null` where there is none.
 * `order` has the column's entries in order of value, those that are no value last.
 */
export function valueSpread(column: Column, order: Uint32Array): ValueSpread | null {
  const { name, type, dictionary } = column
  if (type !== 'number' && type !== 'date') return null
  const counts = countCodes(column)
  const isValue = (code: number): boolean => !dictionary.isEmpty(code) && !dictionary.isUnconverted(code)
  const end = order.findIndex((code) => !isValue(code))
  const values = end < 0 ? order : order.subarray(0, end)
  if (values.length === 0) return null
  const text = (place: number): string => dictionary.text(values[place]!)
  const cells = values.reduce((sum, code) => sum + counts[code]!, 0)
  let middle = 0
  for (let passed = counts[values[0]!]!; 2 * passed < cells; passed += counts[values[middle]!]!) middle++
  const rangeOf = type === 'date' ? yearOf : numberRange(text(0), text(middle), text(values.length - 1))
  const ranges: ValueSpread['ranges'] = []
  let range = ''
  values.forEach((code, place) => {
    const own = rangeOf(text(place))
    const last = ranges.at(-1)
    if (last === undefined || own !== range) {
      const test = type === 'date' ? { column: name, startsWith: own } : rangeTest(name, text(place))
      ranges.push({ from: text(place), to: text(place), cells: counts[code]!, test })
      range = own
      return
    }
    last.to = text(place)
    last.cells += counts[code]!
    if ('min' in last.test) last.test.max = Number(last.to)
  })
  return { smallest: text(0), middle: text(middle), largest: text(values.length - 1), ranges }
}

const rangeTest = (column: string, text: string) => ({ column, min: Number(text), max: Number(text) })

const yearOf = (day: string): string => day.slice(0, day.indexOf('-', 1))

/** Names the range that a number falls into; ranges follow each other. */
function numberRange(smallest: string, middle: string, largest: string): (text: string) => string {
  const [low, half, high] = [Number(smallest), Number(middle), Number(largest)]
  const isSkewed = high - low > 20 * Math.abs(half - low) || high - low > 20 * Math.abs(high - half)
  if (isSkewed) return (text) => powerOf(Number(text))
  const wanted = (high - low) / MOST_RANGES
  const power = 10 ** Math.floor(Math.log10(wanted))
  const width = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= wanted) ?? 1
  return (text) => String(Math.floor(Number(text) / width))
}

/** The power of ten that a number reaches, with its sign; numbers below one go with zero. */
function powerOf(number: number): string {
  const size = Math.abs(number)
  if (size < 1) return '0'
  return `${number < 0 ? '-' : ''}${Math.floor(Math.log10(size) + 1e-12) + 1}`
}
