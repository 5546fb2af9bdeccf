import { fileStem } from './edit-recipe.ts'
import { parameterValues, withParameters } from './parameters.ts'
import type { Recipe } from './recipe.ts'

/** The file of an output: its name with the recipe's parameters put in, safe in every folder, and the extension that chooses its writer. */
export function outputFile(
  recipe: Recipe,
  output: Recipe['outputs'][number],
): { fileName: string; extension: string } {
  const name = withParameters(output.file, parameterValues(recipe))
  const dot = name.lastIndexOf('.')
  const extension =
    dot < 0
      ? 'csv'
      : name
          .slice(dot + 1)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '') || 'csv'
  return { fileName: `${fileStem(dot < 0 ? name : name.slice(0, dot))}.${extension}`, extension }
}
