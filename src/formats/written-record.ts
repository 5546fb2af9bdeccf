/** A record of a table as the file writes it, all of it as text. */
export interface WrittenRecord {
  /** Its first line, from 1. */
  line: number
  cells: string[]
  /** Cells that are quoted. */
  quotedCells: number
}

/** Whether anything stands in the record: a quoted blank was meant. */
export const isFilled = ({ cells, quotedCells }: WrittenRecord): boolean =>
  quotedCells > 0 || cells.some((cell) => cell.trim() !== '')
