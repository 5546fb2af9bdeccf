import { Problem } from '../../problem/problem.ts'
import type { ReadContext, SourceFile } from '../format.ts'
import { ZipParts } from '../spreadsheet/zip-parts.ts'
import { gunzip } from './gunzip.ts'

/** The files of an archive: their names, declared sizes, and one of them at a time. */
export interface OpenedArchive {
  names: readonly string[]
  size(name: string): number
  /** Throws Problem `archive-damaged`, `archive-locked` or `archive-bomb`. */
  file(name: string, context: ReadContext): Promise<SourceFile>
}

export const isGz = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8

/** Throws Problem `archive-damaged` or `archive-bomb`. */
export async function openArchive(archive: SourceFile, context: ReadContext): Promise<OpenedArchive> {
  const head = new Uint8Array(await archive.bytes.slice(0, 3).arrayBuffer())
  if (isGz(head)) {
    const name = archive.name.replace(/\.(gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar') || archive.name
    const bytes = await gunzip(archive, context)
    return { names: [name], size: () => bytes.size, file: () => Promise.resolve({ name, bytes }) }
  }
  return asArchive(archive.name, async () => {
    const parts = await ZipParts.open(archive.bytes)
    return {
      names: parts.names,
      size: (name: string) => parts.size(name),
      file: (name: string, within: ReadContext) =>
        asArchive(name, async () => {
          const pieces: Uint8Array<ArrayBuffer>[] = []
          for await (const piece of parts.pieces(name, within)) pieces.push(piece as Uint8Array<ArrayBuffer>)
          return { name: name.slice(name.lastIndexOf('/') + 1), bytes: new Blob(pieces) }
        }),
    }
  })
}

/** What is said of a workbook, said of an archive: both are zip files. */
async function asArchive<T>(file: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof Problem) {
      if (error.code === 'spreadsheet-damaged') throw new Problem('archive-damaged', { file })
      if (error.code === 'spreadsheet-locked') throw new Problem('archive-locked', { file })
      if (error.code === 'spreadsheet-bomb') throw new Problem('archive-bomb', { file })
    }
    throw error
  }
}
