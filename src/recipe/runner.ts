import { isFault, Problem, type PlainProblem } from '../problem/problem.ts'
import type { ReadResult } from '../formats/format.ts'
import type { Outcome } from '../steps/outcome.ts'
import type { Params } from '../steps/step.ts'
import type { StepContext } from '../steps/step-context.ts'
import { findStep } from '../steps/steps.ts'
import { columnNames, tableFromRows, type Table } from '../table/table.ts'
import { recognisedTable } from './match-columns.ts'
import { parameterValues, withParametersIn } from './parameters.ts'
import type { FileOrigin, Recipe, RecipeSheet, RecipeStep } from './recipe.ts'

/**
 * A step as it went. done: as written; reduced: without some columns that the file does not have; skipped: it needs a column
 * that the file does not have; failed: `problem` says why, and the table goes on as it was.
 */
export interface StepRun {
  state: 'done' | 'reduced' | 'skipped' | 'failed' | 'off'
  /** Columns that it went without, or for want of which it was skipped. */
  without: readonly string[]
  table: Table
  outcome: Outcome | null
  origins: Uint32Array | null
  problem: PlainProblem | null
  /** The parameters that it ran with. */
  params: Params
}

/** A sheet with its table at every point of the recipe. */
export interface SheetRun {
  /** How the file was read; `null` for a sheet that is not read from a file. */
  reading: ReadResult | null
  /** The table before the first step. */
  source: Table
  steps: readonly StepRun[]
  /** The table after the last step. */
  result: Table
}

/** Reads the file of a sheet. The same table object for the same file and options, so that what rests on it is known again. */
export type SourceReader = (
  sheet: string,
  file: FileOrigin['file'],
  progress: StepContext['progress'],
) => Promise<ReadResult>

/** A table that some steps give, with what further steps gave from there. */
interface StateNode {
  run: StepRun
  next: Map<string, StateNode>
  lastUsed: number
}

/** Most tables kept that the recipe, as it is now, does not pass through. */
const MOST_IDLE = 40

/**
 * Computes tables from sources and recipe, and remembers every table on the way: after an edit of step 5, steps 1 to 4 are
 * found again. What it remembers may be forgotten at any time.
 */
export class Runner {
  readonly #read: SourceReader
  #roots = new WeakMap<Table, Map<string, StateNode>>()
  #idsOfTables = new WeakMap<Table, number>()
  #dataTables = new WeakMap<object, Table>()
  #recognised = new WeakMap<Table, { expects: FileOrigin['expects']; table: Table }>()
  #lastId = 0
  #clock = 0
  /** Steps computed so far, for tests and measures. */
  applied = 0

  constructor(read: SourceReader) {
    this.#read = read
  }

  /** Runs a sheet: all its steps, or the first `upTo`. Rejects when its file cannot be read or the work is cancelled. */
  async run(
    recipe: Recipe,
    name: string,
    progress: StepContext['progress'],
    upTo = Infinity,
  ): Promise<SheetRun> {
    this.#clock++
    return this.#run(recipe, name, progress, upTo)
  }

  /** Applies one more step to a table, for previews: remembered like those of the recipe. */
  async tryStep(
    recipe: Recipe,
    table: Table,
    step: RecipeStep,
    progress: StepContext['progress'],
  ): Promise<StepRun> {
    const level = this.#rootOf(table)
    return (await this.#apply(recipe, table, level, step, columnNames(table), progress)).run
  }

  async #run(
    recipe: Recipe,
    name: string,
    progress: StepContext['progress'],
    upTo: number,
  ): Promise<SheetRun> {
    const sheet = recipe.sheets.find((each) => each.name === name)
    if (sheet === undefined) throw new Problem('missing-sheet', { sheet: name })
    const { table: source, reading } = await this.#source(recipe, sheet, progress)
    const steps: StepRun[] = []
    let level = this.#rootOf(source)
    const root = level
    let table = source
    let expected = [...new Set([...absentColumns(sheet), ...columnNames(source)])]
    for (const step of sheet.steps.slice(0, upTo)) {
      const node = await this.#apply(recipe, table, level, step, expected, progress)
      steps.push(node.run)
      if (node.run.state !== 'off' && node.run.state !== 'failed') {
        const params = withParametersIn(step, parameterValues(recipe))
        expected = [...(findStep(step.step)?.columnsAfter(params, expected) ?? expected)]
      }
      table = node.run.table
      level = node.next
    }
    this.#forgetIdle(root)
    return { reading, source, steps, result: table }
  }

