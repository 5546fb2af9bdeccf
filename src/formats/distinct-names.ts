import { blankName } from './column-names.ts'

/**
 * Distinct names that are not blank, in order, for columns whose names are made of paths: « Colonne 3 » for a blank one,
 * « Montant (2) » for a repeated one. They are data, the same whatever the language, so that a recipe fits.
 */
export function distinctNames(wished: readonly string[]): string[] {
  const taken = new Set(wished)
  const used = new Set<string>()
  return wished.map((wish, index) => {
    const stem = wish.trim() === '' ? blankName(index + 1) : wish
    let name = stem
    for (let n = 2; used.has(name) || (name !== wish && taken.has(name)); n++) name = `${stem} (${n})`
    used.add(name)
    return name
  })
}
