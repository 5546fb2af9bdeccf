import { Problem } from '../../src/problem/problem.ts'
import { writeRecipe } from '../../src/recipe/read-recipe.ts'
import type { Recipe } from '../../src/recipe/recipe.ts'
import type { SheetRun } from '../../src/recipe/runner.ts'
import type { StoredSource } from '../../src/storage/database.ts'
import { createWorkbook, discardWorkbook, storedSources } from '../../src/storage/workbooks.ts'
import type { Job, WorkbookView } from '../facade.ts'
import { lockWorkbook } from './lock.ts'
import { progressOf } from './progress.ts'
import { Session } from './session.ts'
import { describeWorkbook } from './workbook-view.ts'

const sessions = new Map<string, Session>()

/** The session of an open workbook. Throws Problem `missing-workbook`. */
export function sessionOf(id: string): Session {
  const session = sessions.get(id)
  if (session === undefined) throw new Problem('missing-workbook', {})
  return session
}

export const keepSession = (session: Session): void => void sessions.set(session.id, session)

/** Lets a workbook go: another tab may then write it. */
export function closeSession(id: string): void {
  sessions.get(id)?.release()
  sessions.delete(id)
}

/** Stores a new workbook and opens it; when the disk is full, it is opened in memory and says so. */
export async function startSession(
  id: string,
  recipe: Recipe,
  sources: ReadonlyMap<string, StoredSource>,
): Promise<Session> {
  const now = Date.now()
  const received = [...sources.values()]
  const bytes = received.reduce((sum, source) => sum + source.bytes.size, 0)
  const workbook = { id, title: recipe.title, createdAt: now, modifiedAt: now, at: 0, bytes }
  const version = {
    recipe: writeRecipe(recipe),
    sources: Object.fromEntries([...sources].map(([sheet, source]) => [sheet, source.id])),
  }
  let storage: 'saved' | 'memory' = 'saved'
  let kept: readonly StoredSource[] = received
  try {
    await createWorkbook(workbook, { ...version, title: recipe.title }, received)
    // From here on the stored bytes: the file on disk may change or go.
    kept = await storedSources(id)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    storage = 'memory'
  }
  const session = new Session(workbook, [{ workbook: id, number: 0, ...version }], kept, storage)
  session.release = await lockWorkbook(id, true, () => (session.readOnly = true))
  keepSession(session)
  return session
}

/** Describes a workbook that was just made; if the person gives up meanwhile, nothing of it is left. */
export async function firstView(session: Session, job: Job): Promise<WorkbookView> {
  return viewOrBack(session, job, async () => {
    closeSession(session.id)
    await discardWorkbook(session.id)
  })
}

/** After a change of versions: computes, or if the person gives up, takes the change back. */
export async function viewOrBack(
  session: Session,
  job: Job,
  takeBack: () => Promise<void>,
): Promise<WorkbookView> {
  try {
    return await describeWorkbook(session, progressOf(job))
  } catch (error) {
    if (error instanceof Problem && error.code === 'cancelled') await takeBack()
    throw error
  }
}

/** Every sheet of a workbook, computed. */
export async function runAll(session: Session, job: Job): Promise<Map<string, SheetRun>> {
  const runs = new Map<string, SheetRun>()
  for (const { name } of session.recipe.sheets) {
    runs.set(name, await session.runner.run(session.recipe, name, progressOf(job)))
  }
  return runs
}
