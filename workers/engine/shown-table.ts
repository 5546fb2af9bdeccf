import { fittingReferences, type FittingReference } from '../../src/diagnosis/fitting-references.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { Condition } from '../../src/steps/condition.ts'
import { rowsWhere } from '../../src/steps/condition.ts'
import { foldedEntries } from '../../src/steps/folded-entries.ts'
import { folded } from '../../src/steps/folded.ts'
import { cellText, type Column } from '../../src/table/column.ts'
import { BLANK } from '../../src/table/dictionary.ts'
import { profileColumn } from '../../src/table/profile.ts'
import { rowsOfMask, selectRows } from '../../src/table/select-rows.ts'
import type { Table } from '../../src/table/table.ts'
import type { StepRun } from '../../src/recipe/runner.ts'
import type { Page, PageColumn, TableView, ValuesPage, ValuesQuery, ValueSpread } from '../facade.ts'
import { changesOf, type Changes } from './changes.ts'
import { ListedValues } from './listed-values.ts'

/** Beyond these, nomenclatures explain less and less. */
const MOST_PLANS = 10

/** A table as the grid shows it: with the changes of a step in preparation, and only the rows that a filter lets through. */
export class ShownTable {
  readonly #changes: Changes
  readonly #run: StepRun | null
  /** Positions of the rows shown; `null` for all. */
  readonly #rows: Uint32Array | null
  #filtered: Table | null = null
  readonly #listed = new Map<string, ListedValues>()

  /** With a step in preparation, its changes are looked for first; rejects with Problem `cancelled` when given up meanwhile. */
  static async of(
    table: Table,
    run: StepRun | null,
    filter: Condition | undefined,
    changedOnly: boolean,
    progress: (part: number) => Promise<void>,
  ): Promise<ShownTable> {
    const changes = run === null ? asIs(table) : await changesOf(table, run, progress)
    return new ShownTable(changes, run, filter, changedOnly)
  }

