import { csv } from '../src/formats/csv/csv.ts'
import type { Table } from '../src/table/table.ts'
import { sharedBytes } from './shared-folder.ts'

/** A table read in place from the folder of real documents. */
export async function sharedTable(path: string): Promise<Table> {
  const file = { name: path, bytes: new Blob([sharedBytes(path).slice()]) }
  return (await csv.read(file, {}, { progress: () => undefined })).table
}
