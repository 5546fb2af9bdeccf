import { shellWords } from '../i18n/shell.ts'
import type { SortedFiles } from '../formats/archive/data-files.ts'
import { receiveWords } from '../i18n/receive-files.ts'
import type { GivenFile, WorkbookView } from '../../workers/facade.ts'
import type { Params } from '../steps/step.ts'
import { attempt, sayReason } from './attempt.ts'
import { engine } from './engine.ts'
import type { PastedTable } from './import/pasted-tables.ts'
import type { Received } from './import/received.ts'
import { startOfFile } from './import/start-of-file.ts'
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

/** Files that came from outside, until the person says what they are for. */
export interface Waiting {
  received: Received
  sorted: SortedFiles
  /** `ask`: dropped on an open workbook; `open` and `add`: the person has said so already. */
  purpose: 'ask' | 'open' | 'add'
}

/** Which screen is shown, and what came from outside: files dropped, pasted or chosen. */
class Session {
  place = $state<Place>(location.hash.startsWith('#classeur/') ? 'opening' : 'home')
  workbook = $state.raw<Workbook | null>(null)
  /** Recipe to replay, from the home screen. */
  recipeFile = $state.raw<File | null>(null)
  waiting = $state.raw<Waiting | null>(null)
  /** Tables that were pasted together, until one is chosen. */
  pasted = $state.raw<readonly PastedTable[] | null>(null)

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
    await this.open(files)
  }

  /** Makes a workbook of what was given. */
  async open(given: readonly GivenFile[]): Promise<void> {
    this.waiting = null
    if (given.length > 0) await this.#create(given, {})
  }

  /** An XML file that was cut can be opened as far as it goes, and the start of one that is too large, if the person wants that. */
  async #create(files: readonly GivenFile[], options: Params): Promise<void> {
    const words = language.say(shellWords)
    toasts.clearFailures()
    const view = await attempt(
      () => tasks.run(words.opening, (job) => engine().create(files, job, options)),
      ({ code, values }) => {
        const [only] = files
        if (code === 'file-too-large' && files.length === 1 && only instanceof File)
          return { label: words.openStart, run: () => void this.#openStart(only) }
        const rows = code === 'xml-cut' || code === 'xml-broken' ? (values as { rows: number }).rows : 0
        if (rows === 0) return undefined
        return { label: words.openPart(rows), run: () => void this.#create(files, { partial: true }) }
      },
    )
    if (view !== undefined) this.show(view)
  }

  async #openStart(file: File): Promise<void> {
    const words = language.say(shellWords)
    const start = await startOfFile(file, words.startName)
    if (start === null) toasts.show(words.noStart, 'fail')
    else await this.#create([start], {})
  }

  /** Says which files of several could not be read. */
  #sayRefused({ refused = [] }: WorkbookView): void {
    for (const { fileName, problem } of refused) toasts.show(`${fileName}. ${sayReason(problem)}`, 'fail')
  }

  /**
   * Takes what was dropped, pasted or chosen. A single file is opened or added at once where its purpose is known; the person
   * is asked about everything else.
   */
  async receive(coming: Received | Promise<Received | null>, wanted?: 'open' | 'add'): Promise<void> {
    const received = await attempt(async () => coming)
    if (received === undefined || received === null) return
    const files = received.files.map(({ bytes }) => bytes)
    if (files.length === 0) {
      if (received.folder !== null) toasts.show(language.say(receiveWords).emptyFolder, 'fail')
      return
    }
    const onWorkbook = this.place === 'workbook' && this.workbook !== null
    const purpose = wanted ?? (onWorkbook ? 'ask' : 'open')
    if (received.folder === null && files.some((file) => isRecipe(file) || isWorkbook(file)))
      return this.openFiles(files)
    if (files.length === 1 && received.folder === null && purpose !== 'ask')
      return purpose === 'add' ? this.addFiles(files) : this.openFiles(files)
    const sorted = await attempt(() => engine().sortReceived(received.files.map(({ path }) => path)))
    if (sorted !== undefined) this.waiting = { received, sorted, purpose }
  }

  async addFiles(files: readonly GivenFile[]): Promise<void> {
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
  replayOn(files: readonly GivenFile[]): void {
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
