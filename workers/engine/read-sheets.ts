import { readFile, type ReadFile } from '../../src/formats/formats.ts'
import { isFault, Problem } from '../../src/problem/problem.ts'
import { fileStem } from '../../src/recipe/edit-recipe.ts'
import type { FileOrigin, RecipeSheet } from '../../src/recipe/recipe.ts'
import type { Params } from '../../src/steps/step.ts'
import type { StoredSource } from '../../src/storage/database.ts'
import type { Job, Refused } from '../facade.ts'
import { progressOf } from './progress.ts'

/** A file that has been read, on its way to become a sheet. */
export interface ReadSheet {
  sheet: RecipeSheet
  source: StoredSource
  file: FileOrigin['file']
  reading: ReadFile
}

/**
 * Reads files that are to become sheets of a workbook, under names that none of its sheets has. A file that cannot be read is
 * refused and the others go on; a single one rejects with its Problem.
 */
export async function readSheets(
  workbook: string,
  files: readonly File[],
  taken: readonly string[],
  job: Job,
  options: Params,
): Promise<{ sheets: ReadSheet[]; refused: Refused[] }> {
  const progress = progressOf(job)
  const sheets: ReadSheet[] = []
  const refused: Refused[] = []
  const names = [...taken]
  for (const [index, file] of files.entries()) {
    const within = (part: number): Promise<void> => progress((index + part) / files.length)
    try {
      refuseTooLarge(file)
      const reading = await readFile({ name: file.name, bytes: file }, { options }, { progress: within })
      const name = freeName(sheetNameOf(file.name), names)
      names.push(name)
      const origin: FileOrigin['file'] = {
        format: reading.format.id,
        options: { ...options },
        name: file.name,
      }
      const source: StoredSource = { id: crypto.randomUUID(), workbook, name: file.name, bytes: file.slice() }
      sheets.push({ sheet: { name, from: { file: origin }, steps: [] }, source, file: origin, reading })
    } catch (error) {
      if (!isFault(error) || files.length === 1) throw error
      refused.push({ fileName: file.name, problem: error.plain })
    }
  }
  return { sheets, refused }
}

/** What a sheet is called after the file that it comes from. */
export const sheetNameOf = (file: string): string => fileStem(file.replace(/(\.[A-Za-z0-9]{1,5})+$/, ''))

/** Twice the largest file that was tried: 5,000,000 rows of 22 columns. */
const MOST_BYTES = 2.2e9

/** Throws Problem `file-too-large` before anything is read: a tab that runs out of memory is lost with all that is open in it. */
export function refuseTooLarge({ name, size }: Pick<File, 'name' | 'size'>): void {
  if (size > MOST_BYTES) throw new Problem('file-too-large', { file: name, bytes: size, most: MOST_BYTES })
}

function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number++)
    if (!taken.includes(`${wanted} (${number})`)) return `${wanted} (${number})`
}
