import { readCsv } from '../../../src/formats/csv/read-csv.ts'
import { csvWriter } from '../../../src/formats/csv/write-csv.ts'
import { Problem } from '../../../src/problem/problem.ts'
import { givenFile, joined, silent } from '../given-file.ts'
import { plainRows } from './load-score.ts'

/** The rows, names first, that `tamis read` writes of a file; `null` if it is refused. */
export async function writtenRows(content: string | Uint8Array): Promise<string[][] | null> {
  try {
    const { table } = await readCsv(givenFile(content), {}, silent)
    return plainRows(new TextDecoder().decode(joined(csvWriter.write(table, { names: 'received' }))))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
