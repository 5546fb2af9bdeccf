import * as Comlink from 'comlink'
import { KEYERS } from '../src/cluster/keyers.ts'
import { findWriter, readFile } from '../src/formats/formats.ts'
import { type ReadResult } from '../src/formats/format.ts'
import { plans } from '../src/nomenclature/known-plans.ts'
import { planName } from '../src/nomenclature/plan-name.ts'
import { Problem, type PlainProblem } from '../src/problem/problem.ts'
import { type Decisions } from '../src/recipe/drift-report.ts'
import { type RecipeEdit } from '../src/recipe/edit.ts'
import { editRecipe, fileStem } from '../src/recipe/edit-recipe.ts'
import { readRecipe, writeRecipe } from '../src/recipe/read-recipe.ts'
import { RECIPE_VERSION, type FileOrigin, type Recipe, type RecipeSheet } from '../src/recipe/recipe.ts'
import { withExpectations } from '../src/recipe/replay.ts'
import { revealedValues } from '../src/recipe/revealed-values.ts'
import { type SheetRun } from '../src/recipe/runner.ts'
import { type Params } from '../src/steps/step.ts'
import { type StoredSource } from '../src/storage/database.ts'
import { createWorkbook, purgeRemoved, readWorkbook, removeWorkbook } from '../src/storage/workbooks.ts'
import { packWorkbook, unpackWorkbook } from './engine/workbook-file.ts'
import { Queue } from './engine/queue.ts'
import { lockWorkbook } from './engine/lock.ts'
import { cancelJob, progressOf } from './engine/progress.ts'
import { Replay } from './engine/replays.ts'
import { Session } from './engine/session.ts'
import { ShownTable } from './engine/shown-table.ts'
import { describeWorkbook } from './engine/workbook-view.ts'
import {
  type Download,
  type Engine,
  type Job,
  type Refused,
  type TableExport,
  type TableRef,
  type ValuesQuery,
  type WorkbookView,
} from './facade.ts'

/** Views that `page` still answers for. */
const VIEWS_KEPT = 6

const sessions = new Map<string, Session>()
const views = new Map<string, ShownTable>()
const replays = new Map<string, Replay>()
const queue = new Queue()
let lastNumber = 0

function sessionOf(id: string): Session {
  const session = sessions.get(id)
  if (session === undefined) throw new Problem('missing-workbook', {})
  return session
}

function shown(key: string): ShownTable {
  const view = views.get(key)
  if (view === undefined) throw new Problem('stale-view', {})
  return view
}

/** A file that has been read, on its way to become a sheet. */
interface ReadSheet {
  sheet: RecipeSheet
  source: StoredSource
  file: FileOrigin['file']
  reading: ReadResult
}

async function readSheets(
  workbook: string,
  files: readonly File[],
  taken: readonly string[],
  job: Job,
  options: Params,
) {
  const progress = progressOf(job)
  const sheets: ReadSheet[] = []
  const refused: Refused[] = []
  const names = [...taken]
  for (const [index, file] of files.entries()) {
    const within = (part: number): Promise<void> => progress((index + part) / files.length)
    try {
      const reading = await readFile({ name: file.name, bytes: file }, { options }, { progress: within })
      const name = freeName(fileStem(file.name.replace(/(\.[A-Za-z0-9]{1,5})+$/, '')), names)
      names.push(name)
      const origin: FileOrigin['file'] = {
        format: reading.format.id,
        options: { ...options },
        name: file.name,
      }
      // A copy of the bytes: the file on disk may change or go, the source stays as received.
      const bytes = new Blob([await file.arrayBuffer()], { type: file.type })
      const source: StoredSource = { id: crypto.randomUUID(), workbook, name: file.name, bytes }
      sheets.push({ sheet: { name, from: { file: origin }, steps: [] }, source, file: origin, reading })
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'cancelled' || files.length === 1) throw error
      refused.push({ fileName: file.name, problem: { code: error.code, values: error.values } })
    }
  }
  return { sheets, refused }
}

function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number++)
    if (!taken.includes(`${wanted} (${number})`)) return `${wanted} (${number})`
}

/** Stores a new workbook and opens it; when the disk is full, it is opened in memory and says so. */
async function start(
  id: string,
  recipe: Recipe,
  sources: ReadonlyMap<string, StoredSource>,
): Promise<Session> {
  const now = Date.now()
  const all = [...sources.values()]
  const bytes = all.reduce((sum, source) => sum + source.bytes.size, 0)
  const workbook = { id, title: recipe.title, createdAt: now, modifiedAt: now, at: 0, bytes }
  const version = {
    recipe: writeRecipe(recipe),
    sources: Object.fromEntries([...sources].map(([sheet, source]) => [sheet, source.id])),
  }
  let storage: 'saved' | 'memory' = 'saved'
  try {
    await createWorkbook(workbook, { ...version, title: recipe.title }, all)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    storage = 'memory'
  }
  const session = new Session(workbook, [{ workbook: id, number: 0, ...version }], all, storage)
  session.release = await lockWorkbook(id, true, () => (session.readOnly = true))
  sessions.set(id, session)
  return session
}

