import { Problem } from '../../problem/problem.ts'
import type { Column } from '../../table/column.ts'
import { BLANK } from '../../table/dictionary.ts'
import { MOST_CELLS, type SheetGrid } from './sheet-grid.ts'

/**
 * Puts what the first cell of merged cells holds into each of them, down to the last filled row of the sheet. Throws Problem
 * `spreadsheet-too-large` for merged areas that overlap without end.
 */
export function fillMerged(grid: SheetGrid): void {
  const firsts = new Map<number, Column>()
  const lastColumn = grid.columns.length - 1
  for (const { firstColumn } of grid.merges) {
    const builder = grid.columns[firstColumn]
    if (builder !== undefined && !firsts.has(firstColumn)) firsts.set(firstColumn, builder.finish(''))
  }
  const lastRow = grid.rowCount - 1
  let filled = 0
  for (const merge of grid.merges) {
    const column = firsts.get(merge.firstColumn)
    const code = column?.codes[merge.firstRow] ?? BLANK
    if (column === undefined || code === BLANK) continue
    const { dictionary } = column
    for (let at = merge.firstColumn; at <= Math.min(merge.lastColumn, lastColumn); at++) {
      for (let row = merge.firstRow; row <= Math.min(merge.lastRow, lastRow); row++) {
        if (row === merge.firstRow && at === merge.firstColumn) continue
        if (filled++ > MOST_CELLS) {
          throw new Problem('spreadsheet-too-large', { sheet: grid.name, cells: MOST_CELLS })
        }
        grid.set(row, at, dictionary.bytes, dictionary.start(code), dictionary.end(code))
      }
    }
  }
}