  async #source(recipe: Recipe, sheet: RecipeSheet, progress: StepContext['progress']) {
    const { from, name } = sheet
    if ('sheet' in from)
      return { reading: null, table: (await this.#run(recipe, from.sheet, progress, Infinity)).result }
    if ('data' in from) {
      const known = this.#dataTables.get(from.data)
      const table = known ?? tableFromRows(from.data.columns, from.data.rows)
      this.#dataTables.set(from.data, table)
      return { reading: null, table }
    }
    const reading = await this.#read(name, from.file, progress)
    const known = this.#recognised.get(reading.table)
    if (known !== undefined && known.expects === from.expects) return { reading, table: known.table }
    const table = recognisedTable(reading.table, from.expects)
    this.#recognised.set(reading.table, { expects: from.expects, table })
    return { reading, table }
  }

  #rootOf(table: Table): Map<string, StateNode> {
    const known = this.#roots.get(table)
    if (known !== undefined) return known
    const root = new Map<string, StateNode>()
    this.#roots.set(table, root)
    return root
  }

  async #apply(
    recipe: Recipe,
    table: Table,
    level: Map<string, StateNode>,
    step: RecipeStep,
    expected: readonly string[],
    progress: StepContext['progress'],
  ): Promise<StateNode> {
    const params = withParametersIn(step, parameterValues(recipe))
    const kind = findStep(step.step)
    const looked = new Map<string, Table>()
    if (kind !== undefined && step.off !== true) {
      for (const name of kind.sheets(params))
        looked.set(name, (await this.#run(recipe, name, progress, Infinity)).result)
    }
    const missing = kind === undefined ? [] : kind.reads(params).filter((name) => !hasColumn(table, name))
    const forgivable = missing.every((name) => expected.includes(name))
    const key = JSON.stringify([
      step.step,
      params,
      step.off === true,
      forgivable,
      [...looked.values()].map((t) => this.#idOf(t)),
    ])
    const known = level.get(key)
    if (known !== undefined) {
      known.lastUsed = this.#clock
      return known
    }
    const context: StepContext = {
      sheet: (name) => {
        const found = looked.get(name)
        return found === undefined
          ? Promise.reject(new Problem('missing-sheet', { sheet: name }))
          : Promise.resolve(found)
      },
      progress,
    }
    const run = await this.#applyNow(table, step, params, missing, forgivable, context)
    const node: StateNode = { run, next: new Map(), lastUsed: this.#clock }
    level.set(key, node)
    return node
  }

  async #applyNow(
    table: Table,
    step: RecipeStep,
    params: Params,
    missing: readonly string[],
    forgivable: boolean,
    context: StepContext,
  ): Promise<StepRun> {
    const unchanged: StepRun = {
      state: 'off',
      without: [],
      table,
      outcome: null,
      origins: null,
      problem: null,
      params,
    }
    if (step.off === true) return unchanged
    const kind = findStep(step.step)
    if (kind === undefined) return failed(unchanged, new Problem('unknown-step', { name: step.step }))
    let reduced: Params | null = params
    if (missing.length > 0) {
      if (!forgivable) {
        return failed(
          unchanged,
          new Problem('missing-column', { column: missing[0]!, columns: columnNames(table) }),
        )
      }
      for (const column of missing) reduced = reduced === null ? null : kind.without(reduced, column)
      if (reduced === null) return { ...unchanged, state: 'skipped', without: missing }
    }
    await context.progress(0)
    try {
      this.applied++
      const { table: next, outcome, origins = null } = await kind.apply(table, reduced, context)
      const state = missing.length > 0 ? 'reduced' : 'done'
      return { state, without: missing, table: next, outcome, origins, problem: null, params: reduced }
    } catch (error) {
      if (!isFault(error)) throw error
      return failed(unchanged, error)
    }
  }

  #idOf(table: Table): number {
    const id = this.#idsOfTables.get(table) ?? ++this.#lastId
    this.#idsOfTables.set(table, id)
    return id
  }

  /** Forgets the longest unused tables, from the leaves inwards, where there are too many. */
  #forgetIdle(root: Map<string, StateNode>): void {
    const leaves: { level: Map<string, StateNode>; key: string; lastUsed: number }[] = []
    let idle = 0
    const visit = (level: Map<string, StateNode>): void => {
      for (const [key, node] of level) {
        if (node.lastUsed < this.#clock) {
          idle++
          if (node.next.size === 0) leaves.push({ level, key, lastUsed: node.lastUsed })
        }
        visit(node.next)
      }
    }
    visit(root)
    leaves.sort((a, b) => a.lastUsed - b.lastUsed)
    for (const { level, key } of leaves.slice(0, Math.max(0, idle - MOST_IDLE))) level.delete(key)
  }
}

const hasColumn = (table: Table, name: string): boolean =>
  table.columns.some((column) => column.name === name)

/** Columns that a person has accepted to go on without. */
function absentColumns({ from }: RecipeSheet): string[] {
  if (!('file' in from)) return []
  return (from.expects?.columns ?? []).filter(({ absent }) => absent === true).map(({ name }) => name)
}

const failed = (unchanged: StepRun, problem: Problem): StepRun => ({
  ...unchanged,
  state: 'failed',
  problem: problem.plain,
})
