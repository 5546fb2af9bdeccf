import { SvelteSet } from 'svelte/reactivity'
import * as v from 'valibot'
import type { TableView } from '../../../workers/facade.ts'
import { formWords } from '../../i18n/forms.ts'
import type { Field } from '../../steps/fields.ts'
import type { Params, Step } from '../../steps/step.ts'
import { language } from '../language.svelte.ts'
import type { Workbook } from '../workbook.svelte.ts'
import { changedNames, fieldProblem } from './fields/field-problem.ts'
import { formShape, type Alternative } from './form-shape.ts'

const TYPING_MS = 150

/** A step's form: what it shows of the workbook's draft, and how a change of a field reaches it. */
export class DraftForm {
  readonly #workbook: Workbook
  readonly step: Step
  /** Fields that the person has changed. */
  readonly touched = new SvelteSet<string>()
  /** Whether the person has asked to add the step: from then on everything that is missing is said. */
  tried = $state(false)
  /** Which way of filling the step is chosen, by position. */
  way = $state(0)
  /** What was typed since the draft was last told. */
  #typed = $state.raw<Params>({})
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(workbook: Workbook, step: Step) {
    this.#workbook = workbook
    this.step = step
    const params = workbook.draft?.params ?? {}
    const way = this.ways.findIndex(({ fields }) => fields.some((key) => params[key] !== undefined))
    this.way = Math.max(0, way)
  }

  get ways(): readonly Alternative[] {
    return formShape(this.step.id).alternatives ?? []
  }

  /** What the fields show: the draft's parameters with what was just typed. */
  readonly params: Params = $derived.by(() => withTyped(this.#workbook.draft?.params ?? {}, this.#typed))

  /** The fields that the chosen way uses, in the step's order; those seldom needed apart. */
  readonly fields: readonly (readonly [string, Field])[] = $derived.by(() => {
    const unneeded = formShape(this.step.id).unneeded?.(this.params) ?? []
    const unused = [
      ...this.ways.flatMap(({ fields }, index) => (index === this.way ? [] : fields)),
      ...unneeded,
    ]
    return Object.entries(this.step.fields).filter(([key]) => !unused.includes(key))
  })
  readonly rareFields = $derived.by(() => this.fields.filter(([key]) => this.#isRare(key)))
  readonly mainFields = $derived.by(() => this.fields.filter(([key]) => !this.#isRare(key)))

  #isRare(key: string): boolean {
    return formShape(this.step.id).rarely?.includes(key) ?? false
  }

  isRequired(key: string): boolean {
    const required = formShape(this.step.id).required?.includes(key) ?? false
    // What another way asks for is not asked for in this one: of the shared fields, only the first way needs all.
    return required && (this.way === 0 || this.ways[this.way]!.fields.includes(key))
  }

  /** What is wrong with each field, as sentences. */
  readonly #problems = $derived.by(() => this.#problemsOf(this.params))

  /** What is wrong with a field, once the person has been there. */
  problem(key: string): string | null {
    return this.tried || this.touched.has(key) ? (this.#problems[key] ?? null) : null
  }

  /** What is wrong with the parameters together, once each of them is right. */
  readonly together: string | null = $derived.by(() => {
    if (Object.keys(this.#problems).length > 0 || v.safeParse(this.step.schema, this.params).success)
      return null
    return language.say(formWords).checks[formShape(this.step.id).check ?? 'other']
  })

  /** Changes a field; what is typed waits for a pause before the preview follows. `undefined` leaves the field out. */
  set(key: string, value: unknown, typed = false): void {
    this.touched.add(key)
    this.#typed = { ...this.#typed, [key]: value }
    clearTimeout(this.#timer)
    if (typed) this.#timer = setTimeout(() => this.flush(), TYPING_MS)
    else this.flush()
  }

  /** Changes several fields at once, as one that knows them does; `undefined` leaves one out. */
  setAll(params: Params): void {
    this.#typed = { ...this.#typed, ...params }
    this.flush()
  }

  /** Hands what was typed to the draft at once. */
  flush(): void {
    clearTimeout(this.#timer)
    const { draft } = this.#workbook
    const typed = this.#typed
    this.#typed = {}
    if (draft === null || draft.step !== this.step.id || Object.keys(typed).length === 0) return
    const params = withTyped(draft.params, typed)
    this.#workbook.draft = { ...draft, params, valid: this.#isComplete(params) }
  }

  chooseWay(way: number, columns: readonly string[]): void {
    this.way = way
    const unused = this.ways.flatMap(({ fields }, index) => (index === way ? [] : fields))
    const start = this.ways[way]?.start?.(columns) ?? {}
    this.#typed = { ...this.#typed, ...start, ...Object.fromEntries(unused.map((key) => [key, undefined])) }
    this.touched.clear()
    this.flush()
  }

  #problemsOf(params: Params): Readonly<Record<string, string>> {
    const problems = this.fields.map(([key, field]) => [
      key,
      fieldProblem(field, params[key], this.isRequired(key), language.current),
    ])
    return Object.fromEntries(problems.filter(([, problem]) => problem !== null)) as Record<string, string>
  }

  #isComplete(params: Params): boolean {
    return Object.keys(this.#problemsOf(params)).length === 0 && v.safeParse(this.step.schema, params).success
  }

  /** Whether the step can be added as it stands; from now on all problems are shown. */
  check(table: TableView | null): boolean {
    this.flush()
    this.tried = true
    const { draft } = this.#workbook
    if (draft === null || !this.#isComplete(draft.params)) return false
    this.#workbook.draft = { ...draft, params: this.#tidied(draft.params), valid: true }
    return (table?.problem ?? null) === null
  }

  /** The parameters without names that stay what they are. */
  #tidied(params: Params): Params {
    const entries = Object.entries(params).map(([key, value]) => [
      key,
      this.step.fields[key]?.kind === 'names' ? changedNames(value) : value,
    ])
    return Object.fromEntries(entries) as Params
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}

/** Parameters with fields changed; one that is `undefined` is left out. */
const withTyped = (params: Params, typed: Params): Params =>
  Object.fromEntries(Object.entries({ ...params, ...typed }).filter(([, value]) => value !== undefined))
