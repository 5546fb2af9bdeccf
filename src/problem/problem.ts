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
  /** A file without a single byte. */
  'empty-file': { file: string }
  /** A file with nothing but blanks, separators and line ends. */
  'blank-file': { file: string }
  /** A file whose first bytes say that it is something else than a table. */
  'not-a-table': { file: string; kind: FileKind }
  /** A file larger than a page can hold; sizes in bytes. */
  'file-too-large': { file: string; bytes: number; most: number }
  /** A folder with more files than anybody puts together. */
  'too-many-files': { folder: string; most: number }
  /** A line (from 1) of a text file is cut into more columns than any table has. */
  'too-many-columns': { columns: number; line: number }
  /** No reader recognizes the file. */
  'no-reader': { file: string }
  'unknown-format': { format: string; known: readonly string[] }
  /** A format was asked for that the file cannot have; `format` is the id of the one that it is of. */
  'other-format': {
    file: string
    asked: { fr: string; en: string }
    is: { fr: string; en: string }
    format: string
  }
  /** An option of a reader that it does not have, or a value that it does not take. */
  'bad-option': { option: string; value: string }
  /** A JSON file is not well formed at this place (counted from 1). */
  'json-broken': {
    line: number
    column: number
    /** `comma`: one too many before a closing sign. `word`: text without quotes. `deep`: too many levels. `cut`: the file stops. */
    what: 'comma' | 'text' | 'word' | 'deep' | 'cut' | 'other'
  }
  /** A JSON file that is not a list of records. */
  'json-not-rows': Record<never, never>
  /** A place was chosen that the file does not have. */
  'json-no-path': { path: string; known: readonly string[] }
  /** Names make more columns than any table has: they are data themselves. */
  'too-many-names': { columns: number }
  /** Elements nested deeper than in any document. */
  'xml-too-deep': { levels: number }
  /** The element chosen for the rows is not in the file. */
  'xml-no-element': { element: string; known: readonly string[] }
  'archive-damaged': { file: string }
  'archive-locked': { file: string }
  /** An archive that unzips to more than any table. */
  'archive-bomb': { file: string }
  /** An archive without a file that can be read. */
  'archive-empty': { file: string }
  'archive-no-file': { wanted: string; known: readonly string[] }
  'archive-in-archive': { file: string }
  /** A description of data (datapackage.json) without its data. */
  'package-without-data': { files: readonly string[] }
  /** A workbook of a spreadsheet that is cut or altered; `part` is the file within it, '' where it is the whole. */
  'spreadsheet-damaged': { part: string }
  /** A workbook that would unzip to far more than any table. */
  'spreadsheet-bomb': Record<never, never>
  /** A workbook that a password protects. */
  'spreadsheet-locked': Record<never, never>
  /** The cells of a sheet span more than `cells`. */
  'spreadsheet-too-large': { sheet: string; cells: number }
  'blank-sheet': { sheet: string }
  /** Sheets to be put one below the other do not have the same columns. */
  'sheets-differ': { sheet: string; first: string; columns: readonly string[] }
  /** A table that a spreadsheet file cannot hold: rows and columns with the names counted in, or a longer text than a cell takes. */
  'sheet-too-small': { what: 'rows' | 'columns'; count: number; most: number }
  'cell-too-long': { column: string; length: number; most: number }
  /** Rows find several rows of another sheet that say different things; `examples` of their values. */
  'several-matches': { sheet: string; rows: number; examples: readonly string[] }
  'missing-workbook': Record<never, never>
  /** The file that a sheet is read from is not at hand. */
  'missing-source': { sheet: string; file: string }
  'disk-full': Record<never, never>
  /** A file could not be written where the person wanted it; `reason` is the name that the system gives. */
  'cannot-write-file': { file: string; reason: string }
  'storage-refused': { reason: string }
  /** Another tab has become the one that writes this workbook. */
  'read-only': Record<never, never>
  'stale-view': Record<never, never>
  'drift-open': { count: number }
  'unknown-method': { name: string }
  /** More than `pairs` pairs of texts are near each other: no list that a person could look at. */
  'too-many-near': { texts: number; pairs: number }
  'unknown-writer': { name: string }
  'workbook-unreadable': Record<never, never>
  /** A defect of Tamis. */
  unexpected: { message: string }
}

/** What a file is when it is not a table. */
export type FileKind =
  | 'image'
  | 'pdf'
  | 'spreadsheet'
  | 'locked-spreadsheet'
  | 'document'
  | 'archive'
  | 'program'
  | 'media'
  | 'database'
  | 'web-page'
  | 'binary'

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

  /** The problem as it crosses a thread or is written into a report. */
  get plain(): PlainProblem {
    return { code: this.code, values: this.values }
  }
}

/** Whether a failure is an expected one, `cancelled` included. */
export const isProblem = (error: unknown): error is Problem => error instanceof Problem

/** Whether a failure is an expected one and not that the person has given up. */
export const isFault = (error: unknown): error is Problem => isProblem(error) && error.code !== 'cancelled'

/** A problem as it crosses a thread or is written into a report. */
export interface PlainProblem {
  code: ProblemCode
  values: ProblemValues[ProblemCode]
}
