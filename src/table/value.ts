/** A number kept as written: canonical text `-?digits(.digits)?`, so that 42000.00 stays 42000.00 and sums are exact. */
export class Decimal {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * A day of the calendar as ISO 8601 text `YYYY-MM-DD`, or a moment of it, `YYYY-MM-DDTHH:MM:SS` as its clock showed it, with parts of a second
 * and the zone (`Z`, `+02:00`) where they are said. A column may hold both; they sort by their texts.
 */
export class PlainDate {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** The original text of a cell that could not become a value of its column's type. */
export class Unconverted {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A cell's value: of its column's type, blank (`null`), or the original text that could not be converted to that type. */
export type Value = null | string | Decimal | PlainDate | boolean | Unconverted

export type ColumnType = 'text' | 'number' | 'date' | 'boolean'

/** The text that stands for the value in files: '' for a blank, ISO dates, point decimals, `true`/`false`. */
export function valueText(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return value.text
}

/** The value that a text of this type stands for; the inverse of `valueText` for a value that is neither blank nor unconverted. */
export function typedValue(text: string, type: ColumnType): Value {
  switch (type) {
    case 'text':
      return text
    case 'number':
      return new Decimal(text)
    case 'date':
      return new PlainDate(text)
    case 'boolean':
      return text === 'true'
  }
}

/** Whether the value belongs to a column of this type as it is; a blank belongs to every type. */
export function isOfType(value: Value, type: ColumnType): boolean {
  if (value === null) return true
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return value instanceof Decimal
    case 'date':
      return value instanceof PlainDate
    case 'boolean':
      return typeof value === 'boolean'
  }
}
