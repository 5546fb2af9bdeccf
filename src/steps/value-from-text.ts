import { isDecimalText } from '../table/decimal-sum.ts'
import { Decimal, Unconverted, type ColumnType, type Value } from '../table/value.ts'
import { readDate } from './read-date.ts'
import { decidedNumber, readNumber } from './read-number.ts'
import { writtenDate } from './write-date.ts'

/** The value that a text typed by a person stands for in a column of this type: '' is blank, what does not fit is unconverted. */
export function valueFromText(text: string, type: ColumnType): Value {
  if (text === '') return null
  switch (type) {
    case 'text':
      return text
    case 'number': {
      const reading = readNumber(text)
      // A canonical text, as the grid shows and recipes hold it, is never in doubt.
      const number = reading === null ? null : decidedNumber(reading, isDecimalText(text) ? 'point' : null)
      return number === null ? new Unconverted(text) : new Decimal(number)
    }
    case 'date':
      return dateFromText(text) ?? new Unconverted(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : new Unconverted(text)
  }
}

/** A typed date has the day before the month. */
function dateFromText(text: string): Value {
  const reading = readDate(text)
  return reading?.day === undefined || reading.day === null
    ? null
    : writtenDate(reading.day, reading, 'auto', true)
}
