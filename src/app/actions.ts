import { shellWords } from '../i18n/shell.ts'
import type { RecipeEdit } from '../recipe/edit.ts'
import { attempt } from './attempt.ts'
import { engine } from './engine.ts'
import { language } from './language.svelte.ts'
import { tasks } from './tasks.svelte.ts'
import { toasts } from './toasts.svelte.ts'
import type { Download, Job, TableExport } from '../../workers/facade.ts'
import { tableFileName, workbookFileName } from './publish/file-names.ts'
import { whereToSave } from './publish/where-to-save.svelte.ts'
import { choosePlace, saveFile } from './save-file.ts'
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

/**
 * Asks the worker for a file, and hands it to the browser's downloads, or has it written where the person says when `asks`. Where
 * the browser does not allow that, it is said and the file goes to the downloads.
 */
async function download(
  fileName: string,
  asks: boolean,
  make: (job: Job, place?: FileSystemFileHandle) => Promise<Download>,
): Promise<void> {
  const { exporting, savedAs, toDownloads } = words()
  let place = asks ? await choosePlace(fileName) : undefined
  if (place === 'given-up') return
  if (place === 'refused') {
    toasts.show(toDownloads)
    place = undefined
  }
  const chosen = place
  const file = await attempt(
    () => tasks.run(exporting, (job) => (chosen === undefined ? make(job) : make(job, chosen))),
    ({ code }) =>
      code === 'cannot-write-file'
        ? { label: words().useDownloads, run: () => void download(fileName, false, make) }
        : undefined,
  )
  if (file === undefined) return
  const { blob } = file
  if (blob === null) toasts.show(savedAs(chosen?.name ?? fileName))
  else saveFile({ fileName: file.fileName, blob })
}

/** A sheet's table, in a file. */
export const downloadTable = ({ view, sheet }: Workbook, chosen: TableExport): Promise<void> =>
  download(tableFileName(sheet.name, chosen.writer), whereToSave.asks(sheet), (job, place) =>
    engine().exportTable(view.id, sheet.name, chosen, job, place),
  )

/** What was done in the open workbook, in words. */
export async function downloadAccount({ view }: Workbook): Promise<void> {
  const file = await attempt(() =>
    tasks.run(words().exporting, (job) => engine().exportAccount(view.id, language.current, job)),
  )
  if (file !== undefined) saveFile(file)
}

/** The open workbook's whole file, sources included. */
export const downloadWorkbook = ({ view, sheet }: Workbook): Promise<void> =>
  download(workbookFileName(view.title), whereToSave.asks(sheet), (job, place) =>
    engine().exportWorkbook(view.id, job, place),
  )
