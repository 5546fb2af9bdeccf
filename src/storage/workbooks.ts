import { Problem } from '../problem/problem.ts'
import { database, type StoredSource, type StoredVersion, type StoredWorkbook } from './database.ts'

/** Versions kept for undo. */
const MOST_VERSIONS = 300
/** How long a workbook that was thrown away can be taken back. */
const TAKE_BACK_MS = 24 * 60 * 60 * 1000

export type NewVersion = Omit<StoredVersion, 'workbook' | 'number'> & { title: string }

/** Stores a new workbook with its sources, whole or not at all. Rejects with Problem `disk-full` or `storage-refused`. */
export const createWorkbook = (
  workbook: StoredWorkbook,
  version: NewVersion,
  sources: readonly StoredSource[],
): Promise<void> =>
  stored(async () => {
    await database.transaction('rw', database.workbooks, database.versions, database.sources, async () => {
      await database.workbooks.add(workbook)
      await database.versions.add({
        workbook: workbook.id,
        number: workbook.at,
        recipe: version.recipe,
        sources: version.sources,
      })
      await database.sources.bulkAdd([...sources])
    })
  })

/**
 * Stores an edit: the version after `at`, in place of whatever could have been redone. One transaction; when it has resolved,
 * the edit outlives a crash. Resolves with the new version's number.
 */
export const appendVersion = (
  id: string,
  at: number,
  version: NewVersion,
  sources: readonly StoredSource[] = [],
): Promise<number> =>
  stored(() =>
    database.transaction('rw', database.workbooks, database.versions, database.sources, async () => {
      const number = at + 1
      await database.versions
        .where('[workbook+number]')
        .between([id, number], [id, Infinity], true, true)
        .delete()
      await database.versions
        .where('[workbook+number]')
        .between([id, -Infinity], [id, number - MOST_VERSIONS], true, true)
        .delete()
      await database.versions.add({ workbook: id, number, recipe: version.recipe, sources: version.sources })
      if (sources.length > 0) await database.sources.bulkAdd([...sources])
      await database.workbooks.update(id, { at: number, title: version.title, modifiedAt: Date.now() })
      return number
    }),
  )

/** Makes another version the current one (undo, redo). */
export const moveToVersion = (id: string, number: number, title: string): Promise<void> =>
  stored(async () => {
    await database.workbooks.update(id, { at: number, title, modifiedAt: Date.now() })
  })

/** A workbook with all its versions, oldest first, and its sources. Rejects with Problem `missing-workbook`. */
export function readWorkbook(
  id: string,
): Promise<{ workbook: StoredWorkbook; versions: StoredVersion[]; sources: StoredSource[] }> {
  return stored(() =>
    database.transaction('r', database.workbooks, database.versions, database.sources, async () => {
      const workbook = await database.workbooks.get(id)
      if (workbook === undefined) throw new Problem('missing-workbook', {})
      const versions = await database.versions.where('workbook').equals(id).sortBy('number')
      const sources = await database.sources.where('workbook').equals(id).toArray()
      return { workbook, versions, sources }
    }),
  )
}

/** The sources of a workbook, as stored. */
export const storedSources = (id: string): Promise<StoredSource[]> =>
  stored(() => database.sources.where('workbook').equals(id).toArray())

/** Workbooks that are not thrown away, latest first. For live queries. */
export async function listWorkbooks(): Promise<StoredWorkbook[]> {
  const all = await database.workbooks.orderBy('modifiedAt').reverse().toArray()
  return all.filter(({ removedAt }) => removedAt === undefined)
}

/** Throws a workbook away; `restoreWorkbook` takes it back within a day. */
export async function removeWorkbook(id: string): Promise<void> {
  await database.workbooks.update(id, { removedAt: Date.now() })
}

export async function restoreWorkbook(id: string): Promise<void> {
  await database.workbooks
    .where('id')
    .equals(id)
    .modify((workbook) => {
      delete workbook.removedAt
    })
}

/** Takes a workbook out for good, as if it had never been made. */
export const discardWorkbook = (id: string): Promise<void> => deleteAll([id])

/** Frees what was thrown away more than a day ago. */
export async function purgeRemoved(): Promise<void> {
  const old = await database.workbooks
    .filter(({ removedAt = Infinity }) => removedAt < Date.now() - TAKE_BACK_MS)
    .primaryKeys()
  await deleteAll(old)
}

const deleteAll = (ids: string[]): Promise<void> =>
  database.transaction('rw', database.workbooks, database.versions, database.sources, async () => {
    await database.workbooks.bulkDelete(ids)
    await database.versions.where('workbook').anyOf(ids).delete()
    await database.sources.where('workbook').anyOf(ids).delete()
  })

/** Turns what the browser says about storage into problems that people can act on. */
async function stored<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem) throw error
    const names = [error, (error as { inner?: unknown }).inner].map((each) =>
      each instanceof Error ? each.name : '',
    )
    if (names.includes('QuotaExceededError')) throw new Problem('disk-full', {})
    throw new Problem('storage-refused', { reason: names.find((name) => name !== '') ?? 'unknown' })
  }
}
