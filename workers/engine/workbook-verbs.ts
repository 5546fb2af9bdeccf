import { possibleFormats } from '../../src/formats/formats.ts'
import { Problem } from '../../src/problem/problem.ts'
import { decidedEdit } from '../../src/recipe/decided-edit.ts'
import { editRecipe, fileStem } from '../../src/recipe/edit-recipe.ts'
import { RECIPE_VERSION, type Recipe } from '../../src/recipe/recipe.ts'
import { readWorkbook, removeWorkbook } from '../../src/storage/workbooks.ts'
import type { Engine, Job, WorkbookView } from '../facade.ts'
import { lockWorkbook } from './lock.ts'
import { progressOf } from './progress.ts'
import { isGroup } from './one-file.ts'
import { Queue } from './queue.ts'
import { readSheets } from './read-sheets.ts'
import { Session } from './session.ts'
import { closeSession, firstView, keepSession, sessionOf, startSession, viewOrBack } from './sessions.ts'
import { unpackWorkbook } from './workbook-file.ts'
import { describeWorkbook } from './workbook-view.ts'

type WorkbookVerbs = Pick<
  Engine,
  'create' | 'open' | 'close' | 'remove' | 'addFiles' | 'edit' | 'possibleFormats' | 'undo' | 'redo'
>

const queue = new Queue()

const outputOf = (sheet: string): Recipe['outputs'][number] => ({ sheet, file: `${fileStem(sheet)}.csv` })

export const workbookVerbs: WorkbookVerbs = {
  async create(files, job, options = {}) {
    const id = crypto.randomUUID()
    const [first] = files
    if (files.length === 1 && first !== undefined && !isGroup(first) && /\.tamis$/i.test(first.name))
      return openPacked(id, first, job)
    const { sheets, refused } = await readSheets(id, files, [], job, options)
    const [leader] = sheets
    if (leader === undefined) throw new Problem(refused[0]!.problem.code, refused[0]!.problem.values)
    const recipe: Recipe = {
      tamis: RECIPE_VERSION,
      title: leader.sheet.name,
      sheets: sheets.map(({ sheet }) => sheet),
      outputs: sheets.map(({ sheet }) => outputOf(sheet.name)),
    }
    const session = await startSession(
      id,
      recipe,
      new Map(sheets.map(({ sheet, source }) => [sheet.name, source])),
    )
    for (const { source, file, reading } of sheets) session.remember(source, file, reading)
    return { ...(await firstView(session, job)), refused }
  },

  async open(id, takeOver, job) {
    closeSession(id)
    const { workbook, versions, sources } = await readWorkbook(id)
    const session = new Session(workbook, versions, sources, 'saved')
    const release = await lockWorkbook(id, takeOver, () => (session.readOnly = true))
    session.readOnly = release === null
    session.release = release ?? (() => undefined)
    keepSession(session)
    return describeWorkbook(session, progressOf(job))
  },

  close: async (id) => Promise.resolve(closeSession(id)),

  async remove(id) {
    closeSession(id)
    await removeWorkbook(id)
  },

  addFiles: (id, files, job) =>
    queue.run(async () => {
      const session = sessionOf(id)
      const { recipe } = session
      const taken = recipe.sheets.map(({ name }) => name)
      const { sheets, refused } = await readSheets(id, files, taken, job, {})
      const edited: Recipe = {
        ...recipe,
        sheets: [...recipe.sheets, ...sheets.map(({ sheet }) => sheet)],
        outputs: [...recipe.outputs, ...sheets.map(({ sheet }) => outputOf(sheet.name))],
      }
      if (sheets.length === 0) return { ...(await describeWorkbook(session, progressOf(job))), refused }
      await session.edit(edited, new Map(sheets.map(({ sheet, source }) => [sheet.name, source])))
      for (const { source, file, reading } of sheets) session.remember(source, file, reading)
      return { ...(await viewOrBack(session, job, () => session.takeBack())), refused }
    }),

  edit: (id, edit, job) =>
    queue.run(async () => {
      const session = sessionOf(id)
      const renamed = edit.do === 'rename-sheet' ? { from: edit.sheet, to: edit.name } : undefined
      const decided = await decidedEdit(session.recipe, edit, session.runner, progressOf(job))
      await session.edit(editRecipe(session.recipe, decided), new Map(), renamed)
      return viewOrBack(session, job, () => session.takeBack())
    }),

  async possibleFormats(id, sheet) {
    const source = sessionOf(id).source(sheet)
    if (source === undefined) return []
    return (await possibleFormats(source)).map((format) => ({ id: format.id, name: format.name }))
  },

  undo: (id, job) => queue.run(() => move(id, -1, job)),
  redo: (id, job) => queue.run(() => move(id, 1, job)),
}

async function move(id: string, by: -1 | 1, job: Job): Promise<WorkbookView> {
  const session = sessionOf(id)
  await session.move(by)
  return viewOrBack(session, job, () => session.move(by === 1 ? -1 : 1))
}

async function openPacked(id: string, file: File, job: Job): Promise<WorkbookView> {
  const { recipe, files } = await unpackWorkbook(file, progressOf(job))
  const sources = new Map(
    [...files].map(
      ([sheet, { name, bytes }]) => [sheet, { id: crypto.randomUUID(), workbook: id, name, bytes }] as const,
    ),
  )
  return firstView(await startSession(id, recipe, sources), job)
}
