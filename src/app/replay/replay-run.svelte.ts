import type { GivenFile, ReplayPlan, WorkbookView } from '../../../workers/facade.ts'
import type { FoundOption } from '../../formats/format.ts'
import { replayWords } from '../../i18n/replay.ts'
import type { ColumnDecision, Decisions, DriftReport, StepDrift } from '../../recipe/drift-report.ts'
import { readRecipe } from '../../recipe/read-recipe.ts'
import type { NewValue } from '../../steps/step.ts'
import { withSpellings } from '../../steps/with-spellings.ts'
import { attempt } from '../attempt.ts'
import { engine } from '../engine.ts'
import { language } from '../language.svelte.ts'
import { tasks } from '../tasks.svelte.ts'
import type { Workbook } from '../workbook.svelte.ts'

/** A sheet of the recipe that is read from a file, and the name of last time's. */
interface Expected {
  sheet: string
  before: string | null
  /** Whether last time's were several files together. */
  several: boolean
}

const isTogether = ({ found }: { found: readonly FoundOption[] }): boolean =>
  found.some(({ option, value }) => option === 'file' && value === 'all')

/** A replay from the choice of files to the report: what is compared, what is decided, what came out. */
export class ReplayRun {
  title = $state('')
  /** Sheets that need a file; empty while there is no recipe. */
  expected = $state.raw<readonly Expected[]>([])
  /** New files by sheet. */
  files = $state.raw<Readonly<Record<string, GivenFile>>>({})
  plan = $state.raw<ReplayPlan | null>(null)
  decisions = $state.raw<Decisions['columns']>({})
  /** Proposals that were refused and still wait for another decision, by sheet and expected name. */
  refused = $state.raw<readonly { sheet: string; expected: string }[]>([])
  done = $state.raw<{ workbook: WorkbookView; report: DriftReport } | null>(null)
  busy = $state(false)
  #source: { workbook: string } | { file: File } | null = null
  #turn = 0

  readonly complete: boolean = $derived.by(
    () => this.expected.length > 0 && this.expected.every(({ sheet }) => this.files[sheet] !== undefined),
  )
  /** Questions that must be answered first: the report's, and what was accepted by itself but not by the person. */
  readonly open: number = $derived.by(() => {
    const { report } = this.plan ?? {}
    if (report === undefined) return 0
    const reopened = this.refused.filter(({ sheet, expected }) =>
      report.sheets.some(
        (one) =>
          one.sheet === sheet &&
          one.columns.some((column) => column.expected === expected && column.decision !== null),
      ),
    )
    return report.open + reopened.length
  })
  readonly ready: boolean = $derived.by(
    () =>
      this.plan !== null &&
      !this.busy &&
      this.open === 0 &&
      this.plan.report.sheets.every(({ problem }) => problem === null),
  )

  useWorkbook({ view }: Workbook): void {
    this.#source = { workbook: view.id }
    this.title = view.title
    this.expected = view.sheets.flatMap(({ name, origin }) =>
      origin.kind === 'file' || origin.kind === 'unreadable'
        ? [{ sheet: name, before: origin.fileName, several: origin.kind === 'file' && isTogether(origin) }]
        : [],
    )
  }

  async useRecipe(file: File): Promise<void> {
    const recipe = await attempt(async () => readRecipe(await file.text()))
    if (recipe === undefined) return
    this.#source = { file }
    this.title = recipe.title
    this.files = {}
    this.expected = recipe.sheets.flatMap(({ name, from }) =>
      'file' in from
        ? [{ sheet: name, before: from.file.name ?? null, several: from.file.options['file'] === 'all' }]
        : [],
    )
  }

  /** Takes a file for a sheet; the comparison starts once every sheet has one. */
  async give(sheet: string, file: GivenFile): Promise<void> {
    this.files = { ...this.files, [sheet]: file }
    if (this.complete) await this.compare()
  }

