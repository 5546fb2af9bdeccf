import { Problem } from '../../src/problem/problem.ts'
import { editRecipe, fileStem } from '../../src/recipe/edit-recipe.ts'
import { filesBySheet } from '../../src/recipe/files-by-sheet.ts'
import { readTogether } from '../../src/recipe/read-together.ts'
import { readRecipe } from '../../src/recipe/read-recipe.ts'
import type { Recipe } from '../../src/recipe/recipe.ts'
import { withExpectations } from '../../src/recipe/replay.ts'
import type { StoredSource } from '../../src/storage/database.ts'
import type { Engine, Job } from '../facade.ts'
import { isGroup, oneFile } from './one-file.ts'
import { progressOf } from './progress.ts'
import { sheetNameOf } from './read-sheets.ts'
import { Replay } from './replays.ts'
import { firstView, runAll, sessionOf, startSession } from './sessions.ts'

type ReplayVerbs = Pick<Engine, 'planReplay' | 'rehearse' | 'replay'>

const replays = new Map<string, Replay>()
let lastReplay = 0

function replayOf(plan: string): Replay {
  const replay = replays.get(plan)
  if (replay === undefined) throw new Problem('stale-view', {})
  return replay
}

export const replayVerbs: ReplayVerbs = {
  async planReplay(source, files, job) {
    const asked = await recipeToReplay(source, job)
    const id = `replay-${++lastReplay}`
    const progress = progressOf(job)
    const given = filesBySheet(asked, files)
    const together = new Set([...given].filter(([, file]) => isGroup(file)).map(([sheet]) => sheet))
    const recipe = readTogether(asked, together)
    const whole = new Map<string, File>()
    for (const [sheet, file] of given) whole.set(sheet, await oneFile(file, progress))
    const replay = new Replay(recipe, whole)
    const { report } = await replay.prepare({ columns: {} }, progress)
    // One at a time: the tables of a replay that was given up are not kept.
    replays.clear()
    replays.set(id, replay)
    return { id, title: recipe.title, report }
  },

  async rehearse(plan, decisions, job) {
    const replay = replayOf(plan)
    const { report } = await replay.run(decisions, progressOf(job))
    return { id: plan, title: replay.recipe.title, report }
  },

  async replay(plan, decisions, job) {
    const replay = replayOf(plan)
    const { recipe, report } = await replay.run(decisions, progressOf(job))
    if (report.open > 0) throw new Problem('drift-open', { count: report.open })
    const id = crypto.randomUUID()
    const sources = new Map(
      [...replay.files].map(([sheet, file]): [string, StoredSource] => [
        sheet,
        { id: crypto.randomUUID(), workbook: id, name: file.name, bytes: file.slice() },
      ]),
    )
    const { recipe: named, renamed } = namedAfterFiles(withFileNames(recipe, replay.files), replay)
    const session = await startSession(
      id,
      named,
      new Map([...sources].map(([sheet, source]) => [renamed.get(sheet) ?? sheet, source])),
    )
    const workbook = await firstView(session, job)
    replays.delete(plan)
    return { workbook, report }
  },
}

async function recipeToReplay(source: { workbook: string } | { file: File }, job: Job): Promise<Recipe> {
  if ('file' in source) return readRecipe(await source.file.text())
  const session = sessionOf(source.workbook)
  return withExpectations(session.recipe, await runAll(session, job))
}

/**
 * A sheet that bears its file's name takes that of the new file, and so does the workbook: two years do not go by one name.
 * Names that a person gave stay.
 */
function namedAfterFiles(
  recipe: Recipe,
  replay: Replay,
): { recipe: Recipe; renamed: ReadonlyMap<string, string> } {
  const renamed = new Map<string, string>()
  let named = recipe
  for (const { name, from } of replay.recipe.sheets) {
    const file = replay.files.get(name)
    const before = 'file' in from ? from.file.name : undefined
    if (file === undefined || before === undefined || sheetNameOf(before) !== name) continue
    const next = sheetNameOf(file.name)
    if (named.sheets.some((sheet) => sheet.name === next)) continue
    renamed.set(name, next)
    named = editRecipe(named, { do: 'rename-sheet', sheet: name, name: next })
    named = {
      ...named,
      title: named.title === name ? next : named.title,
      outputs: named.outputs.map((output) =>
        output.sheet === next && output.file === `${fileStem(name)}.csv`
          ? { ...output, file: `${fileStem(next)}.csv` }
          : output,
      ),
    }
  }
  return { recipe: named, renamed }
}

const withFileNames = (recipe: Recipe, files: ReadonlyMap<string, File>): Recipe => ({
  ...recipe,
  sheets: recipe.sheets.map((sheet) => {
    const name = files.get(sheet.name)?.name
    if (!('file' in sheet.from) || name === undefined) return sheet
    return { ...sheet, from: { ...sheet.from, file: { ...sheet.from.file, name } } }
  }),
})
