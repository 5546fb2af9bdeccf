import { openAsBlob } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { SourceFile } from '../formats/format.ts'
import { CommandError } from './command-error.ts'

/** A file as a source, read piece by piece when its turn comes. Rejects with CommandError `no-such-file`. */
export async function openSource(path: string): Promise<SourceFile> {
  try {
    if (!(await stat(path)).isFile()) throw new CommandError('no-such-file', path)
    return { name: basename(path), bytes: await openAsBlob(path) }
  } catch {
    throw new CommandError('no-such-file', path)
  }
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
