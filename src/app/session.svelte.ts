import { shellWords } from '../i18n/shell.ts'
import type { WorkbookView } from '../../workers/facade.ts'
import type { Params } from '../steps/step.ts'
import { attempt, sayReason } from './attempt.ts'
import { engine } from './engine.ts'
import { language } from './language.svelte.ts'
import { tasks } from './tasks.svelte.ts'
import { toasts } from './toasts.svelte.ts'
import { Workbook } from './workbook.svelte.ts'

type Place = 'home' | 'opening' | 'workbook' | 'replay' | 'accessibility'

const WORKBOOK_ADDRESS = '#classeur/'
const ACCESSIBILITY_ADDRESS = '#accessibilite'

const LOOK_AGAIN_MS = 50

/** A whole workbook is opened, never added to another one. */
const isWorkbook = ({ name }: File): boolean => /\.tamis$/i.test(name)
const isRecipe = ({ name }: File): boolean => /\.tamis\.json$/i.test(name)

/** Which screen is shown, and what came from outside: files dropped, pasted or chosen. */
class Session {
  place = $state<Place>(location.hash.startsWith('#classeur/') ? 'opening' : 'home')
  workbook = $state.raw<Workbook | null>(null)
  /** Recipe to replay, from the home screen. */
  recipeFile = $state.raw<File | null>(null)
  /** Files dropped on an open workbook, until the person says what they are for. */
  waiting = $state.raw<readonly File[] | null>(null)

  /** Follows the address: a workbook's own, the accessibility page, else home. */
  async followAddress(): Promise<void> {
    const { hash } = location
    if (hash === ACCESSIBILITY_ADDRESS) this.place = 'accessibility'
    else if (hash.startsWith(WORKBOOK_ADDRESS)) {
      const id = decodeURIComponent(hash.slice(WORKBOOK_ADDRESS.length))
      if (this.workbook?.view.id === id) this.place = 'workbook'
      else await this.openStored(id)
    } else this.#leave()
  }

  /** Shows a workbook that the worker has just opened. */
  show(view: WorkbookView): void {
    const before = this.workbook
    this.#sayRefused(view)
    this.workbook = new Workbook(view)
    if (before !== null) void this.#close(before)
    this.recipeFile = null
    this.waiting = null
    this.place = 'workbook'
    const address = WORKBOOK_ADDRESS + encodeURIComponent(view.id)
    if (location.hash !== address) history.pushState(null, '', address)
  }

  async openStored(id: string, takeOver = false): Promise<void> {
    const view = await attempt(() =>
      tasks.run(language.say(shellWords).openingWorkbook, (job) => engine().open(id, takeOver, job)),
    )
    if (view === undefined) this.goHome()
    else this.show(view)
  }

  /** Opens files in a new workbook; a recipe opens the replay page. */
  async openFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    const recipe = files.find(isRecipe)
    if (recipe !== undefined) return this.replayRecipe(recipe)
    await this.#create(files, {})
  }

  /** An XML file that was cut can be opened as far as it goes, if the person wants that. */
  async #create(files: readonly File[], options: Params): Promise<void> {
    const words = language.say(shellWords)
    toasts.clearFailures()
    const view = await attempt(
      () => tasks.run(words.opening, (job) => engine().create(files, job, options)),
      ({ code, values }) => {
        const rows = code === 'xml-cut' || code === 'xml-broken' ? (values as { rows: number }).rows : 0
        if (rows === 0) return undefined
        return { label: words.openPart(rows), run: () => void this.#create(files, { partial: true }) }
      },
    )
    if (view !== undefined) this.show(view)
  }

  /** Says which files of several could not be read. */
  #sayRefused({ refused = [] }: WorkbookView): void {
    for (const { fileName, problem } of refused) toasts.show(`${fileName}. ${sayReason(problem)}`, 'fail')
  }

  /** Takes files dropped or pasted anywhere: opened at once, or asked about when a workbook is open. */
  async receive(files: readonly File[]): Promise<void> {
    if (
      this.place !== 'workbook' ||
      this.workbook === null ||
      files.some((file) => isRecipe(file) || isWorkbook(file))
    )
      await this.openFiles(files)
    else if (files.length > 0) this.waiting = files
  }

  async addFiles(files: readonly File[]): Promise<void> {
    const { workbook } = this
    this.waiting = null
    if (workbook === null || files.length === 0) return
    const known = new Set(workbook.view.sheets.map(({ name }) => name))
    await attempt(() =>
      workbook.change(language.say(shellWords).adding, (job) =>
        engine().addFiles(workbook.view.id, files, job),
      ),
    )
    const added = workbook.view.sheets.find(({ name }) => !known.has(name))
    if (added !== undefined) workbook.showSheet(added.name)
    this.#sayRefused(workbook.view)
  }

  /** Compares the open workbook's recipe with files that were dropped on it. */
  replayOn(files: readonly File[]): void {
    this.waiting = null
    if (this.workbook === null) return
    this.workbook.abandonDraft()
    this.workbook.panel = { kind: 'replay', files }
  }

  replayRecipe(file: File): void {
    this.#leave()
    this.recipeFile = file
    this.place = 'replay'
  }

  goHome(): void {
    if (location.hash !== '') history.pushState(null, '', location.pathname + location.search)
    this.#leave()
  }

  /** Lets a workbook go once its last edits are stored, unless it has been opened again meanwhile. */
  async #close(workbook: Workbook): Promise<void> {
    while (workbook.pending > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    if (this.workbook?.view.id !== workbook.view.id) await engine().close(workbook.view.id)
  }

  #leave(): void {
    const { workbook } = this
    this.workbook = null
    if (workbook !== null) void this.#close(workbook)
    this.recipeFile = null
    this.waiting = null
    this.place = 'home'
  }
}

export const session = new Session()
