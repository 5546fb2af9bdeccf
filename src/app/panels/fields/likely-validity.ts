import { folded } from '../../../steps/folded.ts'

const named = (columns: readonly string[], pattern: RegExp): string | undefined =>
  columns.find((name) => pattern.test(folded(name).replace(/[_-]+/g, ' ')))

/** The column that most likely says the year or the day of a row; `undefined` when no name says so. */
export const likelyDates = (columns: readonly string[]): string | undefined =>
  named(columns, /\b(exercice|annee|year|millesime)\b/) ?? named(columns, /\bdate\b/)

/** The columns that most likely say from when and until when a row of a reference holds; the first one when no name says so. */
export function likelyValidity(columns: readonly string[]): { from?: string; to?: string } {
  const from = named(columns, /\b(debut|depuis|from|start|du)\b/)
  const to = named(columns, /\b(fin|jusqu|until|end|au)\b/)
  if (from !== undefined || to !== undefined)
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  // Yearly files put together: the name of the file has the year.
  const one = likelyDates(columns) ?? named(columns, /\b(fichier|file)\b/)
  if (one !== undefined) return { from: one, to: one }
  const [first] = columns
  return first === undefined ? {} : { from: first }
}
