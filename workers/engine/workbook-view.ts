import { reasonToDismiss } from '../../src/diagnosis/dismissed.ts'
import { findings } from '../../src/diagnosis/findings.ts'
import type { Finding } from '../../src/diagnosis/finding.ts'
import { findFormat } from '../../src/formats/formats.ts'
import type { ReadNote } from '../../src/formats/format.ts'
import { isFault } from '../../src/problem/problem.ts'
import { stepSentence } from '../../src/recipe/needed-columns.ts'
import { parameterValues } from '../../src/recipe/parameters.ts'
import type { RecipeSheet } from '../../src/recipe/recipe.ts'
import type { SheetRun, StepRun } from '../../src/recipe/runner.ts'
import { profileColumn } from '../../src/table/profile.ts'
import type { Table } from '../../src/table/table.ts'
import type { SheetOrigin, SheetView, StepView, WorkbookView } from '../facade.ts'
import type { Session } from './session.ts'

/** Runs every sheet, finding again what is known, and describes the workbook to the screens. */
export async function describeWorkbook(
  session: Session,
  progress: (part: number) => Promise<void>,
): Promise<WorkbookView> {
  const { recipe } = session
  const sheets: SheetView[] = []
  for (const [index, sheet] of recipe.sheets.entries()) {
    const within = (part: number): Promise<void> => progress((index + part) / recipe.sheets.length)
    sheets.push(await describeSheet(session, sheet, within))
  }
  return {
    id: session.id,
    title: recipe.title,
    version: session.version,
    sheets,
    canUndo: session.canUndo,
    canRedo: session.canRedo,
    storage: session.storage,
    readOnly: session.readOnly,
  }
}

async function describeSheet(
  session: Session,
  sheet: RecipeSheet,
  progress: (part: number) => Promise<void>,
): Promise<SheetView> {
  const { name } = sheet
  let run: SheetRun
  try {
    run = await session.runner.run(session.recipe, name, progress)
  } catch (error) {
    if (!isFault(error)) throw error
    const fileName = session.source(name)?.name ?? ('file' in sheet.from ? (sheet.from.file.name ?? '') : '')
    const problem = error.plain
    const steps = sheet.steps.map((step) => stepView(session, step, null))
    return {
      name,
      origin: { kind: 'unreadable', fileName, problem },
      steps,
      rows: 0,
      columns: [],
      findings: [],
    }
  }
  return {
    name,
    origin: originOf(session, sheet, run),
    steps: sheet.steps.map((step, index) => stepView(session, step, run.steps[index] ?? null)),
    rows: run.result.rowCount,
    columns: run.result.columns.map(profileColumn),
    findings: (await findingsOf(run, refusedIn(sheet), () => progress(1))).map((finding) => ({
      ...finding,
      dismissed: reasonToDismiss(finding, sheet.dismissed ?? []),
    })),
  }
}

function stepView(session: Session, step: RecipeSheet['steps'][number], run: StepRun | null): StepView {
  return {
    id: step.id,
    step: step.step,
    params: step.params,
    note: step.note ?? '',
    sentence: stepSentence(step, parameterValues(session.recipe)),
    state: run?.state ?? (step.off === true ? 'off' : 'waiting'),
    without: run?.without ?? [],
    outcome: run?.outcome ?? null,
    problem: run?.problem ?? null,
  }
}

function originOf(session: Session, sheet: RecipeSheet, { source, reading }: SheetRun): SheetOrigin {
  const size = { rows: source.rowCount, columns: source.columns.length }
  const { from } = sheet
  if ('sheet' in from) return { kind: 'sheet', sheet: from.sheet, ...size }
  if ('data' in from) return { kind: 'data', ...size }
  const stored = session.source(sheet.name)
  const format = from.file.format
  return {
    kind: 'file',
    fileName: stored?.name ?? '',
    bytes: stored?.bytes.size ?? 0,
    format,
    formatName: findFormat(format)?.name ?? { fr: format, en: format },
    found: reading?.found ?? [],
    ...size,
  }
}

const diagnosed = new WeakMap<Table, { refused: string; found: Promise<readonly Finding[]> }>()
const NO_NOTES: readonly ReadNote[] = []

/** Findings on the table as it is at the end; what reading saw is only true of the table as read. */
function findingsOf(
  { source, result, reading }: SheetRun,
  refused: Refused,
  pause: () => Promise<void>,
): Promise<readonly Finding[]> {
  const key = JSON.stringify([...refused])
  const known = diagnosed.get(result)
  if (known?.refused === key) return known.found
  const notes = source === result ? (reading?.notes ?? NO_NOTES) : NO_NOTES
  const found = findings(result, notes, pause, { refused })
  // Given up: the next who asks starts anew.
  found.catch(() => diagnosed.delete(result))
  diagnosed.set(result, { refused: key, found })
  return found
}

type Refused = ReadonlyMap<string, readonly (readonly string[])[]>

/** By column, the spellings that the steps of a sheet keep apart. */
function refusedIn({ steps }: RecipeSheet): Refused {
  const refused = new Map<string, (readonly string[])[]>()
  for (const { step, params } of steps) {
    const { column, refused: lists } = params
    if (step !== 'replace-values' || typeof column !== 'string' || !Array.isArray(lists)) continue
    refused.set(column, [...(refused.get(column) ?? []), ...(lists as string[][])])
  }
  return refused
}
