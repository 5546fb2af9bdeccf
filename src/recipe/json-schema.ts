import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema'
import { STEPS } from '../steps/steps.ts'
import { nestedSchema } from '../steps/condition.ts'
import { recipeSchema } from './recipe.ts'

const CONFIG: ConversionConfig = {
  errorMode: 'ignore',
  typeMode: 'input',
  target: 'draft-2020-12',
  definitions: { condition: nestedSchema },
}

/** The recipe format as a JSON Schema, so that editors and other programs can check a recipe without Tamis. Made from the step list. */
export function recipeJsonSchema(): object {
  const recipe = toJsonSchema(recipeSchema, CONFIG) as JsonObject
  const { $defs } = toJsonSchema(nestedSchema, CONFIG)
  const steps = STEPS.map((step) => ({
    title: step.title.en,
    description: step.about.en,
    properties: { step: { const: step.id }, params: toJsonSchema(step.schema, CONFIG) },
  }))
  const sheet = ((recipe['properties'] as JsonObject)['sheets'] as JsonObject)['items'] as JsonObject
  const list = (sheet['properties'] as JsonObject)['steps'] as JsonObject
  list['items'] = { allOf: [list['items'], { oneOf: steps }] }
  return wholeSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Tamis recipe',
    ...recipe,
    $defs,
  })
}

type JsonObject = Record<string, unknown>

/** Parts are converted one by one, each naming its dialect and repeating the definitions; only the whole should. */
function wholeSchema(schema: JsonObject): JsonObject {
  const clean = (value: unknown, inside: 'top' | 'names' | 'schema'): unknown => {
    if (Array.isArray(value)) return value.map((item) => clean(item, 'schema'))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(
      ([key]) => inside !== 'schema' || (key !== '$schema' && key !== '$defs'),
    )
    // Below `properties` keys are names, `$schema` among them.
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, clean(inner, key === 'properties' ? 'names' : 'schema')]),
    )
  }
  return clean(schema, 'top') as JsonObject
}
