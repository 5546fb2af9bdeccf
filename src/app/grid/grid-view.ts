import {
  createGrid,
  type CellEditRequestEvent,
  type CellFocusedEvent,
  type CellKeyDownEvent,
  type GridApi,
  type IGetRowsParams,
} from 'ag-grid-community'
import type { ColumnView, TableView } from '../../../workers/facade.ts'
import { engine } from '../engine.ts'
import { gridText, gridTheme, HEADER_HEIGHT, ROW_HEIGHT } from './ag-grid.ts'
import { CellRenderer } from './cell-renderer.ts'
import type { ColumnHeader, HeaderHost } from './column-header.ts'
import { ColumnIds, orderOnScreen } from './column-order.ts'
import { columnDef, rowNumberDef } from './column-defs.ts'
import { cellOf, isRemoved, rowNumber, ShownPage, type GridRow } from './grid-row.ts'

/** A cell that a person has typed something else into. */
export interface CellRequest {
  column: string
  rowNumber: number
  from: string | null
  to: string
}

/** What the grid tells the screen. */
export interface GridEvents {
  select(name: string, how: 'only' | 'toggle' | 'range', order: readonly string[]): void
  openMenu(name: string, anchor: HTMLElement): void
  peek(name: string | null, anchor: HTMLElement): void
  focusCell(column: string, row: number): void
  edit(request: CellRequest): void
  /** The columns were dragged into another order. */
  arranged(names: readonly string[]): void
  mayEdit(): boolean
}

const BLOCK_ROWS = 100

/** The one grid of a workbook. It outlives steps and sheets: tables are put into it, and the view does not jump. */
export class GridView implements HeaderHost {
  readonly live = new Set<ColumnHeader>()
  readonly #api: GridApi<GridRow>
  readonly #events: GridEvents
  readonly #ids = new ColumnIds()
  #table: TableView | null = null
  #columns = new Map<string, ColumnView>()
  #selected: ReadonlySet<string> = new Set()
  #hidden: ReadonlySet<string> = new Set()
  #pinned = new Set<string>()
  #arranged: readonly string[] | null = null
  #found: { row: number; column: string | null } | null = null
  #placeBefore: number | null = null
  #sheet: string | null = null
  /** First row in sight of each sheet that was left. */
  readonly #places = new Map<string, number>()
  #defs = ''

