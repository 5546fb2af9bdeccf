import type { NameInFile } from '../table/column.ts'

export interface GivenName {
  name: string
  /** What the file has in its place, where the name is not the file's own. */
  nameInFile?: NameInFile
}

/**
 * Name of a column (from 1) that the file does not name: data and not screen text, the same whatever the language, so that a
 * recipe fits.
 */
export const blankName = (number: number): string => `Colonne ${number}`

/**
 * Distinct names for `count` columns: as written, « Colonne 3 » for a blank one, « Montant (2) » for a repeated one.
 * Columns of a file without names are known as col_0, col_1… to the programs that read such files.
 */
export function columnNamesOf(written: readonly string[] | null, count: number): GivenName[] {
  const own = (written ?? []).map((name) => name.trim() !== '')
  const taken = new Set(written?.filter((_, index) => own[index]))
  const used = new Set<string>()
  return Array.from({ length: count }, (_, index): GivenName => {
    const text = written?.[index] ?? ''
    if (own[index] === true && !used.has(text)) {
      used.add(text)
      return { name: text }
    }
    const wished = own[index] === true ? text : blankName(index + 1)
    let given = wished
    for (let n = 2; used.has(given) || taken.has(given); n++) given = `${wished} (${n})`
    used.add(given)
    if (written === null) return { name: given, nameInFile: { given, text: `col_${index}`, kind: 'none' } }
    return { name: given, nameInFile: { given, text, kind: index < written.length ? 'unclear' : 'beyond' } }
  })
}
