import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import { mapValues } from '../table/map-values.ts'
import { Decimal } from '../table/value.ts'
import { plainAmounts } from './plain-amounts.ts'

const POINT = 0x2e

/**
 * A number column in which some amounts have cents and none more, with two decimals throughout: 3700 becomes 3700.00, so that
 * one amount has one spelling. Other columns stay as they are: padding a coordinate or a rate would claim a precision.
 */
export function evenCents(column: Column): Column {
  const { most, least } = plainAmounts(column) ?? decimalsOf(column)
  if (most !== 2 || least === 2) return column
  return mapValues(column, (value) => (value instanceof Decimal ? withCents(value) : value)).column
}

const withCents = ({ text }: Decimal): Decimal => {
  const point = text.indexOf('.')
  if (point < 0) return new Decimal(`${text}.00`)
  return new Decimal(text.padEnd(point + 3, '0'))
}

/** Most and least decimals of the numbers that occur. */
function decimalsOf(column: Column): { most: number; least: number } {
  const { dictionary } = column
  const counts = countCodes(column)
  let most = 0
  let least = Infinity
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    if (counts[code] === 0 || dictionary.isUnconverted(code)) continue
    const end = dictionary.end(code)
    let point = dictionary.start(code)
    while (point < end && dictionary.bytes[point] !== POINT) point++
    const decimals = Math.max(0, end - point - 1)
    most = Math.max(most, decimals)
    least = Math.min(least, decimals)
  }
  return { most, least }
}
