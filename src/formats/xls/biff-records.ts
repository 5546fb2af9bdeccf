import { Problem } from '../../problem/problem.ts'

/** Ids of the records of a workbook stream that reading needs ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  dateMode: 0x0022,
  password: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  columnInfo: 0x007d,
  sheet: 0x0085,
  numbersRk: 0x00bd,
  richText: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  sharedStrings: 0x00fc,
  sharedString: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  boolean: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const

const CODES_AT_ONCE = 4096

/**
 * Records one after another, each a number, a length and bytes. What goes on in records of continuation is read as if it were
 * in one piece. Reading past the end of a record throws Problem `spreadsheet-damaged`.
 */
export class BiffRecords {
  readonly bytes: Uint8Array
  readonly #view: DataView
  id = 0
  /** Where the record begins in the stream, its head included. */
  offset = 0
  /** Where reading is, and where the record, or the part of it that is being read, ends. */
  at = 0
  end = 0
  #next: number

  constructor(bytes: Uint8Array, start = 0) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#next = start
  }

  /** Goes to the next record; `false` at the end of the stream. Continuations that nobody read are passed over. */
  next(): boolean {
    do {
      if (this.#next + 4 > this.bytes.length) return false
      this.#open()
    } while (this.id === RECORD.continue)
    return true
  }

  is(id: number): boolean {
    return this.id === id
  }

  /** The id of the record that comes next, 0 at the end. */
  get nextId(): number {
    return this.#next + 4 > this.bytes.length ? 0 : this.#view.getUint16(this.#next, true)
  }

  byte(): number {
    this.#need(1)
    return this.bytes[this.at++]!
  }

  short(): number {
    this.#need(2)
    this.at += 2
    return this.#view.getUint16(this.at - 2, true)
  }

  long(): number {
    this.#need(4)
    this.at += 4
    return this.#view.getUint32(this.at - 4, true)
  }

  double(): number {
    this.#need(8)
    this.at += 8
    return this.#view.getFloat64(this.at - 8, true)
  }

  /** The next bytes of this record. */
  slice(count: number): Uint8Array {
    this.#need(count)
    this.at += count
    return this.bytes.subarray(this.at - count, this.at)
  }

  skip(count: number): void {
    let left = count
    while (left > this.end - this.at) {
      left -= this.end - this.at
      this.#continue()
    }
    this.at += left
  }

  /** `count` characters of two bytes each, or of one where `wide` is not set; a continuation says anew which. */
  characters(count: number, wide: boolean): string {
    let text = ''
    let isWide = wide
    for (let left = count; left > 0;) {
      if (this.at === this.end) {
        this.#continue()
        isWide = (this.byte() & 1) === 1
      }
      const here = Math.min(left, isWide ? (this.end - this.at) >> 1 : this.end - this.at)
      if (here === 0) throw damaged()
      const stop = this.at + (isWide ? 2 * here : here)
      text += this.#codes(this.at, stop, isWide ? 2 : 1)
      this.at = stop
      left -= here
    }
    return text
  }

  /** A code of UTF-16 for each `step` bytes: a character may be cut in two where a record ends. */
  #codes(start: number, end: number, step: 1 | 2): string {
    let text = ''
    for (let from = start; from < end; from += step * CODES_AT_ONCE) {
      const codes: number[] = []
      const to = Math.min(end, from + step * CODES_AT_ONCE)
      for (let at = from; at < to; at += step)
        codes.push(step === 1 ? this.bytes[at]! : this.#view.getUint16(at, true))
      text += String.fromCharCode(...codes)
    }
    return text
  }

  /** Throws unless so many bytes are left; what is in one piece may begin a continuation. */
  #need(count: number): void {
    if (this.at === this.end && this.nextId === RECORD.continue) this.#continue()
    if (this.at + count > this.end) throw damaged()
  }

  #continue(): void {
    if (this.nextId !== RECORD.continue) throw damaged()
    this.#open(this.id)
  }

  #open(id?: number): void {
    const start = this.#next
    if (id === undefined) this.offset = start
    this.id = id ?? this.#view.getUint16(start, true)
    this.at = start + 4
    this.end = this.at + this.#view.getUint16(start + 2, true)
    if (this.end > this.bytes.length) throw damaged()
    this.#next = this.end
  }
}

const damaged = (): Problem<'spreadsheet-damaged'> => new Problem('spreadsheet-damaged', { part: '' })
