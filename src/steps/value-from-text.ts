import { isDecimalText } from '../table/decimal-sum.ts'
import { Decimal, PlainDate, Unconverted, type ColumnType, type Value } from '../table/value.ts'
import { decidedNumber, readNumber } from './read-number.ts'

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
      return isDay(text) ? new PlainDate(text) : new Unconverted(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : new Unconverted(text)
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