  constructor(host: HTMLElement, label: string, events: GridEvents) {
    this.#events = events
    this.#api = createGrid<GridRow>(host, {
      theme: gridTheme,
      rowModelType: 'infinite',
      cacheBlockSize: BLOCK_ROWS,
      maxBlocksInCache: 12,
      infiniteInitialRowCount: 1,
      rowHeight: ROW_HEIGHT,
      headerHeight: HEADER_HEIGHT,
      // Rows drawn beyond those in sight cost as much as they do; the grid's own way of marking the row under the pointer draws
      // twice as often (a quarter of the time of scrolling, together): the style sheet does it.
      rowBuffer: 2,
      suppressRowHoverHighlight: true,
      animateRows: false,
      suppressColumnMoveAnimation: true,
      suppressDragLeaveHidesColumns: true,
      suppressNoRowsOverlay: true,
      readOnlyEdit: true,
      stopEditingWhenCellsLoseFocus: true,
      getLocaleText: gridText,
      // Arrows go from cell to cell; Tab goes past the grid, as with any composite control.
      tabToNextHeader: () => false,
      tabToNextCell: () => false,
      columnDefs: [rowNumberDef()],
      defaultColDef: { suppressHeaderMenuButton: true, sortable: false, resizable: true, minWidth: 70 },
      components: { cell: CellRenderer },
      rowClassRules: { 'row-removed': ({ data }) => data !== undefined && isRemoved(data) },
      datasource: { getRows: (request: IGetRowsParams<GridRow>) => void this.#serve(request) },
      onCellFocused: (event) => this.#focused(event),
      onCellEditRequest: (event) => this.#requested(event),
      onCellKeyDown: (event) => void this.#keyDown(event as CellKeyDownEvent<GridRow>),
      onColumnMoved: ({ finished, source }) => {
        if (finished && source === 'uiColumnMoved') this.#moved()
      },
    })
    this.#api.setGridAriaProperty('label', label)
  }

  /**
   * Puts a table in. Columns that stay keep their width and place; rows stay on screen until the new ones are there. Another
   * sheet is shown from where it was left.
   */
  show(table: TableView, sheet: string): void {
    const back = this.#placeOf(sheet) ?? this.#rowToComeBackTo(table)
    this.#table = table
    this.#columns = new Map(table.columns.map((column) => [column.name, column]))
    this.#ids.update(table.columns.map(({ name }) => name))
    this.#setColumns()
    this.#api.setRowCount(table.rows, true)
    this.#api.refreshInfiniteCache()
    this.#updateHeaders()
    if (back !== null && back < table.rows) this.#api.ensureIndexVisible(back, 'top')
  }

  get #firstInSight(): number {
    return Math.round(this.#api.getVerticalPixelRange().top / ROW_HEIGHT)
  }

  /** Where another sheet was left, `null` for the one that is shown. */
  #placeOf(sheet: string): number | null {
    const left = this.#sheet
    if (left === sheet) return null
    this.#sheet = sheet
    if (left === null) return null
    this.#places.set(left, this.#firstInSight)
    this.#placeBefore = null
    return this.#places.get(sheet) ?? 0
  }

  /** A filter shows other rows from the top; once it is gone, the place from before is looked up again. */
  #rowToComeBackTo(next: TableView): number | null {
    const whole = ({ rows, allRows }: TableView): boolean => rows === allRows
    if (this.#table !== null && whole(this.#table) && !whole(next)) this.#placeBefore = this.#firstInSight
    if (!whole(next)) return null
    const back = this.#placeBefore
    this.#placeBefore = null
    return back
  }

  select(name: string, how: 'only' | 'toggle' | 'range'): void {
    const shown = this.#api.getAllDisplayedColumns().map((column) => this.#nameOf(column.getColId()))
    this.#events.select(
      name,
      how,
      shown.filter((each) => each !== undefined),
    )
  }

  setSelected(names: readonly string[]): void {
    this.#selected = new Set(names)
    this.#updateHeaders()
    this.#api.refreshCells({ force: true })
  }

  setHidden(names: readonly string[]): void {
    this.#hidden = new Set(names)
    this.#setColumns()
  }

  isPinned(name: string): boolean {
    return this.#pinned.has(this.#ids.of(name))
  }

  pin(name: string, pinned: boolean): void {
    const id = this.#ids.of(name)
    if (pinned) this.#pinned.add(id)
    else this.#pinned.delete(id)
    this.#setColumns()
  }

  setLabel(label: string): void {
    this.#api.setGridAriaProperty('label', label)
  }

  /** Draws every word and number again, after a change of language. */
  relabel(): void {
    this.#api.refreshHeader()
    this.#updateHeaders()
    this.#api.refreshCells({ force: true })
  }

  /** Brings a cell into sight and marks it. `row` counts from 0 in the table shown. The focus stays where it is. */
  seek(row: number, column: string | null): void {
    this.#found = { row, column }
    if (row < (this.#table?.rows ?? 0)) this.#api.ensureIndexVisible(row, 'middle')
    const id = column === null ? undefined : this.#ids.of(column)
    if (id !== undefined && this.#api.getColumn(id) !== null) this.#api.ensureColumnVisible(id)
    this.#api.refreshCells({ force: true })
  }

  /** Scrolls sideways, no further than needed, to where a column can be seen. */
  revealColumn(name: string): void {
    const id = this.#ids.of(name)
    if (this.#api.getColumn(id) !== null) this.#api.ensureColumnVisible(id)
  }

  isFound(row: number | null, name: string): boolean {
    return this.#found !== null && this.#found.row === row && (this.#found.column ?? name) === name
  }

  /** Puts the keyboard on a header, for instance when its menu has closed. */
  focusHeader(name: string): void {
    const id = this.#ids.of(name)
    this.#api.ensureColumnVisible(id)
    this.#api.setFocusedHeader(id)
  }

  destroy(): void {
    this.#api.destroy()
  }

  column(name: string): ColumnView | undefined {
    return this.#columns.get(name)
  }

  isSelected(name: string): boolean {
    return this.#selected.has(name)
  }

  openMenu(name: string, anchor: HTMLElement): void {
    this.#events.openMenu(name, anchor)
  }

  peek(name: string | null, anchor: HTMLElement): void {
    this.#events.peek(name, anchor)
  }

  #nameOf(id: string): string | undefined {
    for (const name of this.#columns.keys()) if (this.#ids.of(name) === id) return name
    return undefined
  }

  #setColumns(): void {
    const names = [...this.#columns.keys()]
    const byId = new Map(names.map((name) => [this.#ids.of(name), name]))
    const order = orderOnScreen([...byId.keys()], this.#arranged)
    const defs = order.map((id) => {
      const column = this.#columns.get(byId.get(id)!)!
      const look = { id, hide: this.#hidden.has(column.name), pinned: this.#pinned.has(id) }
      return columnDef(column, look, this, () => this.#events.mayEdit())
    })
    const signature = defs
      .map(({ colId, headerName, hide, pinned, type }) =>
        [colId, headerName, hide, pinned, type].join('\u0001'),
      )
      .join('\u0002')
    if (signature === this.#defs) return
    this.#defs = signature
    this.#api.setGridOption('columnDefs', [rowNumberDef(), ...defs])
  }

  #updateHeaders(): void {
    for (const header of this.live) header.update()
  }

  async #serve({ startRow, endRow, successCallback, failCallback }: IGetRowsParams<GridRow>): Promise<void> {
    const table = this.#table
    if (table === null) return successCallback([], 0)
    try {
      const page = await engine().page(table.key, startRow, Math.min(endRow, table.rows))
      const shown = new ShownPage(page, table.columns)
      successCallback(
        page.rowNumbers.map((_, at) => ({ shown, at })),
        table.rows,
      )
    } catch {
      // The table has changed meanwhile; the next one is on its way and asks again.
      if (!this.#api.isDestroyed()) failCallback()
    }
  }

  #focused({ rowIndex, column }: CellFocusedEvent<GridRow>): void {
    if (this.#found !== null) {
      this.#found = null
      this.#api.refreshCells({ force: true })
    }
    if (rowIndex === null || column === null || typeof column === 'string') return
    const name = this.#nameOf(column.getColId())
    const data = this.#api.getDisplayedRowAtIndex(rowIndex)?.data
    if (name !== undefined && data !== undefined) this.#events.focusCell(name, rowNumber(data))
  }

  #requested({ data, column, newValue }: CellEditRequestEvent<GridRow>): void {
    const name = this.#nameOf(column.getColId())
    const cell = name === undefined ? undefined : cellOf(data, name)
    if (name === undefined || cell === undefined) return
    const to = String(newValue ?? '')
    if (to !== (cell.text ?? ''))
      this.#events.edit({ column: name, rowNumber: rowNumber(data), from: cell.text, to })
  }

  async #keyDown({ event, column, data }: CellKeyDownEvent<GridRow>): Promise<void> {
    if (!(event instanceof KeyboardEvent) || data === undefined) return
    const name = this.#nameOf(column.getColId())
    if (name === undefined) return
    const typing = event.target instanceof HTMLInputElement
    if (!typing && (event.ctrlKey || event.metaKey) && event.key === 'c')
      await navigator.clipboard.writeText(cellOf(data, name)?.text ?? '')
  }

  #moved(): void {
    const ids = this.#api.getAllGridColumns().map((column) => column.getColId())
    this.#arranged = ids.filter((id) => this.#nameOf(id) !== undefined)
    this.#events.arranged(this.#arranged.map((id) => this.#nameOf(id)!))
  }

  /** Takes the order of the table again, once the person's has become a step. */
  forgetArrangement(): void {
    this.#arranged = null
    this.#defs = ''
    this.#setColumns()
  }
}
