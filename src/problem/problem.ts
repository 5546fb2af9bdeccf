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
  cancelled: Record<never, never>
  /** Tamis carries no nomenclature of that name. */
  'unknown-nomenclature': { name: string; known: readonly string[] }
  /** An XML file stops before its end; `rows` is how many whole rows were read before. */
  'xml-cut': { line: number; rows: number }
  /** An XML file is not well formed at this place (counted from 1); `rows` as for `xml-cut`. */
  'xml-broken': { line: number; column: number; what: 'tag' | 'character' | 'entity' | 'other'; rows: number }
  /** An XML file declares a DOCTYPE, which is refused: it can call for other files or grow without end. */
  'xml-doctype': { line: number }
  /** An XML file whose root element is not one that Tamis opens; `root` is '' when there is none. */
  'xml-unknown-root': { root: string }
  /** The bytes are not text in the encoding that was chosen. */
  'wrong-encoding': { encoding: string }
  'missing-sheet': { sheet: string }
  'missing-step': Record<never, never>
  'unknown-step': { name: string }
  'recipe-not-json': Record<never, never>
  /** A file that is no recipe at all. */
  'recipe-not-one': Record<never, never>
  'recipe-newer': { version: number }
  'recipe-unsafe': Record<never, never>
  /** `where` is a path such as `sheets.0.steps.2.id`; `found` what stands there. */
  'recipe-invalid': { where: string; found: string }
  'recipe-unknown-step': { sheet: string; step: number; name: string }
  'recipe-bad-step': { sheet: string; step: number; title: { fr: string; en: string }; where: string }
  'recipe-repeated': { name: string }
  'recipe-unknown-sheet': { wanted: string; sheet: string }
  'recipe-sheet-cycle': { sheet: string }
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
