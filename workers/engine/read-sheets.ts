import { describedTogether, readFile, type ReadChoice, type ReadFile } from '../../src/formats/formats.ts'
import { isFault } from '../../src/problem/problem.ts'
import { fileStem } from '../../src/recipe/edit-recipe.ts'
import type { FileOrigin, RecipeSheet } from '../../src/recipe/recipe.ts'
import type { Params } from '../../src/steps/step.ts'
import type { StoredSource } from '../../src/storage/database.ts'
import type { GivenFile, Job, Refused } from '../facade.ts'
import { isGroup, oneFile } from './one-file.ts'
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
  files: readonly GivenFile[],
  taken: readonly string[],
  job: Job,
  options: Params,
): Promise<{ sheets: ReadSheet[]; refused: Refused[] }> {
  const progress = progressOf(job)
  const sheets: ReadSheet[] = []
  const refused: Refused[] = []
  const names = [...taken]
  const together = await withDescriptions(files)
  for (const [index, { given, choice }] of together.entries()) {
    const within = (part: number): Promise<void> => progress((index + part) / together.length)
    try {
      const file = await oneFile(given, (part) => within(part * GATHERING))
      const chosen: Params = { ...options, ...(isGroup(given) ? { file: 'all' } : choice.options) }
      const reading = await readFile(
        { name: file.name, bytes: file },
        { ...choice, options: chosen },
        { progress: isGroup(given) ? (part) => within(GATHERING + part * (1 - GATHERING)) : within },
      )
      const name = freeName(sheetNameOf(file.name), names)
      names.push(name)
      const origin: FileOrigin['file'] = {
        format: reading.format.id,
        options: { ...chosen },
        name: file.name,
      }
      const source: StoredSource = { id: crypto.randomUUID(), workbook, name: file.name, bytes: file.slice() }
      sheets.push({ sheet: { name, from: { file: origin }, steps: [] }, source, file: origin, reading })
    } catch (error) {
      if (!isFault(error) || together.length === 1) throw error
      refused.push({ fileName: given.name, problem: error.plain })
    }
  }
  return { sheets, refused }
}

interface FileToRead {
  given: GivenFile
  choice: ReadChoice
}

/** Files with what a `datapackage.json` among them says of them; it is no sheet itself then. */
async function withDescriptions(files: readonly GivenFile[]): Promise<FileToRead[]> {
  const alone = files.flatMap((given) => (isGroup(given) ? [] : [{ name: given.name, bytes: given, given }]))
  const together = await describedTogether(alone)
  return [
    ...together.map(({ file, choice }) => ({ given: file.given, choice })),
    ...files.filter(isGroup).map((given) => ({ given, choice: {} })),
  ]
}

/** Share of the work that is putting files together, before they are read. */
const GATHERING = 0.1

/** What a sheet is called after the file that it comes from. */
export const sheetNameOf = (file: string): string =>
  fileStem(file.replace(/(\.(geojson|[a-z0-9]{1,5}))+$/i, ''))

function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number++)
    if (!taken.includes(`${wanted} (${number})`)) return `${wanted} (${number})`
}
