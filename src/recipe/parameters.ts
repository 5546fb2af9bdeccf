import type { Params } from '../steps/step.ts'
import { findStep } from '../steps/steps.ts'
import type { Recipe } from './recipe.ts'

type Values = ReadonlyMap<string, string>

/** The values of a recipe's parameters by name: `{ annee: '2020' }`. */
export const parameterValues = (recipe: Recipe): Values =>
  new Map(Object.entries(recipe.parameters ?? {}).map(([name, { value }]) => [name, value]))

/** A text in which `{name}` of each known parameter is its value; other braces stay, and so does `{{name}}`. */
export function withParameters(text: string, values: Values): string {
  if (values.size === 0 || !text.includes('{')) return text
  return text.replace(/\{\{|\}\}|\{([^{}]+)\}/g, (whole, name?: string) =>
    name === undefined ? whole : (values.get(name) ?? whole),
  )
}

/** A step's parameters with those of the recipe put in, in every text that they hold. In a template, a value's braces are only braces. */
export function withParametersIn({ step, params }: { step: string; params: Params }, values: Values): Params {
  if (values.size === 0) return params
  const fields = findStep(step)?.fields ?? {}
  const escaped = new Map(
    [...values].map(([name, value]) => [name, value.replaceAll('{', '{{').replaceAll('}', '}}')]),
  )
  const entries = Object.entries(params).map(([key, value]) => {
    const isTemplate = Object.hasOwn(fields, key) && fields[key]?.kind === 'template'
    return [key, fill(value, isTemplate ? escaped : values)]
  })
  return Object.fromEntries(entries) as Params
}

function fill(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return withParameters(value, values)
  if (Array.isArray(value)) return value.map((item) => fill(item, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, values)]))
}
