import type { PlainProblem } from '../problem/problem.ts'
import type { RecipeEdit } from '../recipe/edit.ts'
import type { Condition } from '../steps/condition.ts'
import type { Params } from '../steps/step.ts'
import type { GivenFile, Job, SheetView, TableRef, TableView, WorkbookView } from '../../workers/facade.ts'
import { engine } from './engine.ts'
import { tasks } from './tasks.svelte.ts'
import { toasts } from './toasts.svelte.ts'

/** A step being filled in a form; not in the recipe yet. */
export interface Draft {
  step: string
  params: Params
  /** Number of steps that come before it. */
  at: number
  /** Id of the step being edited, if it is one. */
  replaces?: string
  /** Whether the parameters are complete enough to be previewed. */
  valid: boolean
}

/** What the right-hand side shows. */
export type Panel =
  | { kind: 'step' }
  | { kind: 'values'; column: string }
  | { kind: 'variants'; /** `null` until it is chosen. */ column: string | null }
  | { kind: 'list-match'; /** `null` until it is chosen. */ column: string | null }
  | { kind: 'replay'; /** What to replay it on, when it is known already. */ files?: readonly GivenFile[] }

let asked = false

/** After the first real work, asks the browser not to clear what is stored when it runs short of room. */
function keepStorage(): void {
  if (asked) return
  asked = true
  // An address that is not secure has no such thing.
  if ('storage' in navigator) void navigator.storage.persist().catch(() => undefined)
}

/** The open workbook and what is being looked at. The only place from which screens edit it. */
export class Workbook {
  /** Replaced whole after each edit. */
  view = $state.raw<WorkbookView>() as WorkbookView
  sheetName = $state('')
  /** Number of steps applied in the table shown; `null` follows the end of the recipe. */
  shownAt = $state<number | null>(null)
  filter = $state.raw<Condition | null>(null)
  changedOnly = $state(false)
  draft = $state.raw<Draft | null>(null)
  panel = $state.raw<Panel | null>(null)
  /** Names of the columns selected in the grid. */
  selected = $state.raw<readonly string[]>([])
  /** Table shown in the grid; kept until the next one is ready, so that nothing jumps. */
  table = $state.raw<TableView | null>(null)
  /** Names of the columns that the grid does not show. */
  hidden = $state.raw<readonly string[]>([])
  /** Cell under the keyboard's focus; `row` is its position in the unfiltered table, from 1. */
  cell = $state.raw<{ column: string; row: number } | null>(null)
  /** A cell that the grid is asked to bring into sight; `row` counts from 0 in the table shown. */
  sought = $state.raw<{ row: number; column: string | null } | null>(null)
  findOpen = $state(false)
  /** Edits sent and not yet stored. */
  pending = $state(0)

  readonly sheet: SheetView = $derived(
    this.view.sheets.find(({ name }) => name === this.sheetName) ?? this.view.sheets[0]!,
  )
  readonly lastStep: number = $derived(this.sheet.steps.length)
  readonly at: number = $derived(Math.min(this.shownAt ?? this.lastStep, this.lastStep))

  /** What the grid should show; changes when the workbook, the step shown, the draft or the filter does. */
  readonly ref: TableRef = $derived({
    workbook: this.view.id,
    sheet: this.sheet.name,
    at: this.draft?.at ?? this.at,
    ...(this.draft?.valid
      ? {
          draft: {
            step: this.draft.step,
            params: this.draft.params,
            ...(this.draft.replaces === undefined ? {} : { replaces: this.draft.replaces }),
          },
          changedOnly: this.changedOnly,
        }
      : {}),
    ...(this.filter === null ? {} : { filter: this.filter }),
  })

  constructor(view: WorkbookView) {
    this.view = view
    this.sheetName = view.sheets[0]?.name ?? ''
  }

  #refreshing: string | null = null

  /** Asks the worker for the table of `ref`; a later call overtakes an earlier one, which is given up. */
  async refresh(label: string): Promise<void> {
    const { ref } = this
    if (this.#refreshing !== null) void engine().cancel(this.#refreshing)
    let id = ''
    try {
      const view = await tasks.run(label, (job) => {
        this.#refreshing = id = job.id
        return engine().view(ref, job)
      })
      if (ref === this.ref) this.table = view
    } finally {
      if (this.#refreshing === id) this.#refreshing = null
    }
  }

  /** Edits the recipe; resolves once the edit is stored. `then` is done together with showing it. */
  async edit(label: string, edit: RecipeEdit, then?: () => void): Promise<void> {
    await this.change(label, (job) => engine().edit(this.view.id, edit, job), then)
  }

  async undo(label: string): Promise<void> {
    await this.change(label, (job) => engine().undo(this.view.id, job))
  }

  async redo(label: string): Promise<void> {
    await this.change(label, (job) => engine().redo(this.view.id, job))
  }

  /** Any verb that changes the workbook; the newest answer wins. */
  async change(label: string, verb: (job: Job) => Promise<WorkbookView>, then?: () => void): Promise<void> {
    this.pending++
    toasts.clearOffers()
    try {
      const view = await tasks.run(label, verb)
      if (view.version >= this.view.version) this.view = view
      then?.()
      keepStorage()
    } catch (reason) {
      // Another tab has taken over: from now on this one only reads.
      if ((reason as Partial<PlainProblem>).code === 'read-only') this.view = { ...this.view, readOnly: true }
      throw reason
    } finally {
      this.pending--
    }
  }

  /** Shows another sheet, at the end of its recipe. */
  showSheet(name: string): void {
    if (name === this.sheetName) return
    this.abandonDraft()
    this.panel = null
    this.filter = null
    this.shownAt = null
    this.selected = []
    this.hidden = []
    this.cell = null
    this.sheetName = name
  }

  /** Opens the form of a step, filled for these columns, at the place in the recipe that is shown. */
  prepare(step: string, params: Params, valid: boolean): void {
    this.draft = { step, params, at: this.at, valid }
    this.panel = { kind: 'step' }
  }

  /** Puts the step in preparation into the recipe. */
  async addDraft(label: string): Promise<void> {
    const { draft } = this
    if (draft === null) return
    const { step, params, at, replaces } = draft
    await this.edit(
      label,
      replaces === undefined
        ? { do: 'add-step', sheet: this.sheet.name, at, step, params }
        : { do: 'change-step', sheet: this.sheet.name, id: replaces, params },
      () => {
        if (this.shownAt !== null && replaces === undefined) this.shownAt = at + 1
        this.abandonDraft()
      },
    )
  }

  /** Opens the form of a step of the recipe, to change it where it stands. */
  reopen(id: string): void {
    const at = this.sheet.steps.findIndex((step) => step.id === id)
    const step = this.sheet.steps[at]
    if (step === undefined) return
    this.draft = { step: step.step, params: step.params, at, replaces: id, valid: true }
    this.panel = { kind: 'step' }
  }

  abandonDraft(): void {
    this.draft = null
    this.changedOnly = false
    if (this.panel?.kind === 'step') this.panel = null
  }
}
