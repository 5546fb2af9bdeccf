import { isDay } from '../spreadsheet/serial-date.ts'
import { Decimal, PlainDate, type ColumnType, type Value } from '../../table/value.ts'
import type { Field } from './resource.ts'

/** How the texts of a column become values of a type. */
export interface ValueReader {
  type: Exclude<ColumnType, 'text'>
  /** `null` for a text that is no such value. */
  read(text: string): Value
}

const TRUE = ['true', 'True', 'TRUE', '1']
const FALSE = ['false', 'False', 'FALSE', '0']

/**
 * How the texts of a field are read by the rules of Table Schema (datapackage.org/standard/table-schema); `null` for a field that
 * stays text: codes and other strings, and types that a column does not have, such as a year or a point in time.
 */
export function valueReader(field: Field): ValueReader | null {
  switch (field.type) {
    case 'number':
    case 'integer':
      return { type: 'number', read: numberReader(field) }
    case 'date': {
      const read = dateReader(field.format ?? 'default')
      return read === null ? null : { type: 'date', read }
    }
    case 'boolean': {
      const { trueValues = TRUE, falseValues = FALSE } = field
      return {
        type: 'boolean',
        read: (text) => (trueValues.includes(text) ? true : falseValues.includes(text) ? false : null),
      }
    }
    default:
      return null
  }
}

/** A number with a zero in front is a code all the same: it would lose its zero, so it is no number. */
function numberReader({ type, decimalChar = '.', groupChar = '', bareNumber = true }: Field) {
  return (text: string): Decimal | null => {
    let digits = text.trim()
    if (!bareNumber) digits = digits.replace(/^[^\d+\-.,]+/, '').replace(/[^\d]+$/, '')
    if (groupChar !== '') digits = digits.replaceAll(groupChar, '')
    if (decimalChar !== '.' && digits.includes('.')) return null
    if (decimalChar !== '') digits = digits.replace(decimalChar, '.')
    const [, sign = '', whole = '', decimals] = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(digits) ?? []
    if (whole === '' && (decimals ?? '') === '') return null
    if (/^0\d/.test(whole) || (type === 'integer' && decimals !== undefined)) return null
    const number = (whole === '' ? '0' : whole) + ((decimals ?? '') === '' ? '' : `.${decimals}`)
    return new Decimal(sign === '-' && /[1-9]/.test(number) ? `-${number}` : number)
  }
}

const PARTS: Readonly<Record<string, string>> = {
  '%Y': '(?<Y>\\d{4})',
  '%y': '(?<y>\\d{2})',
  '%m': '(?<m>\\d{1,2})',
  '%d': '(?<d>\\d{1,2})',
}

/** Reads days written by a pattern such as `%d/%m/%Y`; `null` for a pattern that says no whole day. */
function dateReader(format: string): ((text: string) => PlainDate | null) | null {
  if (format === 'default' || format === 'any') return (text) => (isDay(text) ? new PlainDate(text) : null)
  const pattern = format.replace(/^fmt:/, '').match(/%.|[^%]+/g) ?? []
  if (pattern.some((part) => part.startsWith('%') && PARTS[part] === undefined)) return null
  const [years, months, days] = ['%Y', '%m', '%d'].map(
    (part) => pattern.filter((one) => one === part || (part === '%Y' && one === '%y')).length,
  )
  if (years !== 1 || months !== 1 || days !== 1) return null
  const expression = new RegExp(
    `^${pattern.map((part) => PARTS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('')}$`,
  )
  return (text) => {
    const { Y, y, m, d } = expression.exec(text)?.groups ?? {}
    if (m === undefined || d === undefined) return null
    // Years of two digits as POSIX reads them: 69 is 1969, 68 is 2068.
    const year = Y ?? (Number(y) < 69 ? `20${y}` : `19${y}`)
    const iso = `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
    return isDay(iso) ? new PlainDate(iso) : null
  }
}
