import * as v from 'valibot'
import type { Params } from '../steps/step.ts'

/** Version of the recipe format that this Tamis writes. Newer ones are refused, never overwritten. */
export const RECIPE_VERSION = 1

const text = v.string()
const filledText = v.pipe(v.string(), v.regex(/\S/))

/** Values of one column as they were, without a value in it: enough to recognise it next year. */
const expectedColumnSchema = v.strictObject({
  name: filledText,
  /** Other names under which a person has accepted it. */
  aliases: v.optional(v.array(filledText)),
  /** A person has accepted to go on without it: steps do what they can without it. */
  absent: v.optional(v.boolean()),
  type: v.picklist(['text', 'number', 'date', 'boolean']),
  /** Part of the rows that are not blank, from 0 to 1. */
  filled: v.number(),
  distinct: v.number(),
  /** Part of the filled cells that read as numbers, from 0 to 1. */
  numeric: v.optional(v.number()),
  /** MinHash of the values, see `sketch.ts`. */
  sketch: v.optional(text),
  /** Exact total of a column of numbers, as decimal text; `null` for the others. */
  total: v.optional(v.nullable(text)),
})

const expectsSchema = v.strictObject({
  rows: v.number(),
  columns: v.array(expectedColumnSchema),
  /** How the file was read: option → value found. */
  found: v.optional(v.record(text, v.union([v.string(), v.number(), v.boolean()]))),
  /** What came out at the end of the sheet's steps. */
  result: v.optional(
    v.strictObject({
      rows: v.number(),
      totals: v.record(text, text),
    }),
  ),
})

const originSchema = v.union([
  v.strictObject({
    file: v.strictObject({
      format: filledText,
      /** Only what a person chose; everything else is detected afresh in each file. */
      options: v.record(text, v.unknown()),
      name: v.optional(text),
    }),
    expects: v.optional(expectsSchema),
  }),
  v.strictObject({
    data: v.strictObject({
      columns: v.array(filledText),
      rows: v.array(v.array(v.nullable(text))),
    }),
  }),
  v.strictObject({ sheet: filledText }),
])

const stepSchema = v.strictObject({
  id: filledText,
  step: filledText,
  params: v.record(text, v.unknown()),
  note: v.optional(text),
  off: v.optional(v.boolean()),
})

/** A finding that a person has set aside, and why. */
const dismissedSchema = v.strictObject({
  code: filledText,
  /** The columns that it was about; none when it was about the whole table. */
  columns: v.array(filledText),
  reason: filledText,
})

export const recipeSchema = v.strictObject({
  $schema: v.optional(text),
  tamis: v.literal(RECIPE_VERSION),
  title: text,
  about: v.optional(text),
  parameters: v.optional(v.record(text, v.strictObject({ label: text, value: text }))),
  sheets: v.pipe(
    v.array(
      v.strictObject({
        name: filledText,
        from: originSchema,
        steps: v.array(stepSchema),
        dismissed: v.optional(v.array(dismissedSchema)),
      }),
    ),
    v.minLength(1),
  ),
  outputs: v.array(
    v.strictObject({
      sheet: filledText,
      file: filledText,
      options: v.optional(v.record(text, v.unknown())),
    }),
  ),
})

/** All of the work, none of the data: how sources are read and the steps of every sheet. */
export type Recipe = v.InferOutput<typeof recipeSchema>
export type RecipeSheet = Recipe['sheets'][number]
export type RecipeStep = Omit<v.InferOutput<typeof stepSchema>, 'params'> & { params: Params }
type SheetOrigin = v.InferOutput<typeof originSchema>
export type FileOrigin = Extract<SheetOrigin, { file: unknown }>
export type Expectations = v.InferOutput<typeof expectsSchema>
export type ExpectedColumn = v.InferOutput<typeof expectedColumnSchema>
