import type { Cluster } from '../src/cluster/cluster.ts'
import type { ListMatch } from '../src/cluster/match-to-list.ts'
import type { TiedGroup } from '../src/cluster/split-within.ts'
import type { VariantGroup } from '../src/cluster/variant-group.ts'
import type { Finding } from '../src/diagnosis/finding.ts'
import type { SortedFiles } from '../src/formats/archive/data-files.ts'
import type { PlacedFile } from '../src/formats/archive/pack-files.ts'
import type { FittingReference } from '../src/diagnosis/fitting-references.ts'
import type { FoundOption } from '../src/formats/format.ts'
import type { Language, Localized } from '../src/i18n/messages.ts'
import type { BuiltInId, BuiltInTable } from '../src/nomenclature/built-in-tables.ts'
import type { PlanPart } from '../src/nomenclature/plan.ts'
import type { PlainProblem } from '../src/problem/problem.ts'
import type { Decisions, DriftReport } from '../src/recipe/drift-report.ts'
import type { RecipeEdit } from '../src/recipe/edit.ts'
import type { Condition } from '../src/steps/condition.ts'
import type { Reference } from '../src/steps/reference.ts'
import type { Outcome } from '../src/steps/outcome.ts'
import type { Settled } from '../src/steps/settled.ts'
import type { Params } from '../src/steps/step.ts'
import type { CountedText } from '../src/table/map-values.ts'
import type { ColumnProfile } from '../src/table/profile.ts'

/** One step of a sheet, as the recipe panel shows it. */
export interface StepView {
  id: string
  step: string
  params: Params
  note: string
  sentence: Localized
  /**
   * done: computed; off: disabled by the person; failed: `problem` says why, the table goes on without it; reduced: computed
   * `without` some columns that the file does not have; skipped: not possible without them; waiting: the sheet cannot be read.
   */
  state: 'done' | 'off' | 'failed' | 'reduced' | 'skipped' | 'waiting'
  without: readonly string[]
  outcome: Outcome | null
  problem: PlainProblem | null
}

/** Where the rows of a sheet come from. */
export type SheetOrigin =
  | {
      kind: 'file'
      fileName: string
      bytes: number
      format: string
      formatName: Localized
      found: readonly FoundOption[]
      rows: number
      columns: number
    }
  | { kind: 'data'; rows: number; columns: number }
  | { kind: 'sheet'; sheet: string; rows: number; columns: number }
  /** The file could not be read; `problem` says why. The steps are kept. */
  | { kind: 'unreadable'; fileName: string; problem: PlainProblem }

export interface SheetView {
  name: string
  origin: SheetOrigin
  steps: readonly StepView[]
  /** After the last step. */
  rows: number
  columns: readonly ColumnProfile[]
  findings: readonly FindingView[]
}

export interface FindingView extends Finding {
  /** Why it was set aside; `null` when it was not. */
  dismissed: string | null
}

/** A whole workbook, as the screens show it. Plain data, replaced whole after each edit. */
export interface WorkbookView {
  id: string
  title: string
  /** Grows by one with every stored edit, undo and redo included. */
  version: number
  sheets: readonly SheetView[]
  canUndo: boolean
  canRedo: boolean
  /** `memory`: the disk is full or storage is refused; work goes on but is lost when the tab closes. */
  storage: 'saved' | 'memory'
  /** Another tab is writing; this one only reads until it takes over. */
  readOnly: boolean
  /** Files that were to become sheets and could not be read, when others could. */
  refused?: readonly Refused[]
}

export interface Refused {
  fileName: string
  problem: PlainProblem
}

/** A table as it is at some point of the recipe, as the grid asks for it. */
export interface TableRef {
  workbook: string
  sheet: string
  /** Number of steps applied: 0 is the file as read. */
  at: number
  /** A step in preparation, shown in place as if it came at `at`. It is not in the recipe. */
  draft?: {
    step: string
    params: Params
    /** Id of the step that it would replace (the one at position `at`). */ replaces?: string
  }
  /** Only rows where this holds. */
  filter?: Condition
  /** With a draft: only the rows that it changes. */
  changedOnly?: boolean
}

export interface ColumnView extends ColumnProfile {
  /** With a draft. */
  change?: 'added' | 'changed' | 'removed'
}

export interface TableView {
  /** Names this table in `page`, `values`… as long as the workbook is not edited. */
  key: string
  /** Rows to show (after the filter). */
  rows: number
  /** Rows of the table (without the filter). */
  allRows: number
  columns: readonly ColumnView[]
  /** With a draft: what it would do, or why it cannot be done. */
  outcome: Outcome | null
  changedRows: number
  problem: PlainProblem | null
}

