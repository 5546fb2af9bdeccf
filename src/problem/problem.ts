/**
 * Everything that can go wrong in an expected way, by code, with the values its sentence needs.
 * The sentences are in `src/i18n/problems.ts`, complete in both languages or it does not compile.
 */
export interface ProblemValues {
  /** A step or a reader asked for a column that the table does not have. */
  'missing-column': { column: string; columns: readonly string[] }
  /** A name is already taken by another column of the table. */
  'duplicate-column': { column: string }
  'blank-column-name': Record<never, never>
  'cancelled': Record<never, never>
}

export type ProblemCode = keyof ProblemValues

/** An expected failure: a code and its values, made a sentence only at the edge, in the reader's language. */
export class Problem<C extends ProblemCode = ProblemCode> extends Error {
  readonly code: C
  readonly values: ProblemValues[C]

  constructor(code: C, values: ProblemValues[C]) {
    super(`${code} ${JSON.stringify(values)}`)
    this.name = 'Problem'
    this.code = code
    this.values = values
  }
}

/** A problem as it crosses a thread or is written into a report. */
export interface PlainProblem {
  code: ProblemCode
  values: ProblemValues[ProblemCode]
}
