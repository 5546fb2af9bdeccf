/** A record of the sample: its first line (from 1) and its cells. */
export interface SampleRecord {
  line: number
  cells: string[]
  /** Cells that are quoted. */
  quotedCells: number
}

export interface SampleRecords {
  records: SampleRecord[]
  /** Quotes that open a cell and that nothing closes. */
  strayQuotes: number
}

/** Cuts a sample into records by the same rules as `CellScanner`, with strings, for detection only. */
export function sampleRecords(
  text: string,
  separator: string | null,
  quote: string | null,
  limit = Infinity,
): SampleRecords {
  const records: SampleRecord[] = []
  let strayQuotes = 0
  let line = 1
  let at = 0
  while (at < text.length && records.length < limit) {
    const record: SampleRecord = { line, cells: [], quotedCells: 0 }
    let breaks = 0
    for (;;) {
      const close = quote !== null && text[at] === quote ? closingQuote(text, at, separator, quote) : null
      if (close !== null && close.at < 0) strayQuotes++
      if (close !== null && close.at >= 0) {
        record.cells.push(text.slice(at + 1, close.at).replaceAll(quote! + quote!, quote!))
        record.quotedCells++
        breaks += close.breaks
        at = close.at + 1
      } else {
        const start = at
        while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
        record.cells.push(text.slice(start, at))
      }
      if (at < text.length && text[at] === separator) at++
      else break
    }
    records.push(record)
    line += breaks + 1
    if (at < text.length) at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return { records, strayQuotes }
}

function closingQuote(text: string, start: number, separator: string | null, quote: string) {
  const none = { at: -1, breaks: 0 }
  let breaks = 0
  let stray = false
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) {
      breaks++
      if (stray) return none
    } else if (character === quote) {
      const next = text[at + 1]
      if (next === quote) at++
      else if (next === undefined || next === separator || next === '\n' || next === '\r')
        return { at, breaks }
      else if (breaks > 0) return none
      else stray = true
    }
  }
  return none
}
