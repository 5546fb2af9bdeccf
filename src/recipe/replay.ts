import type { ReadResult } from '../formats/format.ts'
import type { Localized } from '../i18n/messages.ts'
import { isFault, type PlainProblem } from '../problem/problem.ts'
import type { Params } from '../steps/step.ts'
import type { StepContext } from '../steps/step-context.ts'
import { findStep } from '../steps/steps.ts'
import { columnDrift, decidedSheet, expectationsOfSheet, type Accept, type Missing } from './decide.ts'
import type {
  ColumnDrift,
  Decisions,
  DriftReport,
  OtherYear,
  ReadDrift,
  SheetDrift,
  StepDrift,
} from './drift-report.ts'
import { expectationsOf, totalsOf } from './expectations.ts'
import { foreseeSteps, stepSentence } from './needed-columns.ts'
import { parameterValues } from './parameters.ts'
import type { Expectations, Recipe, RecipeSheet } from './recipe.ts'
import type { Table } from '../table/table.ts'
import type { Runner, SheetRun, SourceReader, StepRun } from './runner.ts'

/** New files for a recipe, and what is decided about what no longer fits. */
export interface ReplayOrder {
  recipe: Recipe
  /** Names of the new files by sheet, for the report. */
  files: ReadonlyMap<string, string>
  read: SourceReader
  decisions: Decisions
  accept: Accept
  missing: Missing
}

export interface Prepared {
  /** The recipe under the decisions, ready to run on the new files. */
  recipe: Recipe
  report: DriftReport
}

/** Compares what a recipe expects with what the new files hold. Nothing is run. */
export async function prepareReplay(
  order: ReplayOrder,
  progress: StepContext['progress'],
): Promise<Prepared> {
  const sheets: SheetDrift[] = []
  const decided: RecipeSheet[] = []
  for (const sheet of order.recipe.sheets) {
    const { drift, next } = await prepareSheet(order, sheet, progress)
    sheets.push(drift)
    decided.push(next)
  }
  return { recipe: { ...order.recipe, sheets: decided }, report: reportOf(order.recipe.title, sheets) }
}

async function prepareSheet(order: ReplayOrder, sheet: RecipeSheet, progress: StepContext['progress']) {
  const { recipe, files, decisions } = order
  const base = {
    sheet: sheet.name,
    file: files.get(sheet.name) ?? null,
    problem: null,
    reading: [],
    columns: [],
    result: null,
  }
  if (!('file' in sheet.from)) {
    const drift: SheetDrift = {
      ...base,
      steps: foreseen(recipe, sheet, []),
      rows: { before: null, now: null },
    }
    return { drift, next: sheet }
  }
  const expects = expectationsOfSheet(recipe, sheet)
  const before = sheet.from.expects?.rows ?? null
  let reading: ReadResult
  try {
    reading = await order.read(sheet.name, sheet.from.file, progress)
  } catch (error) {
    const drift: SheetDrift = {
      ...base,
      problem: plain(error),
      steps: foreseen(recipe, sheet, []),
      rows: { before, now: null },
    }
    return { drift, next: sheet }
  }
  const own = Object.hasOwn(decisions.columns, sheet.name) ? decisions.columns[sheet.name]! : {}
  const columns = columnDrift(recipe, sheet, reading.table, own, order.accept, order.missing)
  const absent = columns.flatMap(({ state, expected, decision }) =>
    expected !== null && (state === 'missing' || state === 'proposed') && decision?.do !== 'map'
      ? [expected]
      : [],
  )
  const next = decidedSheet(recipe, sheet, reading.table, columns)
  const drift: SheetDrift = {
    ...base,
    reading: readDrift(expects, reading),
    columns,
    steps: foreseen(recipe, next, absent),
    rows: { before, now: reading.table.rowCount },
  }
  return { drift, next }
}

function foreseen(recipe: Recipe, sheet: RecipeSheet, absent: readonly string[]): StepDrift[] {
  const names = expectationsOfSheet(recipe, sheet).columns.map(({ name }) => name)
  return foreseeSteps(recipe, sheet, names, new Set(absent)).map((step) => ({
    ...step,
    outcome: null,
    newValues: [],
    otherYear: null,
    problem: null,
  }))
}

function plain(error: unknown): PlainProblem {
  if (!isFault(error)) throw error
  return error.plain
}

function readDrift(expects: Expectations, { found }: ReadResult): ReadDrift[] {
  const before = expects.found ?? {}
  return found.flatMap(({ option, value, label, choices }) => {
    // A size, which the report says on its own.
    if (option === 'lines') return []
    const old = Object.hasOwn(before, option) ? before[option] : undefined
    if (old === undefined || old === value) return []
    const said =
      choices?.find((choice) => choice.value === old)?.label ?? sayLike(label, String(value), String(old))
    return [{ option, before: said, now: label }]
  })
}

/** "line 3" from "line 1": a value said as another value of the same option is. */
const sayLike = (label: Localized, value: string, other: string): Localized =>
  label.fr.includes(value) && label.en.includes(value)
    ? { fr: label.fr.replace(value, other), en: label.en.replace(value, other) }
    : { fr: other, en: other }

function reportOf(title: string, sheets: readonly SheetDrift[]): DriftReport {
  const open = sheets.reduce((sum, sheet) => sum + sheet.columns.filter(isOpen).length, 0)
  return { title, sheets, open, attention: open > 0 || sheets.some(wantsLook) }
}