const outputOf = (sheet: string): Recipe['outputs'][number] => ({ sheet, file: `${fileStem(sheet)}.csv` })

async function runAll(session: Session, job: Job): Promise<Map<string, SheetRun>> {
  const runs = new Map<string, SheetRun>()
  for (const { name } of session.recipe.sheets)
    runs.set(name, await session.runner.run(session.recipe, name, progressOf(job)))
  return runs
}

/** After a change of versions: computes, or if the person gives up, takes the change back. */
async function described(session: Session, job: Job, takeBack: () => Promise<void>): Promise<WorkbookView> {
  try {
    return await describeWorkbook(session, progressOf(job))
  } catch (error) {
    if (error instanceof Problem && error.code === 'cancelled') await takeBack()
    throw error
  }
}

const engine: Engine = {
  async create(files, job, options = {}) {
    const id = crypto.randomUUID()
    const [first] = files
    if (files.length === 1 && first !== undefined && /\.tamis$/i.test(first.name))
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
    const session = await start(id, recipe, new Map(sheets.map(({ sheet, source }) => [sheet.name, source])))
    for (const { source, file, reading } of sheets) session.remember(source, file, reading)
    return { ...(await describeWorkbook(session, progressOf(job))), refused }
  },

  async open(id, takeOver, job) {
    await engine.close(id)
    const { workbook, versions, sources } = await readWorkbook(id)
    const session = new Session(workbook, versions, sources, 'saved')
    session.readOnly = true
    const release = await lockWorkbook(id, takeOver, () => (session.readOnly = true))
    session.readOnly = release === null
    session.release = release ?? (() => undefined)
    sessions.set(id, session)
    return describeWorkbook(session, progressOf(job))
  },

  async close(id) {
    sessions.get(id)?.release()
    sessions.delete(id)
    await Promise.resolve()
  },

  async remove(id) {
    await engine.close(id)
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
      if (sheets.length > 0)
        await session.edit(edited, new Map(sheets.map(({ sheet, source }) => [sheet.name, source])))
      for (const { source, file, reading } of sheets) session.remember(source, file, reading)
      return { ...(await described(session, job, () => session.takeBack())), refused }
    }),

  edit: (id, edit: RecipeEdit, job) =>
    queue.run(async () => {
      const session = sessionOf(id)
      const renamed = edit.do === 'rename-sheet' ? { from: edit.sheet, to: edit.name } : undefined
      await session.edit(editRecipe(session.recipe, edit), new Map(), renamed)
      return described(session, job, () => session.takeBack())
    }),

  undo: (id, job) =>
    queue.run(async () => {
      const session = sessionOf(id)
      await session.move(-1)
      return described(session, job, () => session.move(1))
    }),

  redo: (id, job) =>
    queue.run(async () => {
      const session = sessionOf(id)
      await session.move(1)
      return described(session, job, () => session.move(-1))
    }),

  async view(ref: TableRef, job) {
    const session = sessionOf(ref.workbook)
    const progress = progressOf(job)
    const { recipe, runner } = session
    const run = await runner.run(recipe, ref.sheet, progress, ref.at)
    const table = run.steps.at(-1)?.table ?? run.source
    const tried =
      ref.draft === undefined
        ? null
        : await runner.tryStep(
            recipe,
            table,
            { id: 'draft', step: ref.draft.step, params: ref.draft.params },
            progress,
          )
    const view = new ShownTable(table, tried, ref.filter, ref.changedOnly ?? false)
    const key = `view-${++lastNumber}`
    views.set(key, view)
    for (const old of [...views.keys()].slice(0, -VIEWS_KEPT)) views.delete(old)
    return view.describe(key)
  },

  page: async (key, from, to) => Promise.resolve(shown(key).page(from, to)),
  values: async (key, query: ValuesQuery) => Promise.resolve(shown(key).values(query)),
  find: async (key, text, from) => Promise.resolve(shown(key).find(text, from)),

  async clusters(key, column, keyer, job) {
    await progressOf(job)(0)
    return shown(key).clusters(column, keyer)
  },

  async planReplay(source, files, job) {
    const recipe = await recipeToReplay(source, job)
    const id = `replay-${++lastNumber}`
    const replay = new Replay(recipe, files)
    const { report } = await replay.prepare({ columns: {} }, progressOf(job))
    replays.set(id, replay)
    return { id, title: recipe.title, report }
  },

  async rehearse(plan, decisions: Decisions, job) {
    const replay = replayOf(plan)
    const { report } = await replay.run(decisions, progressOf(job))
    return { id: plan, title: replay.recipe.title, report }
  },

  async replay(plan, decisions: Decisions, job) {
    const replay = replayOf(plan)
    const { recipe, report } = await replay.run(decisions, progressOf(job))
    if (report.open > 0) throw new Problem('drift-open', { count: report.open })
    const id = crypto.randomUUID()
    const sources = new Map<string, StoredSource>()
    for (const [sheet, file] of replay.files) {
      const bytes = new Blob([await file.arrayBuffer()], { type: file.type })
      sources.set(sheet, { id: crypto.randomUUID(), workbook: id, name: file.name, bytes })
    }
    const session = await start(id, withFileNames(recipe, replay.files), sources)
    replays.delete(plan)
    return { workbook: await describeWorkbook(session, progressOf(job)), report }
  },

  async exportTable(id, sheet, { writer: writerId, options }: TableExport, job) {
    const { recipe, runner } = sessionOf(id)
    const run = await runner.run(recipe, sheet, progressOf(job))
    const writer = findWriter(writerId)
    if (writer === undefined) throw new Problem('unknown-writer', { name: writerId })
    const progress = progressOf(job)
    const pieces: BlobPart[] = []
    for (const piece of writer.write(run.result, options)) {
      pieces.push(piece as Uint8Array<ArrayBuffer>)
      await progress(0.5)
    }
    return {
      fileName: `${fileStem(sheet)}.${writer.extension}`,
      blob: new Blob(pieces, { type: writer.mediaType }),
    }
  },

  async exportRecipe(id, job) {
    const session = sessionOf(id)
    const recipe = withExpectations(session.recipe, await runAll(session, job))
    const blob = new Blob([writeRecipe(recipe)], { type: 'application/json' })
    return { fileName: `${fileStem(recipe.title)}.tamis.json`, blob, reveals: revealedValues(recipe) }
  },

  async exportWorkbook(id): Promise<Download> {
    const { recipe, source } = ((session: Session) => ({
      recipe: session.recipe,
      source: (name: string) => session.source(name),
    }))(sessionOf(id))
    const sources = new Map(
      recipe.sheets.flatMap(({ name }) =>
        source(name) === undefined ? [] : [[name, source(name)!] as const],
      ),
    )
    return { fileName: `${fileStem(recipe.title)}.tamis`, blob: await packWorkbook(recipe, sources) }
  },

  references: () =>
    Promise.resolve({
      plans: plans().map(({ norm, variant, years }) => ({
        plan: `${norm}-${variant}`,
        name: planName(norm, variant),
        years,
        parts: ['chapters', 'accounts', 'functions'],
      })),
    }),

  keyers: () => Promise.resolve(KEYERS.map(({ id, name, about }) => ({ id, name, about }))),

  cancel: (job) => Promise.resolve(cancelJob(job)),
}

