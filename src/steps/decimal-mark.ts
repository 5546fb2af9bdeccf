import { countCodes, type Column } from '../table/column.ts'
import { BLANK, type Dictionary } from '../table/dictionary.ts'
import { plainAmounts } from './plain-amounts.ts'
import { isAmbiguous, readNumber, type DecimalMark } from './read-number.ts'

/** What the values of a column say about how its decimals are written. Counts are of cells. */
export interface MarkEvidence {
  /** Cells that are numbers only with a decimal comma, and only with a decimal point; not counted when nothing is ambiguous. */
  comma: number
  point: number
  /** Cells that are numbers with both, and not the same one. */
  ambiguous: number
  /** The most frequent of them. */
  example: string | null
  /** What the ambiguous cells should be read with; `null` when the other values do not settle it. */
  mark: DecimalMark | null
}

/** A mark is settled when at most one cell in this many speaks for the other. */
const CLEAR = 10

/** Looks at the distinct values of a column, or at one `every` so many of them. */
export function markEvidence(column: Column, every = 1): MarkEvidence {
  const { dictionary } = column
  if (plainAmounts(column) !== null || !hasThousandths(dictionary, every)) {
    return { comma: 0, point: 0, ambiguous: 0, example: null, mark: null }
  }
  const counts = countCodes(column)
  const found = { comma: 0, point: 0, ambiguous: 0 }
  let example: string | null = null
  let most = 0
  for (let code = BLANK + 1; code < dictionary.size; code += every) {
    const cells = counts[code]!
    if (cells === 0 || (column.type === 'number' && !dictionary.isUnconverted(code))) continue
    const text = dictionary.text(code)
    if (!/[.,]/.test(text)) continue
    const reading = readNumber(text)
    if (reading === null) continue
    if (isAmbiguous(reading)) {
      found.ambiguous += cells
      if (cells > most) {
        example = text
        most = cells
      }
    } else if (reading.comma === null) found.point += cells
    else if (reading.point === null) found.comma += cells
  }
  const { comma, point } = found
  const mark = comma > point * CLEAR ? 'comma' : point > comma * CLEAR ? 'point' : null
  return { ...found, example, mark }
}

/** Whether some entry has a sign followed by three digits and no more, without which nothing is ambiguous. Nothing is decoded. */
function hasThousandths({ bytes, ends, size }: Dictionary, every: number): boolean {
  for (let code = BLANK + 1; code < size; code += every) {
    const end = ends[code]!
    let digits = -1
    for (let i = ends[code - 1]!; i < end; i++) {
      const byte = bytes[i]!
      if (byte === POINT || byte === COMMA) {
        if (digits === 3) return true
        digits = 0
      } else if (digits >= 0) {
        if (byte >= ZERO && byte <= NINE) digits++
        else if (digits === 3) return true
        else digits = -1
      }
    }
    if (digits === 3) return true
  }
  return false
}

const COMMA = 0x2c
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39
