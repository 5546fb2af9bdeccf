import { type Params } from '../steps/step.ts'
import { type Recipe } from './recipe.ts'

/** The values of a recipe's parameters by name: `{ annee: '2020' }`. */
export const parameterValues = (recipe: Recipe): ReadonlyMap<string, string> =>
  new Map(Object.entries(recipe.parameters ?? {}).map(([name, { value }]) => [name, value]))

/** A text in which `{name}` of each known parameter is its value; other braces stay. */
export function withParameters(text: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0 || !text.includes('{')) return text
  return text.replace(/\{([^{}]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
}

/** A step's parameters with those of the recipe put in, in every text that they hold. */
export const withParametersIn = (params: Params, values: ReadonlyMap<string, string>): Params =>
  values.size === 0 ? params : (fill(params, values) as Params)

function fill(value: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return withParameters(value, values)
  if (Array.isArray(value)) return value.map((item) => fill(item, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, values)]))
}
