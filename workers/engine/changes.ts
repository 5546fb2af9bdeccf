import type { Column } from '../../src/table/column.ts'
import { BLANK, DictionaryBuilder, type Dictionary } from '../../src/table/dictionary.ts'
import type { Table } from '../../src/table/table.ts'
import type { StepRun } from '../../src/recipe/runner.ts'
import type { ColumnView } from '../facade.ts'

interface ShownColumn {
  column: Column
  /** With the old values, where cells change in place. */
  before: Column | null
  change: NonNullable<ColumnView['change']> | null
}

/** A table with what a step in preparation would change in it, ready to be shown in place. */
export interface Changes {
  /** What to show: the new table, with the columns and rows that would go still in place. */
  columns: readonly ShownColumn[]
  rowCount: number
  /** 1 for a row that changes or goes; `null` when rows cannot be compared because they are other rows. */
  changed: Uint8Array | null
  removed: Uint8Array | null
  changedRows: number
}

const known = new WeakMap<StepRun, Changes>()

/** Compares a table with what a step makes of it; kept, since a step in preparation is shown many times. */
export async function changesOf(
  before: Table,
  run: StepRun,
  progress: (part: number) => Promise<void>,
): Promise<Changes> {
  const changes = known.get(run) ?? (await compare(before, run, progress))
  known.set(run, changes)
  return changes
}

async function compare(
  before: Table,
  { table: after, origins }: StepRun,
  progress: (part: number) => Promise<void>,
): Promise<Changes> {
  if (origins !== null && sameColumns(before, after))
    return isAscending(origins) ? removedRows(before, origins) : movedRows(after, origins)
  if (origins !== null) {
    const columns = after.columns.map((column) => {
      const own = before.columns.find(({ name }) => name === column.name)
      return { column, before: null, change: own === undefined ? ('added' as const) : null }
    })
    return { columns, rowCount: after.rowCount, changed: null, removed: null, changedRows: after.rowCount }
  }
  return after.rowCount === before.rowCount ? changedCells(before, after, progress) : addedRows(before, after)
}

/** Rows put below those that were there. */
function addedRows(before: Table, after: Table): Changes {
  const changed = new Uint8Array(after.rowCount).fill(1, before.rowCount)
  const names = new Set(before.columns.map(({ name }) => name))
  const columns = after.columns.map((column) => ({
    column,
    before: null,
    change: names.has(column.name) ? null : ('added' as const),
  }))
  const changedRows = Math.max(0, after.rowCount - before.rowCount)
  return { columns, rowCount: after.rowCount, changed, removed: null, changedRows }
}

/** Whether two tables have the same columns in the same order, each with the same values. */
const sameColumns = (a: Table, b: Table): boolean =>
  a.columns.length === b.columns.length &&
  a.columns.every(({ name, dictionary }, i) => {
    const other = b.columns[i]!
    return name === other.name && dictionary === other.dictionary
  })

const isAscending = (rows: Uint32Array): boolean => rows.every((row, i) => i === 0 || row > rows[i - 1]!)

/** The rows where they would be, those that move marked as changed. */
function movedRows(after: Table, origins: Uint32Array): Changes {
  const changed = Uint8Array.from(origins, (origin, place) => (origin === place ? 0 : 1))
  const columns = after.columns.map((column) => ({ column, before: null, change: null }))
  let changedRows = 0
  for (const mark of changed) changedRows += mark
  return { columns, rowCount: after.rowCount, changed, removed: null, changedRows }
}

function removedRows(before: Table, kept: Uint32Array): Changes {
  const removed = new Uint8Array(before.rowCount).fill(1)
  for (const row of kept) removed[row] = 0
  const columns = before.columns.map((column) => ({ column, before: null, change: null }))
  return {
    columns,
    rowCount: before.rowCount,
    changed: removed,
    removed,
    changedRows: before.rowCount - kept.length,
  }
}

async function changedCells(
  before: Table,
  after: Table,
  progress: (part: number) => Promise<void>,
): Promise<Changes> {
  const byName = new Map(before.columns.map((column) => [column.name, column]))
  const byCodes = new Map(before.columns.map((column) => [column.codes, column]))
  const changed = new Uint8Array(after.rowCount)
  const seen = new Set<Column>()
  const columns: ShownColumn[] = []
  for (const [place, column] of after.columns.entries()) {
    await progress(place / after.columns.length)
    const own = byName.get(column.name) ?? renamedFrom(column, byCodes, after)
    if (own === undefined) {
      columns.push({ column, before: null, change: 'added' })
      continue
    }
    seen.add(own)
    const sameCells = own.dictionary === column.dictionary && own.codes === column.codes
    const differs = !sameCells && markDifferences(own, column, changed)
    const settled = !differs && own.name === column.name && own.type === column.type
    columns.push({ column, before: differs ? own : null, change: settled ? null : 'changed' })
  }
  before.columns.forEach((column, place) => {
    if (!seen.has(column))
      columns.splice(Math.min(place, columns.length), 0, { column, before: null, change: 'removed' })
  })
  let changedRows = 0
  for (const mark of changed) changedRows += mark
  return { columns, rowCount: after.rowCount, changed, removed: null, changedRows }
}

/** A column that kept its cells under another name. */
function renamedFrom(
  column: Column,
  byCodes: ReadonlyMap<Column['codes'], Column>,
  after: Table,
): Column | undefined {
  const own = byCodes.get(column.codes)
  return own?.dictionary === column.dictionary && !after.columns.some(({ name }) => name === own.name)
    ? own
    : undefined
}

/** Marks the rows in which two columns differ by text or by being unconverted; tells whether there is any. */
function markDifferences(before: Column, after: Column, changed: Uint8Array): boolean {
  const same = sameEntries(before.dictionary, after.dictionary)
  let any = false
  for (let row = 0; row < changed.length; row++) {
    if (same[before.codes[row]!] !== after.codes[row]) {
      changed[row] = 1
      any = true
    }
  }
  return any
}

/** For each entry of a dictionary, the code of the same entry in another one; a code that the other has not when there is none. */
function sameEntries(before: Dictionary, after: Dictionary): Uint32Array {
  // Adding the entries of `after` in order gives each its own code again: no text is decoded.
  const entries = new DictionaryBuilder()
  addAll(entries, after)
  return addAll(entries, before)
}

function addAll(entries: DictionaryBuilder, added: Dictionary): Uint32Array {
  const codes = new Uint32Array(added.size)
  for (let code = BLANK + 1; code < added.size; code++) {
    codes[code] = entries.add(added.bytes, added.start(code), added.end(code), added.isUnconverted(code))
  }
  return codes
}
