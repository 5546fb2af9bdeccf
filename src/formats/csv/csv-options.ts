import * as v from 'valibot'
import { QUOTES, SEPARATORS } from './detect-dialect.ts'
import { ENCODINGS } from './encoding.ts'

const lines = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

/** What a person may decide about a text file; what is absent is found. */
export const csvOptions = v.strictObject({
  encoding: v.optional(v.picklist(ENCODINGS)),
  separator: v.optional(v.picklist(SEPARATORS)),
  quote: v.optional(v.picklist(QUOTES)),
  /** Line (from 1) of the column names, 0 for none. */
  headerRow: v.optional(lines),
  /** Lines set aside at the top of a file without column names. */
  skipLines: v.optional(lines),
})

export type CsvOptions = v.InferOutput<typeof csvOptions>
