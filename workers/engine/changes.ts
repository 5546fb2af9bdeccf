import type { Column } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import type { StepRun } from '../../src/recipe/runner.ts'
import type { ColumnView } from '../facade.ts'

/** A table with what a step in preparation would change in it, ready to be shown in place. */
export interface Changes {
  /** What to show: the new table, with the columns and rows that would go still in place. */
  columns: readonly {
    column: Column
    before: Column | null
    change: NonNullable<ColumnView['change']> | null
  }[]
  rowCount: number
  /** 1 for a row that changes or goes; `null` when rows cannot be compared because they are other rows. */
  changed: Uint8Array | null
  removed: Uint8Array | null
  changedRows: number
}

/** Compares a table with what a step makes of it. */
export function changesOf(before: Table, run: StepRun): Changes {
  const { table: after, origins } = run
  if (origins !== null && sameColumns(before, after)) return removedRows(before, origins)
  if (origins !== null) {
    const columns = after.columns.map((column) => {
      const own = before.columns.find(({ name }) => name === column.name)
      return { column, before: null, change: own === undefined ? ('added' as const) : null }
    })
    return { columns, rowCount: after.rowCount, changed: null, removed: null, changedRows: after.rowCount }
  }
  return changedCells(before, after)
}

const sameColumns = (a: Table, b: Table): boolean =>
  a.columns.length === b.columns.length && a.columns.every(({ name }, i) => name === b.columns[i]!.name)

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

function changedCells(before: Table, after: Table): Changes {
  const byName = new Map(before.columns.map((column) => [column.name, column]))
  const byCodes = new Map(before.columns.map((column) => [column.codes, column]))
  const changed = new Uint8Array(after.rowCount)
  const seen = new Set<Column>()
  const columns: {
    column: Column
    before: Column | null
    change: NonNullable<ColumnView['change']> | null
  }[] = after.columns.map((column) => {
    const own = byName.get(column.name) ?? renamedFrom(column, byCodes, after)
    if (own === undefined) return { column, before: null, change: 'added' }
    seen.add(own)
    if (own.dictionary === column.dictionary && own.codes === column.codes) {
      return { column, before: null, change: own.name === column.name ? null : 'changed' }
    }
    const differs = markDifferences(own, column, changed)
    return {
      column,
      before: differs ? own : null,
      change: differs || own.type !== column.type ? 'changed' : null,
    }
  })
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
  const codeOf = new Map<string, number>()
  for (let code = 1; code < after.dictionary.size; code++) codeOf.set(after.dictionary.text(code), code)
  const same = new Int32Array(before.dictionary.size).fill(-1)
  same[0] = 0
  for (let code = 1; code < same.length; code++) {
    const twin = codeOf.get(before.dictionary.text(code))
    if (twin !== undefined && after.dictionary.isUnconverted(twin) === before.dictionary.isUnconverted(code))
      same[code] = twin
  }
  let any = false
  for (let row = 0; row < changed.length; row++) {
    if (same[before.codes[row]!] !== after.codes[row]) {
      changed[row] = 1
      any = true
    }
  }
  return any
}
