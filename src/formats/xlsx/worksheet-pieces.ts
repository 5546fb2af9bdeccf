import { Problem } from '../../problem/problem.ts'
import type { Column } from '../../table/column.ts'
import { BLANK } from '../../table/dictionary.ts'
import type { Table } from '../../table/table.ts'
import { BytePieces } from '../byte-pieces.ts'
import { entryBytes, type EntryBytes } from '../entry-bytes.ts'
import { cellName, columnLetters } from '../spreadsheet/cell-range.ts'
import { columnWidth, isSafeNumber, sharedDecimals } from '../spreadsheet/column-look.ts'
import { isMoment, serialOfDate } from '../spreadsheet/serial-date.ts'
import { xmlText } from '../spreadsheet/xml-text.ts'
import { escapeText } from './escaped-text.ts'
import { SHEET_END, sheetStart, STRINGS_END, stringsStart, STYLE } from './package-parts.ts'

/** Excel's own limit, in UTF-16 units. */
const LONGEST_TEXT = 32_767

/** How the columns of a table are written. */
export interface WrittenColumns {
  /** Number of the first shared text of each column; its dictionary entries that are text follow one another. */
  firstString: number[]
  /** Number of the shared text that is the first column's name. */
  firstName: number
  /** Numbers of decimals that have a style of their own. */
  decimals: number[]
}

/** Throws Problem `cell-too-long`. */
export function writtenColumns({ columns }: Table): WrittenColumns {
  const firstString: number[] = []
  let next = 0
  const decimals = new Set<number>()
  for (const column of columns) {
    firstString.push(next)
    const { dictionary } = column
    for (let code = BLANK + 1; code < dictionary.size; code++) {
      if (dictionary.end(code) - dictionary.start(code) > LONGEST_TEXT) refuseLongText(column, code)
      if (isText(column, code)) next++
    }
    const shared = sharedDecimals(column)
    if (shared > 0) decimals.add(shared)
  }
  return { firstString, firstName: next, decimals: [...decimals].sort((a, b) => a - b) }
}

function refuseLongText({ name, dictionary }: Column, code: number): void {
  const { length } = dictionary.text(code)
  if (length > LONGEST_TEXT) throw new Problem('cell-too-long', { column: name, length, most: LONGEST_TEXT })
}

const encoder = new TextEncoder()
const encode = (text: string): Uint8Array => encoder.encode(text)

const isText = ({ type, dictionary }: Column, code: number): boolean => {
  if (type === 'text' || dictionary.isUnconverted(code)) return true
  if (type === 'number') return !isSafeNumber(dictionary.text(code))
  return type === 'date' && serialOfDate(dictionary.text(code)) === null
}

const NOTHING = new Uint8Array()

/** What follows the place of a cell for each dictionary entry: ` t="s"><v>12</v></c>`. */
function cellEnds(column: Column, firstString: number, decimals: readonly number[]): EntryBytes {
  const shared = sharedDecimals(column)
  const numberStyle = shared === 0 ? STYLE.plain : STYLE.decimals + decimals.indexOf(shared)
  const styled = (style: number): string => (style === STYLE.plain ? '' : ` s="${style}"`)
  const { dictionary, type } = column
  let string = firstString
  return entryBytes(column, (code) => {
    if (code === BLANK) return NOTHING
    if (isText(column, code)) {
      const end = encode(` s="${STYLE.text}" t="s"><v>${string++}</v></c>`)
      return dictionary.isEmpty(code) ? NOTHING : end
    }
    const text = dictionary.text(code)
    if (type === 'number') return encode(`${styled(numberStyle)}><v>${text}</v></c>`)
    if (type === 'boolean') return encode(` t="b"><v>${text === 'true' ? 1 : 0}</v></c>`)
    return encode(` s="${isMoment(text) ? STYLE.moment : STYLE.date}"><v>${serialOfDate(text)}</v></c>`)
  })
}

export function* worksheetPieces(
  { columns, rowCount }: Table,
  { firstString, firstName, decimals }: WrittenColumns,
): Generator<Uint8Array> {
  const pieces = new BytePieces()
  const last = cellName(rowCount, Math.max(0, columns.length - 1))
  pieces.add(encode(sheetStart(columns.map(columnWidth), last)))
  const names = columns.map(
    (_, at) => `<c r="${cellName(0, at)}" s="${STYLE.header}" t="s"><v>${firstName + at}</v></c>`,
  )
  pieces.add(encode(`<row r="1">${names.join('')}</row>`))
  const written = columns.map((column, at) => ({
    codes: column.codes,
    start: encode(`<c r="${columnLetters(at)}`),
    ...cellEnds(column, firstString[at]!, decimals),
  }))
  const rowStart = encode('<row r="')
  const rowOpened = encode('">')
  const rowEnd = encode('</row>')
  for (let row = 0; row < rowCount; row++) {
    const number = encode(String(row + 2))
    pieces.add(rowStart)
    pieces.add(number)
    pieces.add(rowOpened)
    for (const { codes, start, bytes, ends } of written) {
      const code = codes[row]!
      const from = code === 0 ? 0 : ends[code - 1]!
      const to = ends[code]!
      if (from === to) continue
      pieces.add(start)
      pieces.add(number)
      pieces.addByte(34)
      pieces.add(bytes, from, to)
    }
    pieces.add(rowEnd)
    if (pieces.full) yield pieces.take()
  }
  pieces.add(encode(SHEET_END))
  yield pieces.take()
}

/** The texts of cells, those of a column after those of the one before, then the names. */
export function* sharedStringPieces({ columns }: Table): Generator<Uint8Array> {
  const pieces = new BytePieces()
  pieces.add(encode(stringsStart))
  const add = (text: string): void => {
    pieces.add(encode(`<si><t xml:space="preserve">${xmlText(escapeText(text))}</t></si>`))
  }
  for (const column of columns) {
    const { dictionary } = column
    for (let code = BLANK + 1; code < dictionary.size; code++) {
      if (isText(column, code)) add(dictionary.text(code))
      if (pieces.full) yield pieces.take()
    }
  }
  for (const { name } of columns) add(name)
  pieces.add(encode(STRINGS_END))
  yield pieces.take()
}