/** Some rows, column by column, in the order of `TableView.columns`. */
export interface Page {
  /** Position of each row in the unfiltered table, from 1. */
  rowNumbers: readonly number[]
  /** With a draft that removes rows: 1 for a row that would go. */
  removed: Uint8Array | null
  columns: readonly PageColumn[]
}

export interface PageColumn {
  /** `null` for a blank. Numbers are canonical decimal texts, dates ISO. */
  texts: readonly (string | null)[]
  /** 1 where the cell could not be converted to the column's type; `null` when none. */
  unconverted: Uint8Array | null
  /** With a draft: text before, for cells that change (`undefined` elsewhere); `null` when none. */
  before: readonly (string | null | undefined)[] | null
}

export interface ValuesQuery {
  column: string
  /** Only values that contain this, case and accents aside. */
  search?: string
  sort?: 'count' | 'name'
  from?: number
  /** At most 1,000. */
  limit?: number
}

export interface ValuesPage {
  /** Distinct values that match; blanks count as a value of their own, `''` with `blank: true`. */
  total: number
  values: readonly (CountedText & { blank?: true; unconverted?: true })[]
}

/** How the numbers or days of a column spread. Values are texts as in pages. */
export interface ValueSpread {
  smallest: string
  /** The one in the middle of all cells in order. */
  middle: string
  largest: string
  /** In order; `test` chooses the rows of the range, whose ends are in it. */
  ranges: {
    from: string
    to: string
    cells: number
    test: { column: string; min: number; max: number } | { column: string; startsWith: string }
  }[]
}

/** Reports how far a long piece of work is, and lets it be cancelled by name. */
export interface Job {
  id: string
  progress(part: number): void
}

/** Files of one kind that become one sheet, one below the other. */
export interface FileGroup {
  /** The folder's name, or what the files' names have in common. */
  name: string
  files: readonly PlacedFile[]
}

/** What a sheet is to be read from. */
export type GivenFile = File | FileGroup

export interface ReplayPlan {
  id: string
  title: string
  report: DriftReport
}

export interface Download {
  fileName: string
  /** `null` where the file has been written to the place that the person chose. */
  blob: Blob | null
}

export type TableExport =
  | { writer: 'csv'; options: { separator?: ',' | ';'; bom?: boolean; guard?: boolean } }
  | { writer: OtherWriter }

/** What tables can be written in besides CSV. */
export type OtherWriter = 'xlsx' | 'ods' | 'json' | 'json-lines' | 'tsv' | 'markdown' | 'html'

export interface References {
  plans: readonly { plan: string; name: Localized; years: readonly number[]; parts: readonly string[] }[]
  /** Tables that Tamis carries, each with who publishes it, since when it holds and under which licence. */
  tables: readonly ({ id: BuiltInId } & BuiltInTable)[]
}

/** A method of grouping spellings: by key, or by nearness, with the radius that a form starts with. */
export interface GroupingMethod {
  id: string
  name: Localized
  about: Localized
  /** `null` for a method by key. */
  radius: number | null
}

/** The method that a person chose. */
export interface ChosenMethod {
  id: string
  /** How near is near; of no effect on a method by key. */
  radius?: number
  /** Only texts that share a run of this many characters are compared; `null` (or absent) leaves none out. */
  runLength?: number | null
}

/** A group, tied to values of other columns where they have to be the same. */
export type FoundGroup = Cluster | VariantGroup | TiedGroup

/** A list of official values: a column of a reference table. */
export interface OfficialList {
  reference: Reference
  column: string
}

interface VariantsQuery {
  /** Columns whose values speak for and against: SIRET, commune. */
  companions: readonly string[]
  /** Pairs of spellings that a person has refused. */
  refused: readonly (readonly [string, string])[]
}

/**
 * What the page may ask of the worker. Every promise rejects with a `PlainProblem` when something expected goes wrong.
 * An edit resolves when it is stored.
 */
export interface Engine {
  /**
   * Makes a workbook of these files, one sheet each, stores it and opens it; of a single workbook file (.tamis) the workbook
   * in it. `options` are reading options for all of them, such as `{ partial: true }` for an XML file that was cut.
   */
  create(files: readonly GivenFile[], job: Job, options?: Params): Promise<WorkbookView>
  /** Tells files received together apart by their paths: tables, those of one kind, and others. */
  sortReceived(paths: readonly string[]): Promise<SortedFiles>
  /** Opens a stored workbook; `takeOver` makes this tab the one that writes. */
  open(workbook: string, takeOver: boolean, job: Job): Promise<WorkbookView>
  close(workbook: string): Promise<void>
  remove(workbook: string): Promise<void>
  /** Adds sheets from files to an open workbook. */
  addFiles(workbook: string, files: readonly GivenFile[], job: Job): Promise<WorkbookView>
  edit(workbook: string, edit: RecipeEdit, job: Job): Promise<WorkbookView>
  /** Formats that the file of a sheet may be read as, the surest first. */
  possibleFormats(workbook: string, sheet: string): Promise<readonly { id: string; name: Localized }[]>
  undo(workbook: string, job: Job): Promise<WorkbookView>
  redo(workbook: string, job: Job): Promise<WorkbookView>

