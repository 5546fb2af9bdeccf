import { fittingReferences, type FittingReference } from '../../src/diagnosis/fitting-references.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { Condition } from '../../src/steps/condition.ts'
import { rowsWhere } from '../../src/steps/condition.ts'
import { folded } from '../../src/steps/folded.ts'
import { cellText, countCodes, type Column } from '../../src/table/column.ts'
import { BLANK } from '../../src/table/dictionary.ts'
import { profileColumn } from '../../src/table/profile.ts'
import { rowsOfMask, selectRows } from '../../src/table/select-rows.ts'
import type { Table } from '../../src/table/table.ts'
import type { StepRun } from '../../src/recipe/runner.ts'
import type { Page, PageColumn, TableView, ValuesPage, ValuesQuery } from '../facade.ts'
import { changesOf, type Changes } from './changes.ts'

const MOST_VALUES = 1000

/** Beyond these, nomenclatures explain less and less. */
const MOST_PLANS = 10

/** A table as the grid shows it: with the changes of a step in preparation, and only the rows that a filter lets through. */
export class ShownTable {
  readonly #changes: Changes
  readonly #run: StepRun | null
  /** Positions of the rows shown; `null` for all. */
  readonly #rows: Uint32Array | null
  #filtered: Table | null = null
  #sorted = new Map<string, { code: number; cells: number }[]>()

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

  values(query: ValuesQuery): ValuesPage {
    const column = this.column(query.column)
    const wanted = query.search === undefined || query.search === '' ? null : folded(query.search)
    const { dictionary } = column
    const all = this.#sortedValues(column, query.sort ?? 'count')
    const matching =
      wanted === null ? all : all.filter(({ code }) => folded(dictionary.text(code)).includes(wanted))
    const from = query.from ?? 0
    const limit = Math.min(query.limit ?? 200, MOST_VALUES)
    const values = matching.slice(from, from + limit).map(({ code, cells }) => ({
      text: dictionary.text(code),
      cells,
      ...(code === BLANK ? { blank: true as const } : {}),
      ...(dictionary.isUnconverted(code) ? { unconverted: true as const } : {}),
    }))
    return { total: matching.length, values }
  }

  #sortedValues(column: Column, sort: 'count' | 'name'): { code: number; cells: number }[] {
    const key = `${sort} ${column.name}`
    const known = this.#sorted.get(key)
    if (known !== undefined) return known
    const counts = countCodes(column)
    const values: { code: number; cells: number }[] = []
    for (let code = 0; code < counts.length; code++)
      if (counts[code]! > 0) values.push({ code, cells: counts[code]! })
    if (sort === 'count') values.sort((a, b) => b.cells - a.cells)
    else {
      const { compare } = new Intl.Collator('fr', { numeric: true })
      const named = values.map((value) => ({ value, text: column.dictionary.text(value.code) }))
      named.sort((a, b) => compare(a.text, b.text))
      values.splice(0, values.length, ...named.map(({ value }) => value))
    }
    this.#sorted.set(key, values)
    return values
  }

  find(text: string, from: number): { row: number; column: string } | null {
    const wanted = folded(text)
    const { columns, rowCount } = this.#changes
    if (wanted === '') return null
    const matches = columns.map(({ column }) =>
      Uint8Array.from({ length: column.dictionary.size }, (_, code) =>
        folded(column.dictionary.text(code)).includes(wanted) ? 1 : 0,
      ),
    )
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
