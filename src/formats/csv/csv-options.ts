import * as v from 'valibot'
import { ESCAPES, QUOTES } from './detect-dialect.ts'
import { ENCODINGS } from './encoding.ts'
import { REPAIRS } from './repair-text.ts'

const lines = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))

/** What a person may decide about a text file; what is absent is found. */
export const csvOptions = v.strictObject({
  encoding: v.optional(v.picklist(ENCODINGS)),
  /** What is done about texts that an earlier program damaged. */
  repair: v.optional(v.picklist(REPAIRS)),
  /** A name (tab, space, spaces, none) or the separator itself. */
  separator: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(8), v.regex(/^[^\r\n"]+$/))),
  quote: v.optional(v.picklist(QUOTES)),
  escape: v.optional(v.picklist(ESCAPES)),
  /** Line (from 1) of the column names, 0 for none. */
  headerRow: v.optional(lines),
  /** Filled lines that name the columns together, from that one on. */
  headerRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
  /** Lines set aside at the top of a file without column names. */
  skipLines: v.optional(lines),
  /** Whether rows written with another separator are cut by it. */
  recut: v.optional(v.boolean()),
  /** Of tables one below the other: all of them, every line as a row, or one by its number. */
  table: v.optional(v.union([v.picklist(['all', 'rows']), v.pipe(v.number(), v.integer(), v.minValue(1))])),
})

export type CsvOptions = v.InferOutput<typeof csvOptions>
