import { Problem } from '../problem/problem.ts'
import { checkRecipe } from './read-recipe.ts'
import type { RecipeEdit } from './edit.ts'
import type { Recipe, RecipeSheet, RecipeStep } from './recipe.ts'

/** The recipe after an edit. Throws a Problem, and changes nothing, when the result would not be a valid recipe. */
export function editRecipe(recipe: Recipe, edit: RecipeEdit): Recipe {
  const edited = change(recipe, edit)
  checkRecipe(edited)
  return edited
}

function change(recipe: Recipe, edit: RecipeEdit): Recipe {
  switch (edit.do) {
    case 'add-step': {
      const step: RecipeStep = {
        id: freshId(recipe),
        step: edit.step,
        params: edit.params,
        ...(edit.note ? { note: edit.note } : {}),
      }
      return changeSteps(recipe, edit.sheet, (steps) => steps.toSpliced(edit.at, 0, step))
    }
    case 'change-step':
      return changeStep(recipe, edit, (step) => ({ ...step, params: edit.params }))
    case 'turn-step':
      return changeStep(recipe, edit, ({ off: _, ...step }) => (edit.off ? { ...step, off: true } : step))
    case 'annotate-step':
      return changeStep(recipe, edit, ({ note: _, ...step }) =>
        edit.note === '' ? step : { ...step, note: edit.note },
      )
    case 'delete-step':
      return changeSteps(recipe, edit.sheet, (steps) => steps.toSpliced(positionOf(steps, edit.id), 1))
    case 'duplicate-step':
      return changeSteps(recipe, edit.sheet, (steps) => {
        const position = positionOf(steps, edit.id)
        return steps.toSpliced(position + 1, 0, { ...steps[position]!, id: freshId(recipe) })
      })
    case 'move-step':
      return changeSteps(recipe, edit.sheet, (steps) => {
        const position = positionOf(steps, edit.id)
        return steps.toSpliced(position, 1).toSpliced(edit.to, 0, steps[position]!)
      })
    case 'dismiss-finding':
      return changeSheet(recipe, edit.sheet, (sheet) => dismiss(sheet, edit))
    case 'read-options':
      return changeSheet(recipe, edit.sheet, (sheet) => {
        if (!('file' in sheet.from)) return sheet
        const { file } = sheet.from
        // That a cut file may be read as far as it goes was accepted once, and is no choice of the strip.
        const accepted = file.options['partial'] === true ? { partial: true } : {}
        return {
          ...sheet,
          from: {
            ...sheet.from,
            file: { ...file, format: edit.format ?? file.format, options: { ...accepted, ...edit.options } },
          },
        }
      })
    case 'rename-workbook':
      return { ...recipe, title: edit.title }
    case 'rename-sheet':
      return renameSheet(recipe, edit.sheet, edit.name)
    case 'delete-sheet':
      return {
        ...recipe,
        sheets: recipe.sheets.filter(({ name }) => name !== edit.sheet),
        outputs: recipe.outputs.filter(({ sheet }) => sheet !== edit.sheet),
      }
    case 'add-sheet':
      return {
        ...recipe,
        sheets: [...recipe.sheets, { name: edit.name, from: { sheet: edit.from }, steps: [] }],
        outputs: [...recipe.outputs, { sheet: edit.name, file: `${fileStem(edit.name)}.csv` }],
      }
  }
}

function dismiss(
  { dismissed = [], ...sheet }: RecipeSheet,
  { code, columns, reason }: Extract<RecipeEdit, { do: 'dismiss-finding' }>,
): RecipeSheet {
  const isMeant = (one: (typeof dismissed)[number]): boolean =>
    one.code === code &&
    one.columns.length > 0 === columns.length > 0 &&
    columns.every((name) => one.columns.includes(name))
  const others = dismissed.filter((one) => !isMeant(one))
  const all = reason === null ? others : [...others, { code, columns: [...columns], reason }]
  return all.length === 0 ? sheet : { ...sheet, dismissed: all }
}

function changeSheet(recipe: Recipe, name: string, fn: (sheet: RecipeSheet) => RecipeSheet): Recipe {
  if (!recipe.sheets.some((sheet) => sheet.name === name)) throw new Problem('missing-sheet', { sheet: name })
  return { ...recipe, sheets: recipe.sheets.map((sheet) => (sheet.name === name ? fn(sheet) : sheet)) }
}

const changeSteps = (recipe: Recipe, name: string, fn: (steps: RecipeStep[]) => RecipeStep[]): Recipe =>
  changeSheet(recipe, name, (sheet) => ({ ...sheet, steps: fn(sheet.steps) }))

const changeStep = (
  recipe: Recipe,
  at: { sheet: string; id: string },
  fn: (step: RecipeStep) => RecipeStep,
): Recipe =>
  changeSteps(recipe, at.sheet, (steps) =>
    steps.with(positionOf(steps, at.id), fn(steps[positionOf(steps, at.id)]!)),
  )

function positionOf(steps: readonly RecipeStep[], id: string): number {
  const position = steps.findIndex((step) => step.id === id)
  if (position < 0) throw new Problem('missing-step', {})
  return position
}

function renameSheet(recipe: Recipe, from: string, to: string): Recipe {
  const rename = (name: string): string => (name === from ? to : name)
  return {
    ...recipe,
    sheets: recipe.sheets.map((sheet) => ({
      ...sheet,
      name: rename(sheet.name),
      from: 'sheet' in sheet.from ? { sheet: rename(sheet.from.sheet) } : sheet.from,
      steps: sheet.steps.map((step) => ({ ...step, params: renameReference(step.params, from, to) })),
    })),
    outputs: recipe.outputs.map((output) => ({ ...output, sheet: rename(output.sheet) })),
  }
}

function renameReference(params: RecipeStep['params'], from: string, to: string): RecipeStep['params'] {
  const reference = params['reference']
  const isNamed =
    typeof reference === 'object' && reference !== null && 'sheet' in reference && reference.sheet === from
  return isNamed ? { ...params, reference: { ...reference, sheet: to } } : params
}

/** A short id that no step of the recipe has: ids follow each other, so that the same edits give the same recipe. */
function freshId(recipe: Recipe): string {
  const taken = new Set(recipe.sheets.flatMap(({ steps }) => steps.map(({ id }) => id)))
  for (let number = taken.size + 1; ; number++) {
    const id = `s${number}`
    if (!taken.has(id)) return id
  }
}

/** A name that is safe as a file name, without its extension. */
export const fileStem = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100) || 'tableau'
