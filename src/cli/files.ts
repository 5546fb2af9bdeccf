import { openAsBlob } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { packFiles, type PlacedFile } from '../formats/archive/pack-files.ts'
import type { SourceFile } from '../formats/format.ts'
import { isProblem } from '../problem/problem.ts'
import { CommandError } from './command-error.ts'

/**
 * A file as a source, read piece by piece when its turn comes; a folder is the archive of its files, as on the page. Rejects with
 * CommandError `no-such-file`.
 */
export async function openSource(path: string): Promise<SourceFile> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) {
      const files = await placedFiles(path)
      const bytes = await packFiles(files, { packed: false }, { progress: () => undefined })
      return { name: basename(resolve(path)), bytes }
    }
    if (!found.isFile()) throw new CommandError('no-such-file', path)
    return { name: basename(path), bytes: await openAsBlob(path) }
  } catch (error) {
    throw isProblem(error) ? error : new CommandError('no-such-file', path)
  }
}

async function placedFiles(folder: string): Promise<PlacedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path: relative(folder, path).split(sep).join('/'), bytes: await openAsBlob(path) }
    }),
  )
}

export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new CommandError('no-such-file', path)
  }
}

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/** Writes files so that each appears whole or not at all: under another name first, then renamed, once all are there. */
export async function writeWhole(
  files: readonly { path: string; pieces: Iterable<Uint8Array> }[],
): Promise<void> {
  const written: { from: string; to: string }[] = []
  let current = ''
  try {
    for (const { path, pieces } of files) {
      current = path
      await mkdir(dirname(path), { recursive: true })
      const from = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
      written.push({ from, to: path })
      await writeFile(from, pieces)
    }
    for (const { from, to } of written) await rename(from, to)
  } catch {
    for (const { from } of written) await rm(from, { force: true })
    throw new CommandError('cannot-write', current)
  }
}