  view(ref: TableRef, job: Job): Promise<TableView>
  /** Rows `from` (included) to `to` (excluded) of a view. Rejects with `stale-view` when the workbook has changed since. */
  page(key: string, from: number, to: number): Promise<Page>
  values(key: string, query: ValuesQuery): Promise<ValuesPage>
  /** How the numbers or days of a column spread; `null` for a column without any. */
  spread(key: string, column: string): Promise<ValueSpread | null>
  /** Position (from 0, in the view) of the next row after `from` with a cell that contains the text, and its column; `null` if none. */
  find(key: string, text: string, from: number): Promise<{ row: number; column: string } | null>
  /** Groups by one method, those first that bring most; with `within`, each for one value of these columns. */
  clusters(
    key: string,
    column: string,
    method: ChosenMethod,
    within: readonly string[],
    job: Job,
  ): Promise<readonly FoundGroup[]>
  /** Groups that several methods find together, the surest first; with `within`, each for one value of these columns. */
  variants(
    key: string,
    column: string,
    query: VariantsQuery,
    within: readonly string[],
    job: Job,
  ): Promise<readonly FoundGroup[]>
  /** Names of the columns that can speak for and against spellings of this one. */
  companions(key: string, column: string): Promise<readonly string[]>
  /** For each text of the column, the nearest value of a list. */
  matchToList(
    workbook: string,
    key: string,
    column: string,
    list: OfficialList,
    job: Job,
  ): Promise<readonly ListMatch[]>
  /** Values of a list that hold a text, case and accents aside, `most` at most. */
  listValues(
    workbook: string,
    list: OfficialList,
    search: string,
    most: number,
    job: Job,
  ): Promise<readonly string[]>
  /** The first rows, `most` at most, whose cell in the column is one of these texts, and in other columns exactly these. */
  rowsOf(
    key: string,
    column: string,
    texts: readonly string[],
    most: number,
    within?: Readonly<Record<string, string>>,
  ): Promise<Page>
  /** The nomenclatures and other built-in tables that explain the codes of a column best, best first, ten at most. */
  fittingPlans(key: string, column: string, job: Job): Promise<readonly FittingReference[]>

  /** Compares a recipe (a workbook's, or a recipe file) with other files; nothing is run or stored. Files are given by sheet, or `''` for the only one. */
  planReplay(
    recipe: { workbook: string } | { file: File },
    files: readonly { sheet: string; file: GivenFile }[],
    job: Job,
  ): Promise<ReplayPlan>
  /** The report again, under these decisions, with a rehearsal of every step on the new data. */
  rehearse(plan: string, decisions: Decisions, job: Job): Promise<ReplayPlan>
  /** Makes a new workbook of the recipe and the new files. */
  replay(
    plan: string,
    decisions: Decisions,
    job: Job,
  ): Promise<{ workbook: WorkbookView; report: DriftReport }>

  /** With a `place`, the file is written there piece by piece; a failure leaves nothing. Rejects with `cannot-write-file`. */
  exportTable(
    workbook: string,
    sheet: string,
    options: TableExport,
    job: Job,
    place?: FileSystemFileHandle,
  ): Promise<Download>
  exportRecipe(
    workbook: string,
    job: Job,
  ): Promise<
    Download & {
      blob: Blob
      /** Values of the data that the recipe would reveal. */ reveals: readonly string[]
    }
  >
  /** What each code of one nomenclature is proposed to become in another, with its proof and what was settled, as CSV. */
  exportCorrespondence(
    workbook: string,
    between: { from: Reference; to: Reference; settled: readonly Settled[] },
    job: Job,
  ): Promise<Download & { blob: Blob }>
  /** What was done to the data, step by step and with the reasons, as a page (HTML) to go with them. */
  exportAccount(workbook: string, language: Language, job: Job): Promise<Download & { blob: Blob }>
  /** The whole workbook in one file, sources included. */
  exportWorkbook(workbook: string, job: Job, place?: FileSystemFileHandle): Promise<Download>

  /** Built-in nomenclatures that a step can look codes up in. */
  references(): Promise<References>
  /** How many codes one part of a nomenclature has for a year (see `loadPlan`); 0 for one that Tamis does not carry. */
  planRows(plan: string, year: number, part: PlanPart): Promise<number>
  /** Methods of grouping that `clusters` knows, the most careful first. */
  methods(): Promise<readonly GroupingMethod[]>

  cancel(job: string): Promise<void>
}
