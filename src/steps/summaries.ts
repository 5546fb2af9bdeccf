import * as v from 'valibot'
import type { Localized } from '../i18n/messages.ts'

const filledText = v.pipe(v.string(), v.regex(/\S/))
const columnName = v.pipe(v.string(), v.nonEmpty())

/** What can be told of a column for a group of rows. */
const MEASURES = ['sum', 'average', 'min', 'max', 'distinct', 'first', 'only', 'list'] as const

const summariesSchema = v.pipe(
  v.array(
    v.union([
      v.strictObject({ name: filledText, how: v.literal('count') }),
      v.strictObject({
        name: filledText,
        how: v.picklist(MEASURES),
        of: columnName,
        /** With `only`: what stands where a group has several values; nothing if absent. */
        several: v.optional(v.string()),
      }),
    ]),
  ),
  v.minLength(1),
  v.check((summaries) => new Set(summaries.map(({ name }) => name)).size === summaries.length),
)

/** New columns, each of which says one thing about each group of rows. */
export type Summaries = v.InferOutput<typeof summariesSchema>
export type Summary = Summaries[number]
export type Measure = Summary['how']

/** New columns about each group of rows; the step goes on without those whose column is missing, as long as one is left. */
export const summariesField = (said: { label: Localized; hint?: Localized }) => ({
  ...said,
  kind: 'summaries' as const,
  schema: summariesSchema,
  reads: (summaries: Summaries) => summaries.flatMap((one) => ('of' in one ? [one.of] : [])),
  renamed: (summaries: Summaries, rename: (name: string) => string) =>
    summaries.map((one) => ('of' in one ? { ...one, of: rename(one.of) } : one)),
  without: (summaries: Summaries, column: string) => {
    const left = summaries.filter((one) => !('of' in one && one.of === column))
    return left.length === 0 ? null : left
  },
})
