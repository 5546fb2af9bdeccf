import type { Table } from '../table/table.ts'

/** What a step may ask of its surroundings: no screen, no clock, no network, no language. */
export interface StepContext {
  /** Final table of another sheet of the workbook. Throws Problem `missing-sheet` or `sheet-cycle`. */
  sheet(name: string): Promise<Table>
  /** Says how far the step is, from 0 to 1; rejects with Problem `cancelled` when the person has given up. Await it between columns. */
  progress(part: number): Promise<void>
}
