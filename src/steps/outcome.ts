import type { Localized } from '../i18n/messages.ts'
import type { CodeSuggestion } from '../nomenclature/suggest-codes.ts'
import type { CountedText } from '../table/map-values.ts'
import type { Table } from '../table/table.ts'

/** Cells that a step could not handle; they keep their original text. */
export interface Failure {
  /**
   * unconverted: could not become a value of the new type; unmatched: found nothing in the reference table;
   * not-found: what the step was to change is not (or no longer) there; ambiguous: the reference has several answers, the first
   * counts; undecided: nothing in the table tells what they should be; not-empty: they stand in a column that was to be empty;
   * not-counted: they are no numbers (or dates), so a total goes without them; no-match: nothing in the other sheet answers the row.
   */
  code:
    | 'unconverted'
    | 'unmatched'
    | 'not-found'
    | 'ambiguous'
    | 'undecided'
    | 'not-empty'
    | 'not-counted'
    | 'no-match'
  column: string
  cells: number
  /** Distinct values concerned, most frequent first, at most 200 of them; `distinct` counts them all. */
  values: readonly CountedText[]
  distinct: number
}

/** An exact sum before and after a step that promises to keep it. */
export interface KeptTotal {
  column: string
  before: string
  after: string
}

/** A value that became another one, why, and in how many cells. */
export interface ExplainedChange {
  column: string
  from: string
  to: string
  cells: number
  why: Localized
}

/** What a step did. Plain data: it crosses threads and is written into reports. */
export interface Outcome {
  rowsBefore: number
  rowsAfter: number
  /** Cells of existing columns whose value or type changed. */
  changedCells: number
  addedColumns: readonly string[]
  removedColumns: readonly string[]
  failures: readonly Failure[]
  totals: readonly KeptTotal[]
  /** What else the person should know, one sentence each: "312 blanks and 40 zeros left out". */
  remarks: readonly Localized[]
  /** Each value that changed for a reason of its own; absent from steps whose parameters say it all. */
  explained?: readonly ExplainedChange[]
  /** What could be meant by codes that the reference table does not have, most frequent first. */
  suggestions?: readonly CodeSuggestion[]
}

export interface Applied {
  table: Table
  outcome: Outcome
  /** For each new row, the position of the row it comes from; absent when the rows are the same. */
  origins?: Uint32Array
}

const MOST_VALUES = 200

/** A failure from all the values concerned, or nothing when there are none. */
export function failuresOf(code: Failure['code'], column: string, values: readonly CountedText[]): Failure[] {
  if (values.length === 0) return []
  return [
    {
      code,
      column,
      cells: values.reduce((sum, { cells }) => sum + cells, 0),
      values: values.toSorted((a, b) => b.cells - a.cells).slice(0, MOST_VALUES),
      distinct: values.length,
    },
  ]
}

/** An applied step with its outcome counted from the tables before and after, completed by what only the step knows. */
export function applied(
  before: Table,
  after: Table,
  known: Partial<
    Pick<Outcome, 'changedCells' | 'failures' | 'totals' | 'remarks' | 'explained' | 'suggestions'>
  > & {
    origins?: Uint32Array
  } = {},
): Applied {
  const { origins, ...rest } = known
  const namesBefore = new Set(before.columns.map(({ name }) => name))
  const namesAfter = new Set(after.columns.map(({ name }) => name))
  const outcome: Outcome = {
    rowsBefore: before.rowCount,
    rowsAfter: after.rowCount,
    changedCells: 0,
    addedColumns: [...namesAfter].filter((name) => !namesBefore.has(name)),
    removedColumns: [...namesBefore].filter((name) => !namesAfter.has(name)),
    failures: [],
    totals: [],
    remarks: [],
    ...rest,
  }
  return { table: after, outcome, ...(origins === undefined ? {} : { origins }) }
}
