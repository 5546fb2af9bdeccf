import { Problem } from '../../problem/problem.ts'
import { MOST_ROWS, type CellRange } from '../spreadsheet/cell-range.ts'
import { SheetGrid } from '../spreadsheet/sheet-grid.ts'
import { scanXml, type XmlHandler, type XmlScanner } from '../spreadsheet/xml-scanner.ts'
import { CellReader } from './cell-reader.ts'
import { sayOdsCell } from './say-ods-cell.ts'

export const CONTENT = 'content.xml'

export interface ContentSheet {
  name: string
  hidden: boolean
  /** Its cells, where they were asked for. */
  grid: SheetGrid | null
}

/** Whether the cells of a sheet are wanted: those of a range, all of them (`null`), or not (`undefined`). */
export type Wanted = (sheet: { name: string; hidden: boolean }, index: number) => CellRange | null | undefined

/**
 * Reads the one part that holds all sheets of an OpenDocument spreadsheet: their names, and the cells of those that are wanted.
 * Throws Problem `spreadsheet-damaged` or `spreadsheet-too-large`, or what the pieces throw.
 */
export async function readContent(
  pieces: AsyncIterable<Uint8Array>,
  wanted: Wanted,
): Promise<ContentSheet[]> {
  const handler = new ContentHandler(wanted)
  await scanXml(pieces, handler, CONTENT, true)
  return handler.sheets
}

interface RowCell {
  column: number
  times: number
  start: number
  end: number
}

class ContentHandler implements XmlHandler {
  readonly sheets: ContentSheet[] = []
  readonly #wanted: Wanted
  readonly #hiddenStyles = new Set<string>()
  #styleName = ''
  #grid: SheetGrid | null = null
  /** Tables within a cell or a drawing are no sheets. */
  #tableDepth = 0
  #row = 0
  #rowTimes = 1
  #rowHidden = false
  #column = 0
  #columnStyles = 0
  /** Depth of what is not the text of a cell: comments, drawings. */
  #aside = 0
  #inCell = false
  readonly #cell = new CellReader()
  readonly #rowCells: RowCell[] = []

  constructor(wanted: Wanted) {
    this.#wanted = wanted
  }

  open(name: string, tag: XmlScanner): void {
    if (
      this.#aside > 0 ||
      name === 'office:annotation' ||
      name.startsWith('draw:') ||
      name === 'table:shapes'
    ) {
      if (this.#grid !== null) this.#aside++
      return
    }
    switch (name) {
      case 'style:style':
        this.#styleName = tag.attribute('style:name') ?? ''
        break
      case 'style:table-properties':
        if (tag.attribute('table:display') === 'false') this.#hiddenStyles.add(this.#styleName)
        break
      case 'table:table':
        if (this.#tableDepth++ === 0) this.#openTable(tag)
        break
      default:
        if (this.#grid !== null && this.#tableDepth === 1) this.#openInSheet(this.#grid, name, tag)
    }
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.#inCell && this.#aside === 0) this.#cell.addText(bytes, start, end)
  }

  close(name: string): void {
    if (this.#aside > 0) {
      this.#aside--
      return
    }
    if (name === 'table:table') {
      if (--this.#tableDepth === 0) this.#grid = null
      return
    }
    if (this.#grid === null || this.#tableDepth !== 1) return
    switch (name) {
      case 'text:p':
        this.#cell.endParagraph()
        break
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#closeCell(this.#grid)
        break
      case 'table:table-row':
        this.#closeRow(this.#grid)
    }
  }

  #openTable(tag: XmlScanner): void {
    const name = tag.attribute('table:name') ?? ''
    const hidden = this.#hiddenStyles.has(tag.attribute('table:style-name') ?? '')
    const range = this.#wanted({ name, hidden }, this.sheets.length)
    this.#grid = range === undefined ? null : new SheetGrid(name, sayOdsCell, range)
    this.sheets.push({ name, hidden, grid: this.#grid })
    this.#row = 0
    this.#columnStyles = 0
  }

  #openInSheet(grid: SheetGrid, name: string, tag: XmlScanner): void {
    switch (name) {
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#openCell(grid, tag)
        break
      case 'text:p':
        this.#cell.startParagraph()
        break
      case 'text:s':
        this.#cell.addSpaces(tag.number('text:c', 1))
        break
      case 'text:tab':
        this.#cell.addByte(9)
        break
      case 'text:line-break':
        this.#cell.addByte(10)
        break
      case 'table:table-row':
        this.#rowTimes = Math.max(1, tag.number('table:number-rows-repeated', 1))
        this.#rowHidden = isHidden(tag)
        this.#column = 0
        this.#cell.clear()
        this.#rowCells.length = 0
        break
      case 'table:table-column': {
        const times = Math.max(1, tag.number('table:number-columns-repeated', 1))
        // Hidden columns to the right of everything are of no interest.
        if (isHidden(tag) && times < 1000) {
          for (let i = 0; i < times; i++) grid.hiddenColumns.push(this.#columnStyles + i)
        }
        this.#columnStyles += times
      }
    }
  }

  #openCell(grid: SheetGrid, tag: XmlScanner): void {
    this.#inCell = true
    this.#cell.open(tag)
    const columns = tag.number('table:number-columns-spanned', 1)
    const rows = tag.number('table:number-rows-spanned', 1)
    if (columns > 1 || rows > 1) {
      grid.merges.push({
        firstRow: this.#row,
        lastRow: this.#row + rows - 1,
        firstColumn: this.#column,
        lastColumn: this.#column + columns - 1,
      })
    }
  }

  #closeCell(grid: SheetGrid): void {
    this.#inCell = false
    const { times, hasFormula, isEmpty } = this.#cell.close()
    if (hasFormula) {
      grid.formulaCount += times * this.#rowTimes
      if (isEmpty && !this.#cell.hasValue) grid.noteEmptyFormula(this.#row, this.#column)
    }
    const { start, end } = this.#cell
    if (!isEmpty) this.#rowCells.push({ column: this.#column, times, start, end })
    this.#column += times
  }

  #closeRow(grid: SheetGrid): void {
    const times = this.#rowTimes
    if (this.#rowCells.length > 0) {
      if (this.#row + times > MOST_ROWS) throw new Problem('spreadsheet-damaged', { part: CONTENT })
      grid.expect(
        times,
        this.#rowCells.reduce((sum, cell) => sum + cell.times, 0),
      )
      for (let row = this.#row; row < this.#row + times; row++) {
        if (this.#rowHidden) grid.hiddenRows.push(row)
        for (const cell of this.#rowCells) {
          for (let column = cell.column; column < cell.column + cell.times; column++) {
            grid.set(row, column, this.#cell.bytes, cell.start, cell.end)
          }
        }
      }
    }
    this.#row += times
  }
}

const isHidden = (tag: XmlScanner): boolean => {
  const visibility = tag.attribute('table:visibility')
  return visibility === 'collapse' || visibility === 'filter'
}
