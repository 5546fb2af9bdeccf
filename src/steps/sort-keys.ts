import * as v from 'valibot'
import type { Localized } from '../i18n/messages.ts'

const sortKeysSchema = v.pipe(
  v.array(
    v.strictObject({
      column: v.pipe(v.string(), v.nonEmpty()),
      descending: v.optional(v.boolean()),
      /**
       * How texts are compared. number: as the numbers that they write; natural: with the numbers within them by value. Absent: digit by
       * digit, as every recipe had it before there was `natural`. Columns of numbers and dates go by value anyway.
       */
      as: v.optional(v.picklist(['number', 'natural'])),
    }),
  ),
  v.minLength(1),
  v.check((keys) => new Set(keys.map(({ column }) => column)).size === keys.length),
)

/** Columns by which rows are sorted, the first of them foremost. */
export type SortKeys = v.InferOutput<typeof sortKeysSchema>

/** Columns by which rows are sorted; the step goes on without one that is missing, as long as one is left. */
export const sortKeysField = (said: { label: Localized; hint?: Localized }) => ({
  ...said,
  kind: 'sort-keys' as const,
  schema: sortKeysSchema,
  reads: (keys: SortKeys) => keys.map(({ column }) => column),
  renamed: (keys: SortKeys, rename: (name: string) => string) =>
    keys.map((key) => ({ ...key, column: rename(key.column) })),
  without: (keys: SortKeys, column: string) => {
    const left = keys.filter((key) => key.column !== column)
    return left.length === 0 ? null : left
  },
})
