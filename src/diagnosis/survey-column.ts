import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'

/** What a distinct value looks like from its characters alone. */
const NOTHING = 0
/** Digits alone, without a zero in front. */
export const DIGITS = 1
/** Digits alone, more than one, with a zero in front. */
export const ZERO_DIGITS = 2
/** Digits with what amounts are written with: decimals, thousands, units, sign. It may still be no number. */
export const AMOUNT = 3
/** `2,1456E+13` */
export const SCIENTIFIC = 4
export const TEXT = 5

/** What the values of a text column look like. Made in one pass over the bytes of the dictionary; nothing is decoded. */
export interface ColumnSurvey {
  column: Column
  /** Cells by dictionary code. */
  counts: Uint32Array
  /** One of the kinds above, by dictionary code; NOTHING for entries that no row holds. */
  kinds: Uint8Array
  /** 1 by dictionary code for outer or double spaces. */
  untidy: Uint8Array
  filled: number
  /** Cells by kind. */
  cells: readonly number[]
  /** Cells of digits alone by number of digits, up to 32; the second of those with a zero in front. */
  lengths: readonly number[]
  zeroLengths: readonly number[]
  untidyCells: number
  /** Whether some value has a line break inside. */
  lineBreaks: boolean
}

const surveys = new WeakMap<Column, ColumnSurvey>()

/** Looks a text column over; kept, since columns never change. */
export function surveyColumn(column: Column): ColumnSurvey {
  const known = surveys.get(column)
  if (known !== undefined) return known
  const { dictionary } = column
  const { bytes, ends } = dictionary
  const counts = countCodes(column)
  const kinds = new Uint8Array(dictionary.size)
  const untidy = new Uint8Array(dictionary.size)
  const cells = [0, 0, 0, 0, 0, 0]
  const lengths = new Array<number>(LONGEST + 1).fill(0)
  const zeroLengths = [...lengths]
  let filled = 0
  let untidyCells = 0
  let lineBreaks = false
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    const held = counts[code]!
    if (held === 0) continue
    const start = ends[code - 1]!
    const end = ends[code]!
    look(bytes, start, end)
    let { kind } = seen
    if (kind === AMOUNT && seen.exponent && SCIENTIFIC_TEXT.test(dictionary.text(code))) kind = SCIENTIFIC
    kinds[code] = kind
    cells[kind]! += held
    filled += held
    const length = end - start
    if (length <= LONGEST) {
      if (kind === DIGITS) lengths[length]! += held
      else if (kind === ZERO_DIGITS) zeroLengths[length]! += held
    }
    if (seen.untidy) {
      untidy[code] = 1
      untidyCells += held
    }
    if (seen.lineBreak) lineBreaks = true
  }
  const survey = {
    column,
    counts,
    kinds,
    untidy,
    filled,
    cells,
    lengths,
    zeroLengths,
    untidyCells,
    lineBreaks,
  }
  surveys.set(column, survey)
  return survey
}

const LONGEST = 32
const SCIENTIFIC_TEXT = /^-?\d(?:[.,]\d+)?E\+?\d{1,2}$/i

/** What `look` saw; one object for all values, since there may be millions. */
const seen = { kind: NOTHING, exponent: false, untidy: false, lineBreak: false }

const PLUS = 0x2b

/** Byte classes. */
const OTHER = 0
const DIGIT = 1
const SPACE = 2
const BREAK = 3
const SIGN = 4
const UNIT = 5
const classes = new Uint8Array(256)
for (const byte of '0123456789') classes[byte.charCodeAt(0)] = DIGIT
for (const byte of ' \t') classes[byte.charCodeAt(0)] = SPACE
for (const byte of '\n\r') classes[byte.charCodeAt(0)] = BREAK
for (const byte of ".,'-()%$") classes[byte.charCodeAt(0)] = SIGN
for (const byte of 'kKMmdEURSeurso') classes[byte.charCodeAt(0)] = UNIT

function look(bytes: Uint8Array, start: number, end: number): void {
  let digits = 0
  let other = false
  let exponent = false
  let lineBreak = false
  let double = false
  let lastSpace = -1
  let firstSpace = false
  for (let i = start; i < end; i++) {
    const at = i
    let byte = classes[bytes[i]!]!
    if (byte === OTHER && bytes[i]! >= 0xc2) {
      // U+00A0, U+202F; ’ − € £ are what amounts are written with.
      if (bytes[i] === 0xc2) {
        if (bytes[i + 1] === 0xa0) byte = SPACE
        else if (bytes[i + 1] === 0xa3) byte = SIGN
      } else if (bytes[i] === 0xe2) {
        const two = (bytes[i + 1]! << 8) | bytes[i + 2]!
        if (two === 0x80af) byte = SPACE
        else if (two === 0x8099 || two === 0x8892 || two === 0x82ac) byte = SIGN
      }
      // The bytes that go on with the character.
      while (i + 1 < end && (bytes[i + 1]! & 0xc0) === 0x80) i++
    }
    if (byte === DIGIT) digits++
    else if (byte === SPACE) {
      if (at === start) firstSpace = true
      else if (lastSpace === at) double = true
      lastSpace = i + 1
    } else if (byte === BREAK) {
      if (at === start || i + 1 === end) firstSpace = true
      else lineBreak = true
      other = true
    } else if (byte === UNIT) {
      if ((bytes[i]! | 0x20) === 0x65) exponent = true
    } else if (byte === OTHER && !(bytes[i] === PLUS && exponent)) other = true
  }
  const length = end - start
  seen.exponent = exponent
  seen.lineBreak = lineBreak
  seen.untidy = firstSpace || double || (lastSpace === end && length > 0)
  if (digits === length && length > 0) seen.kind = bytes[start] === 0x30 && length > 1 ? ZERO_DIGITS : DIGITS
  else seen.kind = other || digits === 0 ? TEXT : AMOUNT
}
