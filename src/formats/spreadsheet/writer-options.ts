import * as v from 'valibot'

/** What can be chosen for a workbook of one sheet. */
export const writerOptions = v.strictObject({
  /** Name of the sheet; signs that spreadsheets refuse become blanks. */
  sheetName: v.optional(v.string()),
})
export type WriterOptions = v.InferOutput<typeof writerOptions>
