import { Problem } from '../../problem/problem.ts'
import { parseMerge, type CellRange } from '../spreadsheet/cell-range.ts'
import type { CellFormats } from '../spreadsheet/cell-formats.ts'
import { ByteText } from '../spreadsheet/byte-text.ts'
import { sayNumber } from '../spreadsheet/say-number.ts'
import { KIND, SheetGrid, type SayEntry } from '../spreadsheet/sheet-grid.ts'
import { scanXml, type XmlHandler, type XmlScanner } from '../spreadsheet/xml-scanner.ts'
import { unescapeText } from './escaped-text.ts'
import type { SharedStrings } from './shared-strings.ts'

/** What the sheets of a workbook have in common. */
export interface WorkbookContent {
  styles: CellFormats
  strings: SharedStrings
  from1904: boolean
}

/** Room in front of a cell's text for its kind and the number of its format. */
const HEAD = 3

/**
 * Reads the cells of a worksheet part as they are stored; formulas are left aside and their saved result is the cell.
 * Throws Problem `spreadsheet-damaged` or `spreadsheet-too-large`, or what the pieces throw.
 */
export async function readWorksheet(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
  name: string,
  content: WorkbookContent,
  range: CellRange | null,
): Promise<SheetGrid> {
  const grid = new SheetGrid(name, sayCell(content), range)
  await scanXml(pieces, new WorksheetHandler(grid, content, part), part)
  return grid
}

class WorksheetHandler implements XmlHandler {
  readonly #grid: SheetGrid
  readonly #content: WorkbookContent
  readonly #part: string
  readonly #value = new ByteText(HEAD)
  #row = -1
  #column = -1
  #type = ''
  #style = 0
  #inCell = false
  #taking = false
  #hasValue = false
  #hasFormula = false
  #phonetic = 0

  constructor(grid: SheetGrid, content: WorkbookContent, part: string) {
    this.#grid = grid
    this.#content = content
    this.#part = part
  }

  open(name: string, tag: XmlScanner): void {
    switch (name) {
      case 'c':
        this.#openCell(tag)
        break
      case 'v':
        this.#taking = this.#inCell
        this.#hasValue = this.#inCell
        break
      case 't':
        this.#taking = this.#inCell && this.#phonetic === 0
        this.#hasValue = this.#inCell
        break
      case 'f':
        if (this.#inCell) {
          this.#hasFormula = true
          this.#grid.formulaCount++
        }
        break
      case 'rPh':
        this.#phonetic++
        break
      case 'row':
        this.#row = tag.number('r', this.#row + 2) - 1
        this.#column = -1
        if (tag.flag('hidden')) this.#grid.hiddenRows.push(this.#row)
        break
      case 'col':
        if (tag.flag('hidden')) this.#hideColumns(tag.number('min', 0), tag.number('max', 0))
        break
      case 'mergeCell': {
        const merge = parseMerge(tag.attribute('ref') ?? '')
        if (merge !== null) this.#grid.merges.push(merge)
      }
    }
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.#taking) this.#value.add(bytes, start, end)
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#taking = false
        break
      case 'rPh':
        this.#phonetic--
        break
      case 'c':
        this.#closeCell()
    }
  }

  #openCell(tag: XmlScanner): void {
    this.#inCell = true
    this.#hasValue = false
    this.#hasFormula = false
    this.#value.clear()
    this.#type = tag.attributeStart('t') < 0 ? 'n' : (tag.attribute('t') ?? 'n')
    this.#style = tag.number('s', 0)
    this.#column++
    const start = tag.attributeStart('r')
    if (start < 0) return
    const end = tag.attributeEnd('r')
    let column = 0
    let row = 0
    for (let i = start; i < end; i++) {
      const byte = tag.bytes[i]!
      if (byte >= 65 && byte <= 90) column = 26 * column + byte - 64
      else if (byte >= 48 && byte <= 57) row = 10 * row + byte - 48
      else throw this.#damaged()
    }
    if (column === 0) throw this.#damaged()
    this.#column = column - 1
    if (row > 0) this.#row = row - 1
  }

  #closeCell(): void {
    this.#inCell = false
    const row = this.#row
    const column = this.#column
    const value = this.#value
    if (value.isEmpty) {
      if (this.#hasFormula && !this.#hasValue) this.#grid.noteEmptyFormula(row, column)
      return
    }
    if (row < 0) throw this.#damaged()
    const { bytes, end } = value
    let start = HEAD - 1
    switch (this.#type) {
      case 's':
        if (this.#isBlankString()) return
        bytes[start] = KIND.shared
        break
      case 'n': {
        const format = this.#content.styles.formatOfStyle[this.#style] ?? 0
        start = 0
        bytes[0] = KIND.number
        bytes[1] = format & 255
        bytes[2] = format >> 8
        break
      }
      case 'b':
        bytes[start] = KIND.boolean
        break
      case 'e':
        bytes[start] = KIND.error
        break
      default:
        // Inline text, the text of a formula, and ISO dates of the strict variant.
        bytes[start] = KIND.text
    }
    this.#grid.set(row, column, bytes, start, end)
  }

  /** Whether the cell's shared text is empty. Throws Problem `spreadsheet-damaged` where there is none of that number. */
  #isBlankString(): boolean {
    const { bytes, start, end } = this.#value
    const index = indexFrom(bytes, start, end)
    const { ends, count } = this.#content.strings
    if (index < 0 || index >= count) throw this.#damaged()
    return ends[index] === (index === 0 ? 0 : ends[index - 1])
  }

  #hideColumns(first: number, last: number): void {
    for (let column = Math.max(1, first); column <= Math.min(last, 16_384); column++) {
      this.#grid.hiddenColumns.push(column - 1)
    }
  }

  #damaged(): Problem {
    return new Problem('spreadsheet-damaged', { part: this.#part })
  }
}

function indexFrom(bytes: Uint8Array, start: number, end: number): number {
  let index = 0
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 48
    if (digit < 0 || digit > 9) return -1
    index = 10 * index + digit
  }
  return index
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function sayCell({ styles, strings, from1904 }: WorkbookContent): SayEntry {
  return (bytes, start, end, saying) => {
    const kind = bytes[start]
    if (kind === KIND.shared) {
      const index = indexFrom(bytes, start + 1, end)
      const from = index === 0 ? 0 : strings.ends[index - 1]!
      return unescapeText(decoder.decode(strings.bytes.subarray(from, strings.ends[index])))
    }
    if (kind !== KIND.number) {
      const text = decoder.decode(bytes.subarray(start + 1, end))
      if (kind === KIND.boolean) return text.trim() === '0' || text.trim() === 'false' ? 'false' : 'true'
      return unescapeText(text)
    }
    const format = styles.formats[bytes[start + 1]! | (bytes[start + 2]! << 8)]!
    return sayNumber(decoder.decode(bytes.subarray(start + HEAD, end)), format, saying === 'shown', from1904)
  }
}
