import { Problem } from '../../problem/problem.ts'
import type { ReadContext } from '../format.ts'
import type { CellRange } from '../spreadsheet/cell-range.ts'
import { sayNumber } from '../spreadsheet/say-number.ts'
import { KIND, SheetGrid, type SayEntry } from '../spreadsheet/sheet-grid.ts'
import { BiffRecords, RECORD } from './biff-records.ts'
import type { XlsContent, XlsSheet } from './read-globals.ts'

/** A cell that stands for itself: a kind, then the number of its format and its eight bytes, or its text. */
const NUMBER_BYTES = 11
const SHARED_BYTES = 5
const HIDDEN_ROW = 0x20
const PAUSE_RECORDS = 1 << 16
/** What an error is shown as, by its number. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

/**
 * Reads the cells of a sheet as they are stored; formulas are left aside and their saved result is the cell. Throws Problem
 * `spreadsheet-damaged` or `spreadsheet-too-large`.
 */
export async function readSheet(
  stream: Uint8Array,
  { name, offset }: XlsSheet,
  content: XlsContent,
  range: CellRange | null,
  context: ReadContext,
): Promise<SheetGrid> {
  const grid = new SheetGrid(name, sayCell(content), range)
  const records = new BiffRecords(stream, offset)
  if (!records.next() || !records.is(RECORD.begin)) throw damaged(name)
  const cells = new SheetCells(grid, records, content)
  // A chart within the sheet has records of its own, which begin and end like those of the sheet.
  let depth = 1
  for (let count = 1; depth > 0; count++) {
    if (!records.next()) throw damaged(name)
    if (records.id === RECORD.begin) depth++
    else if (records.id === RECORD.end) depth--
    else if (depth === 1) cells.take()
    if (count % PAUSE_RECORDS === 0) await context.progress(records.offset / stream.length)
  }
  return grid
}

const encoder = new TextEncoder()

class SheetCells {
  readonly #grid: SheetGrid
  readonly #records: BiffRecords
  readonly #content: XlsContent
  readonly #bytes = new Uint8Array(NUMBER_BYTES)
  readonly #view = new DataView(this.#bytes.buffer)
  /** A formula whose text comes in a record of its own. */
  #waiting: { row: number; column: number } | null = null

  constructor(grid: SheetGrid, records: BiffRecords, content: XlsContent) {
    this.#grid = grid
    this.#records = records
    this.#content = content
  }

