import { csvReading } from '../../i18n/csv-reading.ts'

export interface GivenNames {
  names: string[]
  /** Names of columns for which the file had a blank or a repeated name. */
  given: string[]
}

/** Distinct names for `count` columns: as written, « Colonne 3 » for a blank one, « Montant (2) » for a repeated one. */
export function columnNamesOf(written: readonly string[], count: number): GivenNames {
  const taken = new Set(written.filter((name) => name.trim() !== ''))
  const used = new Set<string>()
  const given: string[] = []
  const names = Array.from({ length: count }, (_, index) => {
    const own = written[index] ?? ''
    if (own.trim() !== '' && !used.has(own)) {
      used.add(own)
      return own
    }
    // Data, not screen text: the same whatever the language, so that a recipe fits.
    const wished = own.trim() === '' ? csvReading.fr.column(index + 1) : own
    let name = wished
    for (let n = 2; used.has(name) || taken.has(name); n++) name = `${wished} (${n})`
    used.add(name)
    if (index < written.length) given.push(name)
    return name
  })
  return { names, given }
}
