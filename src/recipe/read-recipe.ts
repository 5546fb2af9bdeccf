import * as v from 'valibot'
import { Problem } from '../problem/problem.ts'
import { findStep } from '../steps/steps.ts'
import { RECIPE_VERSION, recipeSchema, type Recipe } from './recipe.ts'

/** A recipe larger than this is not one: recipes hold no data. */
const MOST_BYTES = 50 * 1024 * 1024
const MOST_STEPS = 10_000

/**
 * Reads a recipe file, which may come from a stranger: it is validated whole before anything runs.
 * Throws Problem `recipe-not-json`, `recipe-not-one`, `recipe-newer`, `recipe-unsafe`, `recipe-invalid`, `recipe-unknown-step`,
 * `recipe-bad-step`, `recipe-repeated`, `recipe-unknown-sheet` or `recipe-sheet-cycle`.
 */
export function readRecipe(text: string): Recipe {
  if (text.length > MOST_BYTES) throw new Problem('recipe-not-one', {})
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Problem('recipe-not-json', {})
  }
  refuseUnsafeNames(parsed)
  if (typeof parsed !== 'object' || parsed === null || !('tamis' in parsed))
    throw new Problem('recipe-not-one', {})
  const { tamis } = parsed
  if (typeof tamis === 'number' && tamis > RECIPE_VERSION)
    throw new Problem('recipe-newer', { version: tamis })
  const result = v.safeParse(recipeSchema, parsed, { abortPipeEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    throw new Problem('recipe-invalid', {
      where: v.getDotPath(issue) ?? '',
      found: issue.received.slice(0, 80),
    })
  }
  checkRecipe(result.output)
  return result.output
}

/** Checks what no shape can say: steps exist and accept their parameters, names are distinct, sheets exist and don't go in circles. */
export function checkRecipe(recipe: Recipe): void {
  const names = recipe.sheets.map(({ name }) => name)
  refuseRepeated(names)
  if (recipe.sheets.reduce((sum, { steps }) => sum + steps.length, 0) > MOST_STEPS)
    throw new Problem('recipe-not-one', {})
  for (const sheet of recipe.sheets) {
    refuseRepeated(sheet.steps.map(({ id }) => id))
    if ('sheet' in sheet.from) requireSheet(names, sheet.from.sheet, sheet.name)
    for (const [index, { step: id, params }] of sheet.steps.entries()) {
      const at = { step: index + 1, sheet: sheet.name }
      const step = findStep(id)
      if (step === undefined) throw new Problem('recipe-unknown-step', { ...at, name: id.slice(0, 80) })
      const checked = v.safeParse(step.schema, params)
      if (!checked.success) {
        throw new Problem('recipe-bad-step', {
          ...at,
          title: step.title,
          where: v.getDotPath(checked.issues[0]) ?? '',
        })
      }
      for (const read of step.sheets(params)) requireSheet(names, read, sheet.name)
    }
  }
  for (const { sheet } of recipe.outputs) requireSheet(names, sheet, sheet)
  refuseCycles(recipe)
}

function requireSheet(names: readonly string[], wanted: string, sheet: string): void {
  if (!names.includes(wanted)) throw new Problem('recipe-unknown-sheet', { wanted, sheet })
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) throw new Problem('recipe-repeated', { name: repeated })
}

/** Names of the sheets that a sheet is made from. */
function sheetsBehind(sheet: Recipe['sheets'][number]): string[] {
  const own = 'sheet' in sheet.from ? [sheet.from.sheet] : []
  return own.concat(
    sheet.steps
      .filter(({ off }) => off !== true)
      .flatMap(({ step, params }) => findStep(step)?.sheets(params) ?? []),
  )
}

function refuseCycles(recipe: Recipe): void {
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw new Problem('recipe-sheet-cycle', { sheet: name })
    if (done.has(name)) return
    const sheet = recipe.sheets.find((each) => each.name === name)
    if (sheet !== undefined) for (const behind of sheetsBehind(sheet)) visit(behind, [...path, name])
    done.add(name)
  }
  for (const { name } of recipe.sheets) visit(name, [])
}

/** `__proto__` as a key can change the prototype of whatever copies the object. No honest recipe has it. */
function refuseUnsafeNames(value: unknown, depth = 0): void {
  if (depth > 64) throw new Problem('recipe-unsafe', {})
  if (typeof value !== 'object' || value === null) return
  if (Object.hasOwn(value, '__proto__')) throw new Problem('recipe-unsafe', {})
  for (const inner of Object.values(value)) refuseUnsafeNames(inner, depth + 1)
}

/** The text of a recipe file. Reading it again gives the same recipe. */
export const writeRecipe = (recipe: Recipe): string => JSON.stringify(recipe, null, 2) + '\n'
