import * as v from 'valibot'
import { RANGE } from './cell-range.ts'

/** What a person may decide about a workbook; what is absent is found. */
export const spreadsheetOptions = v.strictObject({
  /** Name of the sheet to read, or `all` for all visible sheets one below the other; a name of digits may come as a number. */
  sheet: v.optional(v.union([v.string(), v.number()])),
  /** Area that holds the table, such as A3:F120; A3:F goes down to the last filled row. */
  range: v.optional(v.pipe(v.string(), v.regex(RANGE))),
  /** Row of the sheet (from 1) that names the columns, 0 for none. */
  headerRow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_048_576))),
  /** Whether the value of merged cells stands in the first of them or in each. */
  merged: v.optional(v.picklist(['first', 'each'])),
  /** Whether numbers shown with zeros in front are read as shown (011) or as stored (11). */
  values: v.optional(v.picklist(['shown', 'stored'])),
})

export type SpreadsheetOptions = v.InferOutput<typeof spreadsheetOptions>
