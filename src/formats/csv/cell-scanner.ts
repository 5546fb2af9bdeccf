import { Problem } from '../../problem/problem.ts'
import { HASH_START, hashBytes, mixWord } from '../../table/byte-hash.ts'
import { ColumnBuilder, type Column } from '../../table/column.ts'
import type { CellQueue } from '../../table/dictionary.ts'

const LF = 10
const CR = 13
const SPACE = 32
const UNFINISHED = -1
const NOT_QUOTED = -2
/** A quoted cell that is not closed within so many bytes is taken for a stray quote. */
const LONGEST_QUOTED_CELL = 16 << 20
const NOTED_ROWS = 1000
/** Bytes after the text that the scanner reads and overwrites, so that it can look at four at a time. */
export const AFTER = 4
/** Cells of a column that are looked up together; less in tables so wide that their queues would take much memory. */
const QUEUED_CELLS = 256
const FEW_QUEUED_CELLS = 8
const USUAL_COLUMNS = 256
/** More rows than this are a wrong guess. */
const MOST_ROWS = 1e8
/** A spreadsheet stops at 16,384; a row with more is no row of a table. */
const MOST_COLUMNS = 20_000

/** How to cut bytes into cells. */
export interface Cutting {
  /** Bytes of the separator; `null`: one column, lines are not cut; `spaces`: two or more spaces, those that begin a line aside. */
  separator: Uint8Array | 'spaces' | null
  /** Bytes below 128. */
  quote: number | null
  /** Byte that makes a quote after it, inside quotes, a letter like another; `null` if only doubled quotes are so. */
  escape: number | null
  /** Line (from 1) of the column names; 0 if there are none. */
  headerRow: number
  /** Filled records that name the columns, from that line on. */
  headerRows: number
  /** Lines set aside at the top when there are no column names. */
  skipLines: number
  /** Columns expected at least, besides those that have a name. */
  width: number
  /** Bytes that there are in all, about: room is made for as many rows as they will have. */
  size: number
}

/** Some rows counted, the first thousand of them by number (from 0). */
export interface RowTally {
  count: number
  rows: number[]
}

/** What the scanner saw besides cells. */
export interface Scanned {
  columns: Column[]
  rowCount: number
  /** Columns that the header, or the expected width, gives; further ones come from longer rows. */
  width: number
  /** Cells of the lines above the header, and of the records of the header, as bytes in the file's own encoding. */
  titles: Uint8Array[][]
  headers: Uint8Array[][] | null
  shortRows: RowTally
  longRows: RowTally
  blankRows: RowTally
  blankEdgeRows: number
  /** Lines (from 1) where a quote opens that nothing closes. */
  strayQuotes: RowTally
  lineEnds: { lf: number; crlf: number; cr: number }
}

const tally = (): RowTally => ({ count: 0, rows: [] })

function note(noted: RowTally, row: number): void {
  noted.count++
  if (noted.rows.length < NOTED_ROWS) noted.rows.push(row)
}

/**
 * Cuts UTF-8 (or any ASCII-compatible) bytes into dictionary columns without making a string or an object per cell.
 * Each byte is looked at once: the hash of an unquoted cell is made while looking for its end.
 */
export class CellScanner {
  /** First byte of the separator, and all of them where there are several. */
  readonly #separator: number
  readonly #longSeparator: Uint8Array | null
  readonly #spaces: boolean
  readonly #quote: number
  readonly #escape: number
  readonly #headerRow: number
  readonly #headerRows: number
  readonly #skipLines: number
  readonly #columns: ColumnBuilder[] = []
  /** Cells of each column whose bytes are still in the piece being scanned. */
  readonly #queues: CellQueue[] = []
  #width: number
  /** Columns up to the last that the header names. */
  #namedWidth: number
  #inHead: boolean
  #head: Uint8Array[] = []
  readonly #headers: Uint8Array[][] = []
  readonly #titles: Uint8Array[][] = []
  /** Position in the record being read. */
  #column = 0
  #row = 0
  #filled = false
  #quotedBlank = false
  #extraCell = false
  /** Line (from 1) at which the record begins, and line breaks in it so far. */
  #line = 1
  #breaks = 0
  #blankRun = 0
  #blankTop = 0
  readonly #shortRows = tally()
  readonly #longRows = tally()
  readonly #blankRows = tally()
  readonly #strayQuotes = tally()
  #strayAt = ''
  #lf = 0
  #crlf = 0
  #cr = 0
  /** Set by `#closingQuote`. */
  #inner = 0
  #innerBreaks = 0
  #unescaped = new Uint8Array(256)
  readonly #size: number
  #read = 0

