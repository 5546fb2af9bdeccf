import type { WrittenRecord } from '../written-record.ts'
import { separatorEnd, SPACES } from './separators.ts'

export interface SampleRecords {
  records: WrittenRecord[]
  /** Quotes that open a cell and that nothing closes. */
  strayQuotes: number
}

/** Signs that cut a sample: the separator as in the text, the quote, and what escapes a quote besides itself. */
export interface Signs {
  separator: string | null
  quote: string | null
  escape: string | null
}

/** Cuts a sample into records by the same rules as `CellScanner`, with strings, for detection only. */
export function sampleRecords(text: string, signs: Signs, limit = Infinity): SampleRecords {
  const { separator, quote } = signs
  const first = separator === null ? null : separator[0]!
  const simple = separator?.length === 1
  const records: WrittenRecord[] = []
  let strayQuotes = 0
  let line = 1
  let at = 0
  while (at < text.length && records.length < limit) {
    const record: WrittenRecord = { line, cells: [], quotedCells: 0 }
    let breaks = 0
    if (separator === SPACES) while (text[at] === ' ') at++
    for (;;) {
      const close = quote !== null && text[at] === quote ? closingQuote(text, at, signs, quote) : null
      if (close?.stray === true) strayQuotes++
      let after = 0
      if (close !== null && close.at >= 0) {
        record.cells.push(unescaped(text.slice(at + 1, close.at), quote!, signs.escape))
        record.quotedCells++
        breaks += close.breaks
        at = close.at + 1
        after = separatorEnd(text, at, separator)
      } else {
        const start = at
        for (; at < text.length && text[at] !== '\n' && text[at] !== '\r'; at++) {
          if (text[at] !== first) continue
          after = simple ? at + 1 : separatorEnd(text, at, separator)
          if (after > 0) break
        }
        record.cells.push(text.slice(start, at))
      }
      if (after === 0) break
      at = after
    }
    records.push(record)
    line += breaks + 1
    if (at < text.length) at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return { records, strayQuotes }
}

interface Closing {
  /** Position of the closing quote, below zero if there is none. */
  at: number
  breaks: number
  /** Whether a quote is too many, or opens what nothing closes. */
  stray: boolean
}

function closingQuote(text: string, start: number, { separator, escape }: Signs, quote: string): Closing {
  const endsCell = (at: number): boolean =>
    at >= text.length || text[at] === '\n' || text[at] === '\r' || separatorEnd(text, at, separator) > 0
  const isAfterSeparator = (at: number): boolean =>
    separator !== null && at - separator.length > start && text.startsWith(separator, at - separator.length)
  let unclosed: Closing = { at: -1, breaks: 0, stray: true }
  let breaks = 0
  let stray = false
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!
    if (character === escape && character !== quote) {
      if (text[at + 1] === quote || text[at + 1] === escape) at++
    } else if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) {
      breaks++
      if (stray) return unclosed
    } else if (character === quote) {
      if (text[at + 1] === quote) {
        if (breaks === 0 && unclosed.at < 0 && endsCell(at + 2)) unclosed = { ...unclosed, at: at + 1 }
        at++
      } else if (endsCell(at + 1)) return { at, breaks, stray: false }
      else if (breaks > 0 || isAfterSeparator(at)) return unclosed
      else stray = true
    }
  }
  return unclosed
}

function unescaped(text: string, quote: string, escape: string | null): string {
  if (escape === null) return text.replaceAll(quote + quote, quote)
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const next = text[at + 1]
    const drops =
      (text[at] === escape && (next === quote || next === escape)) || (text[at] === quote && next === quote)
    if (drops) at++
    result += text[at]!
  }
  return result
}
