import type { Recipe } from './recipe.ts'

/** The recipe for new files that came together (a folder) for these sheets: all of them, one below the other. */
export const readTogether = (recipe: Recipe, together: ReadonlySet<string>): Recipe => ({
  ...recipe,
  sheets: recipe.sheets.map((sheet) => {
    if (!together.has(sheet.name) || !('file' in sheet.from)) return sheet
    const { file } = sheet.from
    const options = { ...file.options, file: 'all' }
    return { ...sheet, from: { ...sheet.from, file: { ...file, format: 'archive', options } } }
  }),
})
