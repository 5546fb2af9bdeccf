import { findStep } from '../steps/steps.ts'
import type { Recipe } from './recipe.ts'

/** Values of the data that a recipe file would show to whoever receives it, each once: groupings, conditions, edited cells, small tables. */
export function revealedValues(recipe: Recipe): string[] {
  const values = new Set<string>()
  for (const { from, steps } of recipe.sheets) {
    if ('data' in from)
      for (const row of from.data.rows) for (const cell of row) if (cell !== null) values.add(cell)
    for (const { step, params } of steps) {
      for (const [key, { kind }] of Object.entries(findStep(step)?.fields ?? {})) {
        if (kind === 'groups' || kind === 'refused' || kind === 'condition' || kind === 'value')
          collect(params[key], values)
      }
    }
  }
  values.delete('')
  return [...values]
}

/** Texts of a parameter that are values: not the names of columns, nor the words of a condition. */
function collect(param: unknown, values: Set<string>): void {
  if (typeof param === 'string') values.add(param)
  else if (Array.isArray(param)) for (const item of param) collect(item, values)
  else if (typeof param === 'object' && param !== null) {
    for (const [key, item] of Object.entries(param))
      if (key !== 'column' && key !== 'is') collect(item, values)
  }
}