/** A column that steps need and that nothing has been decided about. */
const isOpen = ({ state, steps, decision }: ColumnDrift): boolean =>
  (state === 'missing' || state === 'proposed') && steps.length > 0 && decision === null

const wantsLook = (sheet: SheetDrift): boolean =>
  sheet.problem !== null ||
  sheet.columns.some(({ state }) => state !== 'found') ||
  sheet.steps.some(
    ({ state, outcome, newValues, otherYear, problem }) =>
      problem !== null ||
      state === 'reduced' ||
      state === 'skipped' ||
      state === 'failed' ||
      newValues.length > 0 ||
      otherYear !== null ||
      (outcome !== null &&
        (outcome.failures.length > 0 || outcome.totals.some(({ before, after }) => before !== after))),
  )

export interface Replayed {
  /** The recipe under the decisions, with what it now expects of the next file. */
  recipe: Recipe
  report: DriftReport
  runs: ReadonlyMap<string, SheetRun>
}

/**
 * Runs a prepared recipe on the new files and completes the report: what each step did and met, rows and totals beside last
 * time's. Rejects with Problem `cancelled`; a step that cannot be done is in the report.
 */
export async function runReplay(
  { recipe, report }: Prepared,
  runner: Runner,
  progress: StepContext['progress'],
): Promise<Replayed> {
  const runs = new Map<string, SheetRun>()
  const sheets: SheetDrift[] = []
  for (const [index, sheet] of recipe.sheets.entries()) {
    const drift = report.sheets[index]!
    if (drift.problem !== null) {
      sheets.push(drift)
      continue
    }
    const run = await runner.run(recipe, sheet.name, progress)
    runs.set(sheet.name, run)
    const steps: StepDrift[] = []
    const context: StepContext = {
      sheet: async (name) => (await runner.run(recipe, name, progress)).result,
      progress,
    }
    for (const at of sheet.steps.keys()) steps.push(await stepDrift(recipe, sheet, run, at, context))
    sheets.push({
      ...drift,
      steps,
      result: resultDrift(sheet, run),
    })
  }
  return { recipe: withExpectations(recipe, runs), report: reportOf(report.title, sheets), runs }
}

async function stepDrift(
  recipe: Recipe,
  sheet: RecipeSheet,
  run: SheetRun,
  at: number,
  context: StepContext,
): Promise<StepDrift> {
  const step = sheet.steps[at]!
  const ran = run.steps[at]!
  const { state, without, outcome, params } = ran
  const input = at === 0 ? run.source : run.steps[at - 1]!.table
  const { newValues, problem } =
    state === 'done' || state === 'reduced'
      ? await newValuesOf(step.step, input, params, context)
      : { newValues: [], problem: ran.problem }
  return {
    number: at + 1,
    id: step.id,
    sentence: stepSentence(step, parameterValues(recipe)),
    state: DRIFT_STATE[state],
    without,
    outcome,
    newValues,
    otherYear: otherYearOf(sheet, params, run),
    problem,
  }
}

/** Values that the step's parameters do not know; a list that cannot be read any more is a problem of the step, and stops nothing. */
async function newValuesOf(
  id: string,
  table: Table,
  params: Params,
  context: StepContext,
): Promise<Pick<StepDrift, 'newValues' | 'problem'>> {
  try {
    return { newValues: (await findStep(id)?.newValues?.(table, params, context)) ?? [], problem: null }
  } catch (error) {
    if (!isFault(error) || error.code === 'cancelled') throw error
    return { newValues: [], problem: error.plain }
  }
}

/** A step that took its labels from the nomenclature of the year of last time's file, when the new file is of another year. */
function otherYearOf({ from }: RecipeSheet, params: Params, { reading }: SheetRun): OtherYear | null {
  const before = 'file' in from ? from.expects?.found?.['year'] : undefined
  const file = reading?.found.find(({ option }) => option === 'year')?.value
  const reference = params['reference']
  if (typeof reference !== 'object' || reference === null || !('year' in reference)) return null
  const asked = Number(reference.year)
  return typeof file === 'number' && asked === before && asked !== file ? { asked, file } : null
}

const DRIFT_STATE: Record<StepRun['state'], StepDrift['state']> = {
  done: 'runs',
  reduced: 'reduced',
  skipped: 'skipped',
  failed: 'failed',
  off: 'off',
}

function resultDrift(sheet: RecipeSheet, { result }: SheetRun): SheetDrift['result'] {
  const before = 'file' in sheet.from ? sheet.from.expects?.result : undefined
  const totals = totalsOf(result)
  const names = new Set([...Object.keys(before?.totals ?? {}), ...Object.keys(totals)])
  return {
    rows: { before: before?.rows ?? null, now: result.rowCount },
    totals: [...names].map((column) => ({
      column,
      before: before !== undefined && Object.hasOwn(before.totals, column) ? before.totals[column]! : null,
      now: Object.hasOwn(totals, column) ? totals[column]! : null,
    })),
  }
}

/** The recipe with what its files looked like and what came out, for the next replay. */
export function withExpectations(recipe: Recipe, runs: ReadonlyMap<string, SheetRun>): Recipe {
  const sheets = recipe.sheets.map((sheet): RecipeSheet => {
    const run = runs.get(sheet.name)
    if (run === undefined || !('file' in sheet.from)) return sheet
    const expects = expectationsOf(run.source, run.reading, run.result, sheet.from.expects)
    return { ...sheet, from: { ...sheet.from, expects } }
  })
  return { ...recipe, sheets }
}
