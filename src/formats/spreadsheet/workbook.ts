import type { ReadContext } from '../format.ts'
import type { CellRange } from './cell-range.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** A sheet of an opened workbook, not yet read. */
export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  /** Reads the cells, those of the range if one is given. */
  read(range: CellRange | null, context: ReadContext): Promise<SheetGrid>
}

/** What a format makes of a file, the same for both kinds of workbook. */
export interface Workbook {
  /** In the order of the tabs. */
  readonly sheets: readonly WorkbookSheet[]
}