  constructor(cutting: Cutting) {
    this.#size = cutting.size
    const { separator } = cutting
    this.#spaces = separator === 'spaces'
    this.#separator = separator === null ? -1 : separator === 'spaces' ? SPACE : separator[0]!
    this.#longSeparator =
      separator === null || separator === 'spaces' || separator.length === 1 ? null : separator
    this.#quote = cutting.quote ?? -1
    this.#escape = cutting.escape ?? -1
    this.#headerRow = cutting.headerRow
    this.#headerRows = cutting.headerRows
    this.#skipLines = cutting.skipLines
    this.#width = cutting.width
    this.#namedWidth = this.#width
    this.#inHead = cutting.headerRow > 0 || cutting.skipLines > 0
    if (!this.#inHead) this.#makeColumns(this.#width)
  }

  /**
   * Reads the cells that end within `bytes[0, length)` and returns where the first unfinished one begins: the caller
   * gives the bytes from there on again, followed by more. The `AFTER` bytes from `bytes[length]` on must be there, and are
   * overwritten. With `last` everything is read. Throws Problem `too-many-columns`.
   */
  scan(bytes: Uint8Array, length: number, last: boolean): number {
    bytes.fill(LF, length, length + AFTER)
    const used = this.#cut(bytes, length, last)
    // Names have no columns yet that would be counted.
    if (this.#head.length > MOST_COLUMNS) this.#refuse(this.#head.length)
    this.#columns.forEach((column, index) => column.addQueued(bytes, this.#queues[index]!))
    this.#read += used
    const rows = Math.ceil((this.#row * this.#size) / this.#read)
    if (!last && rows < MOST_ROWS) for (const column of this.#columns) column.expect(rows)
    return used
  }

  #cut(bytes: Uint8Array, length: number, last: boolean): number {
    const view = new DataView(bytes.buffer, bytes.byteOffset, length + AFTER)
    const separator = this.#separator
    const separators = Math.imul(separator, 0x01010101)
    const quote = this.#quote
    const spaces = this.#spaces
    const simple = this.#longSeparator === null && !spaces
    let position = 0
    for (;;) {
      let start = position
      let after = 0
      if (spaces && this.#column === 0) {
        while (bytes[position] === SPACE) position++
        if (position >= length && !last) return start
        start = position
      }
      let byte = bytes[position]!
      let quoted = false
      if (byte === quote && position < length) {
        const close = this.#closingQuote(bytes, start, length, last)
        if (close === UNFINISHED) return start
        if (close === NOT_QUOTED) this.#noteStrayQuote()
        else {
          quoted = true
          this.#addQuoted(bytes, start + 1, close)
          position = close + 1
          byte = bytes[position]!
          if (byte === separator && !simple && position < length) {
            after = this.#separatorEnd(bytes, position, length, last)
          }
        }
      }
      if (!quoted) {
        let hash = HASH_START
        let ended = false
        if (simple) {
          // Four bytes at a time: the highest bit of a byte of `stops` is set where the first one below 14 or equal to the separator is.
          for (;;) {
            const word = view.getInt32(position, true)
            const other = word ^ separators
            const stops = (((word - 0x0e0e0e0e) & ~word) | ((other - 0x01010101) & ~other)) & 0x80808080
            if (stops === 0) {
              hash = mixWord(hash, word)
              position += 4
              continue
            }
            const bits = (31 - Math.clz32(stops & -stops)) & 24
            position += bits >>> 3
            byte = (word >>> bits) & 0xff
            if (bits > 0) hash = mixWord(hash, word & ((1 << bits) - 1))
            ended = byte === separator || byte === LF || byte === CR
            break
          }
        }
        if (!ended) {
          byte = bytes[position]!
          for (;;) {
            while (byte !== separator && byte !== LF && byte !== CR) byte = bytes[++position]!
            if (simple || byte !== separator) break
            after = this.#separatorEnd(bytes, position, length, last)
            if (after === UNFINISHED) return start
            if (after > 0) break
            byte = bytes[++position]!
          }
          hash = hashBytes(bytes, start, position)
        }
        if (position >= length) {
          if (!last) return start
          if (position === start && this.#column === 0) return length
        } else if (byte === CR && position + 1 === length && !last) return start
        if (position > start) {
          if (this.#inHead) this.#head.push(bytes.slice(start, position))
          else this.#addCell(bytes, hash, start, position)
        } else if (this.#inHead) this.#head.push(bytes.slice(start, start))
      }
      if (byte === separator) {
        this.#column++
        position = simple ? position + 1 : after
        continue
      }
      if (position >= length) {
        this.#endRecord()
        return length
      }
      if (byte === LF) {
        this.#lf++
        position++
      } else if (position + 1 < length && bytes[position + 1] === LF) {
        this.#crlf++
        position += 2
      } else {
        this.#cr++
        position++
      }
      this.#endRecord()
    }
  }

  #addCell(bytes: Uint8Array, hash: number, start: number, end: number): void {
    const column = this.#column
    if (column >= this.#queues.length) this.#makeColumns(column + 1)
    const queue = this.#queues[column]!
    const at = queue[0]!
    queue[at] = hash
    queue[at + 1] = this.#row
    queue[at + 2] = start
    queue[at + 3] = end
    queue[0] = at + 4
    if (at + 4 === queue.length) this.#columns[column]!.addQueued(bytes, queue)
    this.#filled = true
    if (column >= this.#width) this.#extraCell = true
  }

  finish(): Scanned {
    const rowCount = this.#row - this.#blankRun
    if (this.#inHead) this.#makeColumns(this.#width)
    for (const column of this.#columns) column.codes.padTo(rowCount)
    return {
      columns: this.#columns.map((column) => {
        const finished = column.finish('')
        return finished.codes.length === rowCount
          ? finished
          : { ...finished, codes: finished.codes.slice(0, rowCount) }
      }),
      rowCount,
      width: this.#width,
      titles: this.#titles,
      headers: this.#headers.length === 0 ? null : this.#headers,
      shortRows: this.#shortRows,
      longRows: this.#longRows,
      blankRows: this.#blankRows,
      blankEdgeRows: this.#blankTop + this.#blankRun,
      strayQuotes: this.#strayQuotes,
      lineEnds: { lf: this.#lf, crlf: this.#crlf, cr: this.#cr },
    }
  }

  /** Throws Problem `too-many-columns`. */
  #makeColumns(count: number): void {
    if (count > MOST_COLUMNS) this.#refuse(count)
    while (this.#columns.length < count) {
      const cells = this.#columns.length < USUAL_COLUMNS ? QUEUED_CELLS : FEW_QUEUED_CELLS
      const queue = new Int32Array(4 * (1 + cells))
      queue[0] = 4
      this.#queues.push(queue)
      this.#columns.push(new ColumnBuilder())
    }
  }

  #refuse(columns: number): never {
    throw new Problem('too-many-columns', { columns, line: this.#line })
  }

  #endRecord(): void {
    const cells = this.#column + 1
    if (this.#inHead) this.#endHeadRecord()
    else if (!this.#filled && !this.#quotedBlank) {
      if (this.#row === 0) this.#blankTop++
      else {
        this.#row++
        this.#blankRun++
      }
    } else {
      for (; this.#blankRun > 0; this.#blankRun--) note(this.#blankRows, this.#row - this.#blankRun)
      if (cells < this.#namedWidth) note(this.#shortRows, this.#row)
      else if (this.#extraCell) note(this.#longRows, this.#row)
      this.#row++
    }
    this.#column = 0
    this.#filled = false
    this.#quotedBlank = false
    this.#extraCell = false
    this.#line += this.#breaks + 1
    this.#breaks = 0
    if (this.#inHead && this.#headerRow === 0 && this.#line > this.#skipLines) {
      this.#inHead = false
      this.#makeColumns(this.#width)
    }
  }

  #endHeadRecord(): void {
    const cells = this.#head
    this.#head = []
    const isBlank = cells.every((cell) => cell.every((byte) => byte <= SPACE))
    const isNames =
      this.#headerRow > 0 &&
      this.#line + this.#breaks >= this.#headerRow &&
      (!isBlank || (this.#headerRows === 1 && this.#line >= this.#headerRow))
    if (!isNames) {
      this.#titles.push(cells)
      return
    }
    this.#headers.push(cells)
    this.#width = Math.max(this.#width, cells.length)
    this.#namedWidth = Math.max(
      this.#namedWidth,
      1 + cells.findLastIndex((cell) => cell.some((byte) => byte > SPACE)),
    )
    if (this.#headers.length < this.#headerRows) return
    this.#inHead = false
    this.#makeColumns(this.#width)
  }

  /** Where the separator that begins at `position` with its first byte ends; 0 if it is none after all. */
  #separatorEnd(bytes: Uint8Array, position: number, length: number, last: boolean): number {
    let at = position + 1
    if (this.#spaces) {
      while (at < length && bytes[at] === SPACE) at++
      if (at >= length && !last) return UNFINISHED
      return at - position > 1 ? at : 0
    }
    const separator = this.#longSeparator
    if (separator === null) return at
    for (let i = 1; i < separator.length; i++, at++) {
      if (at >= length) return last ? 0 : UNFINISHED
      if (bytes[at] !== separator[i]) return 0
    }
    return at
  }

  /** Takes the content of a quoted cell, whose bounds and doubled quotes `#closingQuote` has just found. */
  #addQuoted(bytes: Uint8Array, start: number, end: number): void {
    this.#breaks += this.#innerBreaks
    let source = bytes
    if (this.#inner > 0) {
      if (this.#unescaped.length < end - start) this.#unescaped = new Uint8Array(2 * (end - start))
      source = this.#unescaped
      end = unescapeInto(source, bytes, start, end, this.#quote, this.#escape)
      start = 0
    }
    if (this.#inHead) {
      this.#head.push(source.slice(start, end))
      return
    }
    if (start === end) {
      this.#quotedBlank = true
      return
    }
    const hash = hashBytes(source, start, end)
    if (source === bytes) this.#addCell(bytes, hash, start, end)
    else {
      // Bytes that are not in the piece cannot wait, nor be looked up before cells of rows above.
      if (this.#column < this.#columns.length)
        this.#columns[this.#column]!.addQueued(bytes, this.#queues[this.#column]!)
      this.#addCell(source, hash, start, end)
      this.#columns[this.#column]!.addQueued(source, this.#queues[this.#column]!)
    }
  }

  /**
   * Where the quoted cell that opens at `start` closes: at a quote followed by a separator or a line end. A quote followed by
   * anything else belongs to the text, but then the cell must close on the line where it opened: otherwise the opening
   * quote was a stray one and the cell is read as it stands.
   */
  #closingQuote(bytes: Uint8Array, start: number, length: number, last: boolean): number {
    const quote = this.#quote
    const escape = this.#escape
    let position = start + 1
    let inner = 0
    let breaks = 0
    let stray = false
    let doubledEnd = NOT_QUOTED
    let innerBefore = 0
    for (;;) {
      while (position < length && bytes[position] !== quote) {
        const byte = bytes[position++]!
        if (byte === escape) {
          if (position >= length && !last) return UNFINISHED
          const escaped = bytes[position]
          if (position < length && (escaped === quote || escaped === escape)) {
            inner++
            position++
          }
          continue
        }
        if (byte === LF || (byte === CR && bytes[position] !== LF)) breaks++
        if (stray && breaks > 0) return this.#unclosed(doubledEnd, innerBefore)
      }
      if (position >= length) {
        if (!last && length - start <= LONGEST_QUOTED_CELL) return UNFINISHED
        return this.#unclosed(doubledEnd, innerBefore)
      }
      if (position + 1 >= length && !last) return UNFINISHED
      const next = bytes[position + 1]!
      if (next === quote && position + 1 < length) {
        if (breaks === 0 && doubledEnd === NOT_QUOTED) {
          const ends = this.#endsCell(bytes, position + 2, length, last)
          if (ends === UNFINISHED) return UNFINISHED
          if (ends > 0) {
            doubledEnd = position + 1
            innerBefore = inner + 1
          }
        }
        inner++
        position += 2
        continue
      }
      const ends = this.#endsCell(bytes, position + 1, length, last)
      if (ends === UNFINISHED) return UNFINISHED
      if (ends > 0) {
        this.#inner = inner
        this.#innerBreaks = breaks
        return position
      }
      stray = true
      if (breaks > 0 || this.#isAfterSeparator(bytes, position, start)) {
        return this.#unclosed(doubledEnd, innerBefore)
      }
      inner++
      position++
    }
  }

  /** Whether a separator ends before `position`: a quote there opens a cell, so that the quote at `start` opened none. */
  #isAfterSeparator(bytes: Uint8Array, position: number, start: number): boolean {
    const separator = this.#longSeparator
    if (this.#spaces)
      return position - start > 2 && bytes[position - 1] === SPACE && bytes[position - 2] === SPACE
    if (separator === null) return position - start > 1 && bytes[position - 1] === this.#separator
    const from = position - separator.length
    return from > start && separator.every((byte, at) => bytes[from + at] === byte)
  }

  /** Above zero if a separator or a line end stands at `position`, 0 if not, or UNFINISHED. */
  #endsCell(bytes: Uint8Array, position: number, length: number, last: boolean): number {
    if (position >= length) return last ? 1 : UNFINISHED
    const byte = bytes[position]!
    if (byte === LF) return 1
    if (byte === CR) return position + 1 < length || last ? 1 : UNFINISHED
    return byte === this.#separator ? this.#separatorEnd(bytes, position, length, last) : 0
  }

  /** A cell that nothing closes ends at a doubled quote before a separator, where one quote is too many; otherwise it is not quoted. */
  #unclosed(doubledEnd: number, inner: number): number {
    if (doubledEnd === NOT_QUOTED) return NOT_QUOTED
    this.#inner = inner
    this.#innerBreaks = 0
    this.#noteStrayQuote()
    return doubledEnd
  }

  #noteStrayQuote(): void {
    const line = this.#line + this.#breaks
    // The cell may be looked at again when more bytes have come.
    const at = `${line} ${this.#column}`
    if (at !== this.#strayAt) note(this.#strayQuotes, line)
    this.#strayAt = at
  }
}

/** Copies a quoted cell's content with each doubled or escaped quote made one; returns the length written. */
function unescapeInto(
  target: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
  quote: number,
  escape: number,
): number {
  let length = 0
  for (let i = start; i < end; i++) {
    const next = i + 1 < end ? bytes[i + 1] : -1
    if (bytes[i] === escape && (next === quote || next === escape)) i++
    else if (bytes[i] === quote && next === quote) {
      target[length++] = quote
      i++
      continue
    }
    target[length++] = bytes[i]!
  }
  return length
}
