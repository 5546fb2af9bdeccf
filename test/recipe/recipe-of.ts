import { readFile } from '../../src/formats/formats.ts'
import type { Params } from '../../src/steps/step.ts'
import type { Recipe, RecipeSheet } from '../../src/recipe/recipe.ts'
import type { SourceReader } from '../../src/recipe/runner.ts'

export const quietly = (): Promise<void> => Promise.resolve()

type ShortStep = readonly [step: string, params: Params, more?: { off?: boolean; note?: string }]

export const sheetOf = (
  name: string,
  from: RecipeSheet['from'],
  steps: readonly ShortStep[],
): RecipeSheet => ({
  name,
  from,
  steps: steps.map(([step, params, more], index) => ({ id: `s${index + 1}`, step, params, ...more })),
})

export const recipeOf = (...sheets: RecipeSheet[]): Recipe => ({
  tamis: 1,
  title: 'Essai',
  sheets,
  outputs: sheets.map(({ name }) => ({ sheet: name, file: `${name}.csv` })),
})

export const csvFile: RecipeSheet['from'] = { file: { format: 'csv', options: {} } }

/** A reader of CSV texts by sheet, which reads each once. */
export function readerOf(texts: Readonly<Record<string, string | Uint8Array>>): SourceReader {
  const readings = new Map<string, ReturnType<SourceReader>>()
  return (sheet, file) => {
    const known = readings.get(sheet)
    if (known !== undefined) return known
    const bytes = new Blob([texts[sheet] as Uint8Array<ArrayBuffer> | string])
    const reading = readFile({ name: `${sheet}.csv`, bytes }, file, { progress: quietly })
    readings.set(sheet, reading)
    return reading
  }
}
