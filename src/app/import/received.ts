import type { PlacedFile } from '../../formats/archive/pack-files.ts'
import { Problem } from '../../problem/problem.ts'
import type { GivenFile } from '../../../workers/facade.ts'

/** Chromium's way to choose a folder: its question speaks of looking at files, not of sending them. */
declare global {
  interface Window {
    showDirectoryPicker?(): Promise<FileSystemDirectoryHandle>
  }
}

/** A file as received; `path` is its place in the folder that it came in, or its name. */
export interface ReceivedFile extends PlacedFile {
  bytes: File
}

/** What came from outside at one time. */
export interface Received {
  /** Name of the folder, when it came as one. */
  folder: string | null
  files: readonly ReceivedFile[]
}

/** Nobody has so many files of one kind; a whole disk has. */
const MOST_FILES = 2000

export const plainFiles = (files: Iterable<File>): Received => ({
  folder: null,
  files: withOwnPaths([...files].map((bytes) => ({ path: bytes.name, bytes }))),
})

/** Files of `<input webkitdirectory>`: their paths begin with the folder. */
export function filesOfFolderInput(files: Iterable<File>): Received {
  const all = [...files]
  const [folder = ''] = all[0]?.webkitRelativePath.split('/') ?? []
  refuseTooMany(folder, all.length)
  const placed = all.map((bytes) => ({
    path: bytes.webkitRelativePath.slice(folder.length + 1) || bytes.name,
    bytes,
  }))
  return { folder, files: placed }
}

/**
 * Files and folders that were dropped. The browser forgets what was dropped once the event is over, so this is called at once and
 * not after an `await`. Rejects with Problem `too-many-files`.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Received> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const plain = [...transfer.files]
  if (!entries.some(({ isDirectory }) => isDirectory)) return plainFiles(plain)
  const [first] = entries
  const folder = entries.length === 1 && first !== undefined ? first.name : null
  const files: ReceivedFile[] = []
  for (const entry of entries) await addEntry(entry, folder === null ? entry.name : '', files)
  return { folder, files: withOwnPaths(files) }
}

async function addEntry(entry: FileSystemEntry, path: string, files: ReceivedFile[]): Promise<void> {
  if (entry.isFile) {
    const bytes = await new Promise<File>((resolve, reject) => {
      ;(entry as FileSystemFileEntry).file(resolve, reject)
    })
    files.push({ path: path === '' ? entry.name : path, bytes })
    refuseTooMany(entry.fullPath, files.length)
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) return
    for (const inner of some) await addEntry(inner, path === '' ? inner.name : `${path}/${inner.name}`, files)
  }
}

/** Asks for a folder; `null` when the person closed the dialog. Rejects with Problem `too-many-files`. */
export async function chooseFolder(): Promise<Received | null> {
  try {
    const folder = await window.showDirectoryPicker?.()
    if (folder === undefined) return null
    const files: ReceivedFile[] = []
    await addHandles(folder, '', files)
    return { folder: folder.name, files }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

async function addHandles(
  folder: FileSystemDirectoryHandle,
  path: string,
  files: ReceivedFile[],
): Promise<void> {
  const inner = folder as unknown as {
    values(): AsyncIterable<FileSystemFileHandle | FileSystemDirectoryHandle>
  }
  for await (const entry of inner.values()) {
    if (entry.kind === 'directory') await addHandles(entry, `${path}${entry.name}/`, files)
    else files.push({ path: path + entry.name, bytes: await entry.getFile() })
    refuseTooMany(folder.name, files.length)
  }
}

function refuseTooMany(folder: string, count: number): void {
  if (count > MOST_FILES) throw new Problem('too-many-files', { folder, most: MOST_FILES })
}

/** Files of one name from several folders are told apart. */
function withOwnPaths(files: readonly ReceivedFile[]): ReceivedFile[] {
  const taken = new Set<string>()
  return files.map((file) => {
    let { path } = file
    for (let n = 2; taken.has(path); n++) path = file.path.replace(/(\.[^./]*)?$/, ` (${n})$1`)
    taken.add(path)
    return { ...file, path }
  })
}

/** What received files are called together: the folder, or what their names begin with alike. */
export function nameTogether({ folder, files }: Received, otherwise: string): string {
  if (folder !== null) return folder
  const names = files.map(({ bytes }) => bytes.name.replace(/\.[^.]*$/, ''))
  let common = names[0] ?? ''
  for (const name of names) while (!name.startsWith(common)) common = common.slice(0, -1)
  // A year cut in two says nothing.
  const whole = common.replace(/\d+$/, '').replace(/[\s_.,(-]+$/, '')
  return whole.length >= 3 ? whole : otherwise
}

/** As what a sheet is read from: the file, or all of them together. One file alone is also a group where a `folder` is expected. */
export function asOne(received: Received, otherwise: string, folder: boolean): GivenFile | null {
  const [first, second] = received.files
  if (first === undefined) return null
  const alone = second === undefined && received.folder === null
  if (alone && !(folder && !/\.(zip|gz)$/i.test(first.path))) return first.bytes
  return { name: nameTogether(received, otherwise), files: received.files }
}
