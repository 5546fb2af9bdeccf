import * as v from 'valibot'

const text = v.fallback(v.optional(v.string()), undefined)
const texts = v.fallback(v.optional(v.array(v.string())), undefined)
const flag = v.fallback(v.optional(v.boolean()), undefined)

const fieldSchema = v.object({
  name: v.string(),
  title: text,
  description: text,
  type: text,
  format: text,
  decimalChar: text,
  groupChar: text,
  bareNumber: flag,
  trueValues: texts,
  falseValues: texts,
})

/** What a Data Package (specs.frictionlessdata.io/data-package) says about a file, as far as reading needs it; what is written otherwise is passed over. */
export const resourceSchema = v.object({
  path: v.fallback(v.optional(v.union([v.string(), v.array(v.string())])), undefined),
  encoding: text,
  dialect: v.fallback(v.optional(v.object({ delimiter: text, quoteChar: text, header: flag })), undefined),
  schema: v.fallback(v.optional(v.object({ fields: v.array(fieldSchema), missingValues: texts })), undefined),
})

/** A column as the description has it. */
export type Field = v.InferOutput<typeof fieldSchema>
export type Resource = v.InferOutput<typeof resourceSchema>
