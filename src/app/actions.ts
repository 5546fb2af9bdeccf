import { shellWords } from '../i18n/shell.ts'
import type { RecipeEdit } from '../recipe/edit.ts'
import { attempt } from './attempt.ts'
import { engine } from './engine.ts'
import { language } from './language.svelte.ts'
import { tasks } from './tasks.svelte.ts'
import { toasts } from './toasts.svelte.ts'
import type { Download, Job } from '../../workers/facade.ts'
import { saveFile } from './save-file.ts'
import type { Workbook } from './workbook.svelte.ts'

const words = () => language.say(shellWords)

/** Undoes the last edit of the recipe. */
export async function undo(workbook: Workbook): Promise<void> {
  if (workbook.view.canUndo && !workbook.view.readOnly) await attempt(() => workbook.undo(words().undoing))
}

/** Does again what was undone. */
export async function redo(workbook: Workbook): Promise<void> {
  if (workbook.view.canRedo && !workbook.view.readOnly) await attempt(() => workbook.redo(words().redoing))
}

/** Edits the recipe; `said` is then shown with a button that takes it back. */
export async function editRecipe(workbook: Workbook, edit: RecipeEdit, said?: string): Promise<boolean> {
  const done = await attempt(async () => {
    await workbook.edit(words().applying, edit)
    return true
  })
  if (done !== undefined && said !== undefined)
    toasts.show(said, 'done', { label: words().undo, run: () => void undo(workbook) })
  return done === true
}

/** Asks the worker for a file and hands it to the browser's downloads. */
export async function download(make: (job: Job) => Promise<Download>): Promise<void> {
  const file = await attempt(() => tasks.run(words().exporting, make))
  if (file !== undefined) saveFile(file)
}

/** The open workbook's whole file, sources included. */
export const downloadWorkbook = (workbook: Workbook): Promise<void> =>
  download((job) => engine().exportWorkbook(workbook.view.id, job))