  /** Takes what the record says of cells, rows and columns. */
  take(): void {
    const records = this.#records
    switch (records.id) {
      case RECORD.sharedString:
        this.#cell((row, column) => this.#shared(row, column, records.long()))
        break
      case RECORD.number:
        this.#cell((row, column, style) => this.#number(row, column, style, records.double()))
        break
      case RECORD.rk:
        this.#cell((row, column, style) => this.#number(row, column, style, fromRk(records.long())))
        break
      case RECORD.numbersRk: {
        const row = records.short()
        // The record ends with the number of its last column.
        for (let column = records.short(); records.end - records.at >= 8; column++) {
          const style = records.short()
          this.#number(row, column, style, fromRk(records.long()))
        }
        break
      }
      case RECORD.text:
      case RECORD.richText:
        this.#cell((row, column) => this.#entry(row, column, KIND.text, this.#content.texts.long(records)))
        break
      case RECORD.boolean:
        this.#cell((row, column) => {
          const value = records.byte()
          if (records.byte() === 0) this.#entry(row, column, KIND.boolean, value === 0 ? '0' : '1')
          else this.#entry(row, column, KIND.error, ERRORS[value] ?? '#ERR!')
        })
        break
      case RECORD.formula:
        this.#cell((row, column, style) => this.#formula(row, column, style))
        break
      case RECORD.formulaText:
        if (this.#waiting !== null)
          this.#entry(this.#waiting.row, this.#waiting.column, KIND.text, this.#content.texts.long(records))
        this.#waiting = null
        break
      case RECORD.row: {
        const row = records.short()
        records.skip(10)
        if ((records.short() & HIDDEN_ROW) !== 0) this.#grid.hiddenRows.push(row)
        break
      }
      case RECORD.columnInfo: {
        const first = records.short()
        const last = Math.min(records.short(), 255)
        records.skip(4)
        if ((records.short() & 1) === 1)
          for (let column = first; column <= last; column++) this.#grid.hiddenColumns.push(column)
        break
      }
      case RECORD.merged:
        for (let left = records.short(); left > 0; left--) {
          const [firstRow, lastRow, firstColumn, lastColumn] = [
            records.short(),
            records.short(),
            records.short(),
            records.short(),
          ]
          this.#grid.merges.push({ firstRow, lastRow, firstColumn, lastColumn })
        }
        break
      default:
    }
  }

  #cell(read: (row: number, column: number, style: number) => void): void {
    const row = this.#records.short()
    const column = this.#records.short()
    read(row, column, this.#records.short())
  }

  #formula(row: number, column: number, style: number): void {
    this.#grid.formulaCount++
    const result = this.#records.slice(8)
    if (result[6] !== 0xff || result[7] !== 0xff) {
      const value = new DataView(result.buffer, result.byteOffset, 8).getFloat64(0, true)
      this.#number(row, column, style, value)
      return
    }
    const [kind, , value = 0] = result
    if (kind === 0) this.#waiting = { row, column }
    // To be computed on opening: by nobody yet.
    else if (kind === 3 && (this.#records.short() & 3) !== 0) this.#grid.noteEmptyFormula(row, column)
    else if (kind === 1) this.#entry(row, column, KIND.boolean, value === 0 ? '0' : '1')
    else if (kind === 2) this.#entry(row, column, KIND.error, ERRORS[value] ?? '#ERR!')
  }

  #number(row: number, column: number, style: number, value: number): void {
    if (!Number.isFinite(value)) throw damaged(this.#grid.name)
    const format = this.#content.formats.formatOfStyle[style] ?? 0
    this.#bytes[0] = KIND.number
    this.#view.setUint16(1, format, true)
    this.#view.setFloat64(3, value === 0 ? 0 : value, true)
    this.#grid.set(row, column, this.#bytes, 0, NUMBER_BYTES)
  }

  #shared(row: number, column: number, index: number): void {
    const { ends } = this.#content.strings
    const end = ends[index]
    if (end === undefined) throw damaged(this.#grid.name)
    if (end === (index === 0 ? 0 : ends[index - 1])) return
    this.#bytes[0] = KIND.shared
    this.#view.setUint32(1, index, true)
    this.#grid.set(row, column, this.#bytes, 0, SHARED_BYTES)
  }

  #entry(row: number, column: number, kind: number, text: string): void {
    if (text === '') return
    const bytes = encoder.encode(` ${text}`)
    bytes[0] = kind
    this.#grid.set(row, column, bytes, 0, bytes.length)
  }
}

/** A number in four bytes: whole or the first half of a double, perhaps in hundredths ([MS-XLS] 2.5.217). */
function fromRk(rk: number): number {
  const value = (rk & 2) !== 0 ? rk >> 2 : firstHalf(rk & ~3)
  return (rk & 1) !== 0 ? value / 100 : value
}

const double = new DataView(new ArrayBuffer(8))

function firstHalf(bits: number): number {
  double.setInt32(0, bits)
  return double.getFloat64(0)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function sayCell({ formats: { formats }, strings, from1904 }: XlsContent): SayEntry {
  return (bytes, start, end, saying) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start)
    switch (bytes[start]) {
      case KIND.shared: {
        const index = view.getUint32(1, true)
        const from = index === 0 ? 0 : strings.ends[index - 1]!
        return decoder.decode(strings.bytes.subarray(from, strings.ends[index]))
      }
      case KIND.number: {
        const format = formats[view.getUint16(1, true)]!
        return sayNumber(String(view.getFloat64(3, true)), format, saying === 'shown', from1904)
      }
      case KIND.boolean:
        return bytes[start + 1] === 48 ? 'false' : 'true'
      default:
        return decoder.decode(bytes.subarray(start + 1, end))
    }
  }
}

const damaged = (part: string): Problem<'spreadsheet-damaged'> => new Problem('spreadsheet-damaged', { part })
