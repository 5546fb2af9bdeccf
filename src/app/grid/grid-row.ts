import type { ColumnView, Page } from '../../../workers/facade.ts'

/** Some rows of the table as the worker sent them, with the columns found by name. */
export class ShownPage {
  readonly page: Page
  readonly columns: readonly ColumnView[]
  readonly #places: ReadonlyMap<string, number>

  constructor(page: Page, columns: readonly ColumnView[]) {
    this.page = page
    this.columns = columns
    this.#places = new Map(columns.map(({ name }, place) => [name, place]))
  }

  place(column: string): number | undefined {
    return this.#places.get(column)
  }
}

/** One row of the grid: a place in a page. Its cells are read from the page when they are drawn. */
export interface GridRow {
  shown: ShownPage
  at: number
}

/** A cell as it is drawn. */
export interface GridCell {
  /** `null` for a blank. */
  text: string | null
  column: ColumnView
  unconverted: boolean
  /** Text before the step in preparation; `undefined` when the cell does not change. */
  before: string | null | undefined
}

export const rowNumber = ({ shown, at }: GridRow): number => shown.page.rowNumbers[at]!

export const isRemoved = ({ shown, at }: GridRow): boolean => shown.page.removed?.[at] === 1

/** The cell of a column; `undefined` when the page was made before the column existed. */
export function cellOf({ shown, at }: GridRow, name: string): GridCell | undefined {
  const place = shown.place(name)
  const cells = place === undefined ? undefined : shown.page.columns[place]
  if (cells === undefined || place === undefined) return undefined
  return {
    text: cells.texts[at] ?? null,
    column: shown.columns[place]!,
    unconverted: cells.unconverted?.[at] === 1,
    before: cells.before?.[at],
  }
}