  private constructor(
    changes: Changes,
    run: StepRun | null,
    filter: Condition | undefined,
    changedOnly: boolean,
  ) {
    this.#run = run
    this.#changes = changes
    const masks: Uint8Array[] = []
    if (filter !== undefined) {
      const shown = {
        columns: this.#changes.columns.map(({ column }) => column),
        rowCount: this.#changes.rowCount,
      }
      masks.push(rowsWhere(shown, filter))
    }
    if (changedOnly && this.#changes.changed !== null) masks.push(this.#changes.changed)
    const [first, second] = masks
    if (first === undefined) this.#rows = null
    else this.#rows = rowsOfMask(second === undefined ? first : first.map((mark, row) => mark & second[row]!))
  }

  describe(key: string): TableView {
    const { columns, rowCount, changedRows } = this.#changes
    return {
      key,
      rows: this.#rows?.length ?? rowCount,
      allRows: rowCount,
      columns: columns.map(({ column, change }) => ({
        ...profileColumn(column),
        ...(change === null ? {} : { change }),
      })),
      outcome: this.#run?.outcome ?? null,
      changedRows: this.#run === null ? 0 : changedRows,
      problem: this.#run?.problem ?? null,
    }
  }

  page(from: number, to: number): Page {
    const { columns, rowCount, removed } = this.#changes
    const end = Math.min(to, this.#rows?.length ?? rowCount)
    const rows = Array.from({ length: Math.max(0, end - from) }, (_, i) => this.#rows?.[from + i] ?? from + i)
    return {
      rowNumbers: rows.map((row) => row + 1),
      removed: removed === null ? null : Uint8Array.from(rows, (row) => removed[row]!),
      columns: columns.map(({ column, before }) => pageColumn(column, before, rows)),
    }
  }

  values({ column, ...query }: ValuesQuery): ValuesPage {
    return this.#listedOf(column).page(query)
  }

  spread(column: string): ValueSpread | null {
    return this.#listedOf(column).spread()
  }

  #listedOf(column: string): ListedValues {
    const listed = this.#listed.get(column) ?? new ListedValues(this.column(column))
    this.#listed.set(column, listed)
    return listed
  }

  find(text: string, from: number): { row: number; column: string } | null {
    const { columns, rowCount } = this.#changes
    if (folded(text) === '') return null
    const matches = columns.map(({ column: { dictionary } }) => {
      const holds = foldedEntries(dictionary, text, 'anywhere')
      return Uint8Array.from({ length: dictionary.size }, (_, code) => (holds(code) ? 1 : 0))
    })
    const count = this.#rows?.length ?? rowCount
    for (let i = 0; i < count; i++) {
      const row = (from + i) % count
      const position = this.#rows?.[row] ?? row
      const at = columns.findIndex(({ column }, index) => matches[index]![column.codes[position]!] === 1)
      if (at >= 0) return { row, column: columns[at]!.column.name }
    }
    return null
  }

  /** The first rows whose cell in the column is one of these texts, and in each column of `within` just that text. */
  rowsOf(
    name: string,
    texts: readonly string[],
    most: number,
    within: Readonly<Record<string, string>> = {},
  ): Page {
    const tied = Object.entries(within).map(([other, text]) => ({ column: this.column(other), text }))
    const { codes, dictionary } = this.column(name)
    const wanted = new Set(texts)
    const isWanted = Uint8Array.from({ length: dictionary.size }, (_, code) =>
      wanted.has(dictionary.text(code)) ? 1 : 0,
    )
    const rows: number[] = []
    for (let row = 0; row < codes.length && rows.length < most; row++)
      if (isWanted[codes[row]!] === 1 && tied.every(({ column, text }) => cellText(column, row) === text))
        rows.push(row)
    return {
      rowNumbers: rows.map((row) => (this.#rows?.[row] ?? row) + 1),
      removed: null,
      columns: this.table.columns.map((column) => pageColumn(column, null, rows)),
    }
  }

  async fittingPlans(
    column: string,
    progress: (part: number) => Promise<void>,
  ): Promise<readonly FittingReference[]> {
    const found = await fittingReferences(this.table, this.column(column), progress)
    return found.slice(0, MOST_PLANS)
  }

  /** The table with only the rows shown. */
  get table(): Table {
    const { columns, rowCount } = this.#changes
    this.#filtered ??= ((): Table => {
      const shown = { columns: columns.map(({ column }) => column), rowCount }
      return this.#rows === null ? shown : selectRows(shown, this.#rows)
    })()
    return this.#filtered
  }

  /** Columns of the table with only the rows shown. Throws Problem `missing-column`. */
  columns(names: readonly string[]): Column[] {
    return names.map((name) => this.column(name))
  }

  /** A column of the table with only the rows shown. Throws Problem `missing-column`. */
  column(name: string): Column {
    const { columns } = this.table
    const column = columns.find((each) => each.name === name)
    if (column === undefined) {
      throw new Problem('missing-column', { column: name, columns: columns.map((each) => each.name) })
    }
    return column
  }
}

const asIs = (table: Table): Changes => ({
  columns: table.columns.map((column) => ({ column, before: null, change: null })),
  rowCount: table.rowCount,
  changed: null,
  removed: null,
  changedRows: 0,
})

function pageColumn(column: Column, before: Column | null, rows: readonly number[]): PageColumn {
  const { dictionary, codes } = column
  const textAt = (own: Column, row: number): string | null => {
    const code = own.codes[row]!
    return code === BLANK ? null : own.dictionary.text(code)
  }
  const texts = rows.map((row) => textAt(column, row))
  const previous =
    before === null
      ? null
      : rows.map((row, i) => (textAt(before, row) === texts[i] ? undefined : textAt(before, row)))
  return {
    texts,
    unconverted:
      dictionary.unconverted === null
        ? null
        : Uint8Array.from(rows, (row) => (dictionary.isUnconverted(codes[row]!) ? 1 : 0)),
    before: previous,
  }
}
