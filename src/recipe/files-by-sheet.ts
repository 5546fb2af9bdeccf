import { Problem } from '../problem/problem.ts'
import type { Recipe } from './recipe.ts'

/** Gives each sheet that is read from a file its new file. Throws Problem `missing-source` when one has none. */
export function filesBySheet<F>(
  recipe: Recipe,
  files: readonly { sheet: string; file: F }[],
): Map<string, F> {
  const wanting = recipe.sheets.filter(({ from }) => 'file' in from).map(({ name }) => name)
  const given = new Map<string, F>()
  for (const { sheet, file } of files) if (sheet !== '') given.set(sheet, file)
  const unnamed = files.filter(({ sheet }) => sheet === '').map(({ file }) => file)
  for (const sheet of wanting) {
    if (given.has(sheet)) continue
    const next = unnamed.shift()
    if (next === undefined) throw new Problem('missing-source', { sheet, file: '' })
    given.set(sheet, next)
  }
  const [stranger] = [...given.keys()].filter((sheet) => !wanting.includes(sheet))
  if (stranger !== undefined) throw new Problem('missing-sheet', { sheet: stranger })
  return given
}