  /** Takes files that nobody has given a place yet: the sheet shown comes first, then the others in their order. */
  async offer(files: readonly GivenFile[], shown: string): Promise<void> {
    const places = this.expected.toSorted((a, b) => Number(b.sheet === shown) - Number(a.sheet === shown))
    for (const [index, { sheet }] of places.entries()) {
      const file = files[index]
      if (file !== undefined) await this.give(sheet, file)
    }
  }

  async compare(): Promise<void> {
    const source = this.#source
    if (source === null || !this.complete) return
    const files = this.expected.map(({ sheet }) => ({ sheet, file: this.files[sheet]! }))
    const words = language.say(replayWords)
    this.decisions = {}
    this.refused = []
    const plan = await this.#work(words.comparing, (job) => engine().planReplay(source, files, job))
    if (plan === undefined) return
    this.plan = plan
    if (plan.report.sheets.every(({ problem }) => problem === null)) await this.#rehearse()
  }

  /** Back to the choice of files. */
  chooseAgain(): void {
    this.#turn++
    this.busy = false
    this.plan = null
    this.files = {}
  }

  isRefused(sheet: string, expected: string): boolean {
    return this.refused.some((one) => one.sheet === sheet && one.expected === expected)
  }

  /** Says no to a proposal, or to a column recognised by itself: another is to be chosen, or none. */
  refuse(sheet: string, expected: string): void {
    if (!this.isRefused(sheet, expected)) this.refused = [...this.refused, { sheet, expected }]
  }

  /** Opens a question again. What was decided without the person would be decided again, so it counts as refused. */
  async reopen(sheet: string, column: string): Promise<void> {
    if (Object.hasOwn(this.decisions[sheet] ?? {}, column)) await this.decide(sheet, column, null)
    else this.refuse(sheet, column)
  }

  /** Decides about a column, or (`null`) takes the decision back; the rehearsal follows. */
  async decide(sheet: string, column: string, decision: ColumnDecision | null): Promise<void> {
    const { [column]: _, ...others } = this.decisions[sheet] ?? {}
    const own = decision === null ? others : { ...others, [column]: decision }
    this.decisions = { ...this.decisions, [sheet]: own }
    this.refused = this.refused.filter((one) => one.sheet !== sheet || one.expected !== column)
    await this.#rehearse()
  }

  async #rehearse(): Promise<void> {
    const { plan, decisions } = this
    if (plan === null) return
    const label = language.say(replayWords).rehearsing
    const next = await this.#work(label, (job) => engine().rehearse(plan.id, { columns: decisions }, job))
    if (next !== undefined) this.plan = next
  }

  async replay(): Promise<void> {
    const { plan, decisions } = this
    if (plan === null || !this.ready) return
    const label = language.say(replayWords).replaying
    const done = await this.#work(label, (job) => engine().replay(plan.id, { columns: decisions }, job))
    if (done !== undefined) this.done = done
  }

  /** Adds these new spellings to the groups of a step that they are near to, in the workbook that the replay made. */
  async addSpellings({ id }: StepDrift, values: readonly NewValue[]): Promise<boolean> {
    const { done } = this
    // The new workbook's sheets may be named after the new files: a step is known by its id.
    const sheet = done?.workbook.sheets.find(({ steps }) => steps.some((one) => one.id === id))
    const step = sheet?.steps.find((one) => one.id === id)
    if (done === null || sheet === undefined || step === undefined) return false
    const params = withSpellings(step.params, values)
    const edit = { do: 'change-step', sheet: sheet.name, id, params } as const
    const label = language.say(replayWords).replaying
    const workbook = await this.#work(label, (job) => engine().edit(done.workbook.id, edit, job))
    if (workbook === undefined) return false
    this.done = { ...done, workbook }
    return true
  }

  /** Runs a verb; `undefined` when it failed, was given up, or a later one has overtaken it. */
  async #work<T>(label: string, verb: Parameters<typeof tasks.run<T>>[1]): Promise<T | undefined> {
    const turn = ++this.#turn
    this.busy = true
    const result = await attempt(() => tasks.run(label, verb))
    if (turn !== this.#turn) return undefined
    this.busy = false
    return result
  }
}
