import { ByteText } from '../spreadsheet/byte-text.ts'
import { KIND } from '../spreadsheet/sheet-grid.ts'
import type { XmlScanner } from '../spreadsheet/xml-scanner.ts'

const SPACE = 32
const ZERO = 48
const NINE = 57
/** No text has as many blanks in a row; what says so was made to do harm. */
const MOST_SPACES = 100_000

/** Between a number as it is stored and as it is shown. */
export const SHOWN = 0

/** Makes the entries of the cells of one row, one after another in the same buffer. */
export class CellReader {
  readonly #row = new ByteText()
  readonly #text = new ByteText()
  readonly #value = new ByteText()
  #type = ''
  #times = 1
  #isError = false
  #hasFormula = false
  #paragraphs = 0
  #inParagraph = false
  /** Whether a blank that follows is left out, as blanks in a row are one (OpenDocument 1.2, 6.1.2). */
  #afterBlank = true
  /** Whether the cell that was opened last has a value or a text, be it empty. */
  hasValue = false
  /** Where the entry of the cell that was closed last stands in `bytes`. */
  start = 0

  get end(): number {
    return this.#row.end
  }

  get bytes(): Uint8Array {
    return this.#row.bytes
  }

  /** To be called at the start of each row. */
  clear(): void {
    this.#row.clear()
  }

  open(tag: XmlScanner): void {
    this.#times = Math.max(1, tag.number('table:number-columns-repeated', 1))
    this.#type = tag.attribute('office:value-type') ?? ''
    this.#isError = tag.attribute('calcext:value-type') === 'error'
    this.#hasFormula = tag.attributeStart('table:formula') >= 0
    this.#text.clear()
    this.#value.clear()
    this.#paragraphs = 0
    const value = tag.attribute(VALUE_OF_TYPE[this.#type] ?? 'office:value')
    this.hasValue = value !== null
    if (value !== null) {
      const bytes = new TextEncoder().encode(value)
      this.#value.add(bytes, 0, bytes.length)
    }
  }

  startParagraph(): void {
    if (this.#paragraphs++ > 0) this.#text.addByte(10)
    this.#afterBlank = true
    this.#inParagraph = true
    this.hasValue = true
  }

  endParagraph(): void {
    this.#inParagraph = false
  }

  addText(bytes: Uint8Array, start: number, end: number): void {
    if (!this.#inParagraph) return
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!
      if (byte === SPACE || byte === 9 || byte === 10 || byte === 13) {
        if (!this.#afterBlank) this.#text.addByte(SPACE)
        this.#afterBlank = true
      } else {
        this.#text.addByte(byte)
        this.#afterBlank = false
      }
    }
  }

  addByte(byte: number): void {
    if (!this.#inParagraph) return
    this.#text.addByte(byte)
    this.#afterBlank = false
  }

  addSpaces(count: number): void {
    for (let i = 0; i < Math.min(count, MOST_SPACES); i++) this.addByte(SPACE)
  }

  /** Ends the cell and makes its entry. */
  close(): { times: number; hasFormula: boolean; isEmpty: boolean } {
    const row = this.#row
    this.start = row.end
    const text = this.#text
    const value = this.#value
    if (this.#isError && !text.isEmpty) this.#add(KIND.error, text)
    else if (NUMBERS.has(this.#type) && !value.isEmpty) {
      this.#add(KIND.number, value)
      if (this.#showsZeros()) {
        row.addByte(SHOWN)
        row.add(text.bytes, text.start, text.end)
      }
    } else if (this.#type === 'boolean' && !value.isEmpty) this.#add(KIND.boolean, value)
    else if (this.#type === 'date' || this.#type === 'time') {
      if (!value.isEmpty) this.#add(KIND.shared, value)
    } else if (this.#type === 'string' && !value.isEmpty) this.#add(KIND.text, value)
    else if (!text.isEmpty) this.#add(KIND.text, text)
    return { times: this.#times, hasFormula: this.#hasFormula, isEmpty: row.end === this.start }
  }

  #add(kind: number, text: ByteText): void {
    this.#row.addByte(kind)
    this.#row.add(text.bytes, text.start, text.end)
  }

  /** Only a text that begins with a zero and another digit is kept beside the number: others say nothing more. */
  #showsZeros(): boolean {
    const { bytes, start, end } = this.#text
    return end - start > 1 && bytes[start] === ZERO && bytes[start + 1]! >= ZERO && bytes[start + 1]! <= NINE
  }
}

const NUMBERS = new Set(['float', 'percentage', 'currency'])

/** The attribute that holds the value, by type; `office:value` for numbers. */
const VALUE_OF_TYPE: Readonly<Record<string, string>> = {
  string: 'office:string-value',
  date: 'office:date-value',
  time: 'office:time-value',
  boolean: 'office:boolean-value',
}