function replayOf(plan: string): Replay {
  const replay = replays.get(plan)
  if (replay === undefined) throw new Problem('stale-view', {})
  return replay
}

async function recipeToReplay(source: { workbook: string } | { file: File }, job: Job): Promise<Recipe> {
  if ('file' in source) return readRecipe(await source.file.text())
  const session = sessionOf(source.workbook)
  return withExpectations(session.recipe, await runAll(session, job))
}

const withFileNames = (recipe: Recipe, files: ReadonlyMap<string, File>): Recipe => ({
  ...recipe,
  sheets: recipe.sheets.map((sheet) => {
    const name = files.get(sheet.name)?.name
    if (!('file' in sheet.from) || name === undefined) return sheet
    return { ...sheet, from: { ...sheet.from, file: { ...sheet.from.file, name } } }
  }),
})

async function openPacked(id: string, file: File, job: Job): Promise<WorkbookView> {
  const { recipe, files } = await unpackWorkbook(file)
  const sources = new Map(
    [...files].map(
      ([sheet, { name, bytes }]) => [sheet, { id: crypto.randomUUID(), workbook: id, name, bytes }] as const,
    ),
  )
  const session = await start(id, recipe, sources)
  return describeWorkbook(session, progressOf(job))
}

/** Problems cross the thread as plain data; anything else is a defect and crosses as `unexpected` with its message. */
function guarded(verbs: Engine): Engine {
  const wrapped = Object.entries(verbs).map(([name, verb]) => {
    const call = async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (verb as (...args: unknown[]) => Promise<unknown>)(...args)
      } catch (error) {
        const plain: PlainProblem =
          error instanceof Problem
            ? { code: error.code, values: error.values }
            : {
                code: 'unexpected',
                values: { message: error instanceof Error ? error.message : String(error) },
              }
        // Comlink rebuilds an Error from its own fields only, but passes any other value as it is.
        throw plain
      }
    }
    return [name, call]
  })
  return Object.fromEntries(wrapped) as Engine
}

void purgeRemoved().catch(() => undefined)
Comlink.expose(guarded(engine))
