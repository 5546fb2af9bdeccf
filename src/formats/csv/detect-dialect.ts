import { sampleRecords, type SampleRecord } from './sample-records.ts'

export const SEPARATORS = [';', ',', 'tab', '|', 'none'] as const
export type Separator = (typeof SEPARATORS)[number]
export const QUOTES = ['"', "'", 'none'] as const
export type Quote = (typeof QUOTES)[number]

export const separatorText = (separator: Separator): string | null =>
  separator === 'none' ? null : separator === 'tab' ? '\t' : separator

export const quoteText = (quote: Quote): string | null => (quote === 'none' ? null : quote)

export interface Dialect {
  separator: Separator
  quote: Quote
  records: SampleRecord[]
  /** Records of the sample that are not blank, and how many of them have the most frequent number of cells. */
  filledRecords: number
  usualRecords: number
  usualWidth: number
  quotedCells: number
}

const RECORDS = 2000
/** One column is what remains when no separator cuts a good part of the lines alike. */
const ONE_COLUMN = 0.18

/** The cutting under which the sample is most regular; what is chosen already is not tried otherwise. */
export function detectDialect(
  sample: string,
  chosen: { separator?: Separator | undefined; quote?: Quote | undefined },
): Dialect {
  const quotes: readonly Quote[] = chosen.quote === undefined ? ['"', "'"] : [chosen.quote]
  const separators = chosen.separator === undefined ? SEPARATORS : [chosen.separator]
  let best: Dialect | null = null
  let bestScore = -1
  for (const quote of quotes) {
    if (quote === "'" && chosen.quote === undefined && !sample.includes("'")) continue
    for (const separator of separators) {
      const text = separatorText(separator)
      if (text !== null && chosen.separator === undefined && !sample.includes(text)) continue
      const { dialect, score } = tryDialect(sample, separator, quote, chosen.quote === undefined)
      if (score > bestScore) {
        best = dialect
        bestScore = score
      }
    }
  }
  return best ?? tryDialect(sample, chosen.separator ?? 'none', chosen.quote ?? '"', false).dialect
}

function tryDialect(sample: string, separator: Separator, quote: Quote, mustPay: boolean) {
  const { records, strayQuotes } = sampleRecords(sample, separatorText(separator), quoteText(quote), RECORDS)
  const filled = records.filter(isFilled)
  const counts = new Map<number, number>()
  for (const { cells } of filled) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let usualWidth = 1
  let usualRecords = 0
  for (const [width, count] of counts) {
    if (count * (1 - 1 / (width + 1)) > usualRecords * (1 - 1 / (usualWidth + 1))) {
      usualWidth = width
      usualRecords = count
    }
  }
  const quotedCells = records.reduce((sum, record) => sum + record.quotedCells, 0)
  const dialect: Dialect = {
    separator,
    quote,
    records,
    filledRecords: filled.length,
    usualRecords,
    usualWidth,
    quotedCells,
  }
  const share = filled.length === 0 ? 0 : usualRecords / filled.length
  let score =
    separator === 'none'
      ? ONE_COLUMN
      : usualWidth === 1
        ? ONE_COLUMN / 2
        : share * (1 - 1 / usualWidth ** 1.5) * cleanShare(filled, separator)
  // An apostrophe is a quote only where it closes what it opens, most of the time.
  if (quote === "'" && mustPay) score *= quotedCells > 2 && strayQuotes === 0 ? 1.01 : 0
  score *= 1 - Math.min(0.5, strayQuotes / (filled.length + 1))
  return { dialect, score }
}

export const isFilled = (record: SampleRecord): boolean =>
  record.quotedCells > 0 || record.cells.some((cell) => cell.trim() !== '')

/** Cells cut by a wrong separator hold the right one; a comma cuts decimals and leaves blanks in front of words. */
function cleanShare(records: readonly SampleRecord[], separator: Separator): number {
  let cells = 0
  let unclean = 0
  for (const record of records.slice(0, 300)) {
    for (const cell of record.cells) {
      if (cell === '') continue
      cells++
      if (
        record.quotedCells === 0 &&
        (cell.includes('\t') ||
          (separator !== ';' && cell.includes(';')) ||
          (separator !== '|' && cell.includes('|')))
      )
        unclean++
    }
  }
  return cells === 0 ? 1 : 1 - (0.8 * unclean) / cells
}
