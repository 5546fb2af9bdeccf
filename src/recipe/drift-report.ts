import type { Localized } from '../i18n/messages.ts'
import type { PlainProblem } from '../problem/problem.ts'
import type { Outcome } from '../steps/outcome.ts'
import type { NewValue } from '../steps/step.ts'

/** A step as the report names it: its position from 1 among the sheet's steps, its id and its sentence. */
export interface StepRef {
  number: number
  id: string
  sentence: Localized
}

/**
 * One column that the recipe expects, or that the new file has, and what became of it.
 * found: same name or a recorded alias; respelled: same but for case, accents, punctuation, blanks; proposed: perhaps this one,
 * `actual` and `evidence` say why; missing: nothing looks like it; new: only in the new file.
 */
export interface ColumnDrift {
  state: 'found' | 'respelled' | 'proposed' | 'missing' | 'new'
  /** Name in the recipe; `null` for a new column. */
  expected: string | null
  /** Name in the new file; `null` for a missing one. */
  actual: string | null
  /** One short sentence each: « même place (1ʳᵉ colonne) », « 71 % des valeurs en commun ». */
  evidence: readonly Localized[]
  /** Whether the evidence leaves no reasonable doubt. */
  sure: boolean
  moved: boolean
  /** Steps that need the column (or, for a new one, that work on its neighbours of the same kind). */
  steps: readonly StepRef[]
  /** What was decided; `null` while it is open. */
  decision: ColumnDecision | null
}

/**
 * Of an expected column: `map` says which column of the file it is; `skip` goes on without it.
 * Of a new column: `include` adds it to the steps that list its neighbours; `leave` leaves it as it is.
 */
export type ColumnDecision = { do: 'map'; to: string } | { do: 'skip' } | { do: 'include' } | { do: 'leave' }

/** Decisions by sheet, then by expected name, and by name in the file for new columns. */
export interface Decisions {
  columns: Readonly<Record<string, Readonly<Record<string, ColumnDecision>>>>
}

/** A step under the present decisions. reduced: it runs without some columns; skipped: it cannot run, or `blockedBy` a skipped one. */
export interface StepDrift extends StepRef {
  state: 'runs' | 'reduced' | 'skipped' | 'off' | 'failed'
  without: readonly string[]
  /** With a rehearsal or a run. */
  outcome: Outcome | null
  newValues: readonly NewValue[]
  /** The step goes by the nomenclature of last time's year, and the new file is of another. */
  otherYear: OtherYear | null
  problem: PlainProblem | null
}

export interface OtherYear {
  asked: number
  file: number
}

/** A difference in how the file was read: separator, encoding, header row… */
export interface ReadDrift {
  option: string
  before: Localized
  now: Localized
}

export interface SheetDrift {
  sheet: string
  /** Name of the new file; `null` for a sheet that is not read from one. */
  file: string | null
  problem: PlainProblem | null
  reading: readonly ReadDrift[]
  columns: readonly ColumnDrift[]
  steps: readonly StepDrift[]
  /** Rows as read, last time and now; `null` where unknown. */
  rows: { before: number | null; now: number | null }
  /** The result, last time and now; present after a rehearsal or a run. Totals are decimal texts of number columns. */
  result: {
    rows: { before: number | null; now: number }
    totals: readonly { column: string; before: string | null; now: string | null }[]
  } | null
}

/** Everything that differs between what a recipe expects and what the new files hold. Plain data. */
export interface DriftReport {
  title: string
  sheets: readonly SheetDrift[]
  /** Whether a column is missing or in doubt and nothing has been decided: nothing may run. */
  open: number
  /** Whether there is anything that a person should look at. */
  attention: boolean
}
