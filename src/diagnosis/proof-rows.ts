import type { Column } from '../table/column.ts'

/** A finding shows at most this many rows. */
export const MOST_ROWS = 1000

/** Positions (from 0) of the first rows in which one of the columns holds a value that `shows` picks by its dictionary code. */
export function proofRows(
  columns: readonly { column: Column; shows: (code: number) => boolean }[],
): number[] {
  const marked = columns.map(({ column, shows }) => ({
    codes: column.codes,
    marks: Uint8Array.from({ length: column.dictionary.size }, (_, code) => (shows(code) ? 1 : 0)),
  }))
  const rowCount = marked[0]?.codes.length ?? 0
  const rows: number[] = []
  for (let row = 0; row < rowCount && rows.length < MOST_ROWS; row++) {
    if (marked.some(({ codes, marks }) => marks[codes[row]!] === 1)) rows.push(row)
  }
  return rows
}
