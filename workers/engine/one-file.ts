import { packFiles } from '../../src/formats/archive/pack-files.ts'
import type { ReadContext } from '../../src/formats/format.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { FileGroup, GivenFile } from '../facade.ts'

export const isGroup = (given: GivenFile): given is FileGroup => !(given instanceof Blob)

/**
 * The file that a sheet is read from and that is stored: files given together are put in one archive, as the recipe knows one
 * file for a sheet, and next year's come the same way. Throws Problem `file-too-large`.
 */
export async function oneFile(given: GivenFile, progress: ReadContext['progress']): Promise<File> {
  const size = isGroup(given) ? given.files.reduce((sum, { bytes }) => sum + bytes.size, 0) : given.size
  refuseTooLarge({ name: given.name, size })
  if (!isGroup(given)) return given
  return new File([await packFiles(given.files, { packed: false }, { progress })], given.name)
}

/** Twice the largest file that was tried: 5,000,000 rows of 22 columns. */
const MOST_BYTES = 2.2e9

/** Throws Problem `file-too-large` before anything is read: a tab that runs out of memory is lost with all that is open in it. */
export function refuseTooLarge({ name, size }: Pick<File, 'name' | 'size'>): void {
  if (size > MOST_BYTES) throw new Problem('file-too-large', { file: name, bytes: size, most: MOST_BYTES })
}
