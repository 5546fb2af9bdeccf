import type { Params } from '../steps/step.ts'
import { findStep } from '../steps/steps.ts'
import type { StepRef } from './drift-report.ts'
import { parameterValues, withParametersIn } from './parameters.ts'
import type { Recipe, RecipeSheet } from './recipe.ts'
import { words } from '../i18n/words.ts'

/** A step as it would go without some columns, told without data. */
interface ForeseenStep extends StepRef {
  state: 'runs' | 'reduced' | 'skipped' | 'off'
  without: readonly string[]
}

/** The sentence of a step in both languages, with the recipe's parameters put in. */
export function stepSentence(
  step: { step: string; params: Params },
  parameters: ReadonlyMap<string, string>,
): StepRef['sentence'] {
  const kind = findStep(step.step)
  const params = withParametersIn(step, parameters)
  return kind === undefined
    ? { fr: step.step, en: step.step }
    : { fr: kind.sentence.fr(params), en: kind.sentence.en(params) }
}

/**
 * Follows a sheet's steps on the names of its columns alone. What a skipped step would have made is missing further down,
 * under whatever name it has there.
 */
export function foreseeSteps(
  recipe: Recipe,
  sheet: RecipeSheet,
  names: readonly string[],
  absent: ReadonlySet<string>,
): ForeseenStep[] {
  const parameters = parameterValues(recipe)
  let expected: readonly string[] = names
  let actual: readonly string[] = names.filter((name) => !absent.has(name))
  return sheet.steps.map((step, index) => {
    const ref: StepRef = { number: index + 1, id: step.id, sentence: stepSentence(step, parameters) }
    const kind = findStep(step.step)
    if (step.off === true || kind === undefined) return { ...ref, state: 'off', without: [] }
    const params = withParametersIn(step, parameters)
    const lost = kind.reads(params).filter((name) => expected.includes(name) && !actual.includes(name))
    let left: Params | null = params
    for (const name of lost) left = left === null ? null : kind.without(left, name)
    expected = kind.columnsAfter(params, expected)
    if (left !== null) actual = kind.columnsAfter(left, actual)
    return { ...ref, state: left === null ? 'skipped' : lost.length > 0 ? 'reduced' : 'runs', without: lost }
  })
}

/** Steps that need a column of the source, directly or through what earlier steps make of it. */
export const stepsNeeding = (
  recipe: Recipe,
  sheet: RecipeSheet,
  names: readonly string[],
  column: string,
): StepRef[] =>
  foreseeSteps(recipe, sheet, names, new Set([column]))
    .filter(({ state }) => state === 'reduced' || state === 'skipped')
    .map(({ number, id, sentence }) => ({ number, id, sentence }))

/** Columns that a sheet's steps read and none of them makes: what a recipe without expectations expects. */
export function columnsRead(recipe: Recipe, sheet: RecipeSheet): string[] {
  const parameters = parameterValues(recipe)
  const needed = new Set<string>()
  let names: readonly string[] = []
  for (const step of sheet.steps) {
    const kind = findStep(step.step)
    if (step.off === true || kind === undefined) continue
    const params = withParametersIn(step, parameters)
    for (const name of kind.reads(params)) {
      if (names.includes(name)) continue
      needed.add(name)
      names = [...names, name]
    }
    names = kind.columnsAfter(params, names)
  }
  return [...needed]
}

/** "Étape 2", "Étapes 3, 8 et 9". */
export const stepNumbers = (steps: readonly StepRef[]): { fr: string; en: string } => {
  const numbers = steps.map(({ number }) => String(number))
  const many = numbers.length > 1
  return {
    fr: `${many ? 'étapes' : 'étape'}\u00a0${words.fr.list(numbers)}`,
    en: `${many ? 'steps' : 'step'} ${words.en.list(numbers)}`,
  }
}
