import { cellKind } from '../cell-kind.ts'
import { isFilled, type WrittenRecord } from '../written-record.ts'
import { sampleRecords } from './sample-records.ts'
import { COMMON_SEPARATORS, RARE_SEPARATORS, separatorText, type Separator } from './separators.ts'

export const QUOTES = ['"', "'", 'none'] as const
export type Quote = (typeof QUOTES)[number]

/** What makes a quote inside quotes a letter like another, besides a second quote. */
export const ESCAPES = ['none', '\\', '\0'] as const
export type Escape = (typeof ESCAPES)[number]

export const quoteText = (quote: Quote): string | null => (quote === 'none' ? null : quote)
export const escapeText = (escape: Escape): string | null => (escape === 'none' ? null : escape)

export interface Dialect {
  separator: Separator
  quote: Quote
  escape: Escape
  records: WrittenRecord[]
  /** Records of the sample that are not blank, and how many of them have the most frequent number of cells. */
  filledRecords: number
  usualRecords: number
  usualWidth: number
  quotedCells: number
  /** Quotes inside quoted cells that the escape makes letters. */
  escapedQuotes: number
  /** Whether the records are all those of the sample. */
  cutAll: boolean
}

export interface ChosenSigns {
  separator?: Separator | undefined
  quote?: Quote | undefined
  escape?: Escape | undefined
}

const RECORDS = 2000
/** Records on which everything is tried first, and records cut at most where they leave no doubt. */
const FIRST_RECORDS = 100
const CLEAR_RECORDS = 600
/** Without doubt: so many records alike, and so much better than the next best separator. */
const CLEAR = { share: 0.95, lead: 1.25 }
/** One column is what remains when no separator cuts a good part of the lines alike. */
const ONE_COLUMN = 0.18
/** Lines looked at for a rare separator, and how many of them must have it. */
const LINES_WITH_RARE = { of: 60, share: 0.6 }

interface Tried {
  dialect: Dialect
  score: number
  strayQuotes: number
}

/**
 * The cutting under which the sample is most regular; what is chosen already is not tried otherwise. Everything is tried on a few
 * records; only where they leave a doubt, on all of them.
 */
export function detectDialect(sample: string, chosen: ChosenSigns): Dialect {
  const first = bestDialect(sample, chosen, FIRST_RECORDS)
  if (first !== null && first.best.dialect.cutAll) return first.best.dialect
  if (first !== null && isClear(sample, first)) {
    const { separator, quote, escape } = first.best.dialect
    const whole = tryDialect(sample, { separator, quote, escape }, false, CLEAR_RECORDS)
    if (isRegular(whole)) return whole.dialect
  }
  const found = bestDialect(sample, chosen, RECORDS)
  if (found !== null) return found.best.dialect
  const { separator = 'none', quote = '"', escape = 'none' } = chosen
  return tryDialect(sample, { separator, quote, escape }, false, RECORDS).dialect
}

interface Found {
  best: Tried
  /** Score of the best other separator. */
  next: number
  /** Whether an escape stands where quotes could be letters. */
  escaped: boolean
}

function bestDialect(sample: string, chosen: ChosenSigns, limit: number): Found | null {
  const quotes: readonly Quote[] = chosen.quote === undefined ? ['"', "'"] : [chosen.quote]
  const scores = new Map<Separator, number>()
  let best: Tried | null = null
  let anyEscaped = false
  const separators = candidates(sample, chosen.separator)
  for (const quote of quotes) {
    if (quote === "'" && chosen.quote === undefined && !sample.includes("'")) continue
    const escaped = escapedQuotes(sample, quote)
    if (escaped.count > 0) anyEscaped = true
    for (const separator of separators) {
      for (const escape of chosen.escape === undefined ? escaped.tried : [chosen.escape]) {
        const tried = tryDialect(sample, { separator, quote, escape }, chosen.quote === undefined, limit)
        if (escape !== 'none') tried.dialect.escapedQuotes = escaped.count
        scores.set(separator, Math.max(scores.get(separator) ?? 0, tried.score))
        // An escape that cuts the sample as well as none explains the quotes that it stands before.
        if (best === null || tried.score > best.score || (escape !== 'none' && tried.score === best.score)) {
          best = tried
        }
      }
    }
  }
  if (best === null) return null
  scores.delete(best.dialect.separator)
  return { best, next: Math.max(0, ...scores.values()), escaped: anyEscaped }
}

function isClear(sample: string, { best, next, escaped }: Found): boolean {
  const { separator, quote } = best.dialect
  if (escaped || quote === "'" || best.score < CLEAR.lead * next || !isRegular(best)) return false
  // An apostrophe that begins a cell further down may be a quote.
  return !sample.includes(`${separatorText(separator)!}'`) && !sample.includes("\n'")
}

const isRegular = ({ dialect, strayQuotes }: Tried): boolean =>
  COMMON_SEPARATORS.includes(dialect.separator) &&
  dialect.usualWidth > 2 &&
  strayQuotes === 0 &&
  dialect.usualRecords >= CLEAR.share * dialect.filledRecords

function candidates(sample: string, chosen: Separator | undefined): readonly Separator[] {
  if (chosen !== undefined) return [chosen]
  const lines = sample
    .slice(0, 1 << 15)
    .split(/[\r\n]+/, LINES_WITH_RARE.of)
    .filter((line) => line.trim() !== '')
  const common = COMMON_SEPARATORS.filter((separator) => sample.includes(separatorText(separator)!))
  const rare = RARE_SEPARATORS.filter((separator) => {
    const text = separatorText(separator)!
    const having = lines.filter((line) => line.trim().includes(text)).length
    return having >= LINES_WITH_RARE.share * lines.length && having > 1
  })
  return [...common, ...rare, 'none']
}

/** Escapes worth trying: those that stand before a quote which cannot be the end of a cell. */
function escapedQuotes(sample: string, quote: Quote): { tried: Escape[]; count: number } {
  const tried: Escape[] = ['none']
  let count = 0
  if (quote === 'none') return { tried, count }
  for (const escape of ['\\', '\0'] as const) {
    let inside = 0
    let at = sample.indexOf(escape + quote)
    for (; at >= 0; at = sample.indexOf(escape + quote, at + 2)) {
      const next = sample[at + 2]
      if (next !== undefined && /[^\r\n,;|\t:~^]/.test(next)) inside++
    }
    if (inside === 0) continue
    tried.push(escape)
    count = inside
  }
  return { tried, count }
}

function tryDialect(
  sample: string,
  { separator, quote, escape }: Pick<Dialect, 'separator' | 'quote' | 'escape'>,
  mustPay: boolean,
  limit: number,
): Tried {
  const signs = {
    separator: separatorText(separator),
    quote: quoteText(quote),
    escape: escapeText(escape),
  }
  const { records, strayQuotes } = sampleRecords(sample, signs, limit)
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
    escape,
    records,
    filledRecords: filled.length,
    usualRecords,
    usualWidth,
    quotedCells,
    escapedQuotes: 0,
    cutAll: records.length < limit,
  }
  const share = filled.length === 0 ? 0 : usualRecords / filled.length
  let score =
    separator === 'none'
      ? ONE_COLUMN
      : usualWidth === 1
        ? ONE_COLUMN / 2
        : share * (1 - 1 / usualWidth ** 1.5) * cleanShare(filled, separator) * trust(dialect, share, filled)
  // An apostrophe is a quote only where it closes what it opens, most of the time.
  if (quote === "'" && mustPay) score *= quotedCells > 2 && strayQuotes === 0 ? 1.01 : 0
  score *= 1 - Math.min(0.5, strayQuotes / (filled.length + 1))
  return { dialect, score, strayQuotes }
}

/** Cells cut by a wrong separator hold the right one; a comma cuts decimals and leaves blanks in front of words. */
function cleanShare(records: readonly WrittenRecord[], separator: Separator): number {
  let cells = 0
  let unclean = 0
  for (const record of records.slice(0, 300)) {
    for (const cell of record.cells) {
      if (cell === '') continue
      cells++
      if (record.quotedCells > 0) continue
      if (
        cell.includes('\t') ||
        (separator !== ';' && cell.includes(';')) ||
        (separator !== '|' && cell.includes('|'))
      )
        unclean++
      else if (separator === ',' && /^-?\d+ +-?\d+$/.test(cell)) unclean += 0.5
    }
  }
  return cells === 0 ? 1 : 1 - (0.8 * unclean) / cells
}

const UNSURE = new Set<Separator>(['space', ':'])

/**
 * How far a separator is believed when it cuts regularly: words and hours are regular too, so that a space or a colon must part
 * values of a kind. A space after every comma belongs to the separator, unless only numbers follow: there it may be the place of a sign.
 */
function trust(
  { separator, usualWidth, quotedCells }: Dialect,
  share: number,
  records: WrittenRecord[],
): number {
  if (COMMON_SEPARATORS.includes(separator)) return 1
  if (separator === ', ') {
    const cells = records.flatMap(({ cells, quotedCells: quoted }) => (quoted > 0 ? [] : cells))
    const parts = records.flatMap((record) => record.cells.slice(1))
    const isWhole = cells.every((cell) => !cell.includes(',')) && parts.every((cell) => !cell.startsWith(' '))
    const words = parts.some((cell) => cellKind(cell) === 'text')
    return isWhole && words ? 1.01 : 0.7
  }
  if (share < 0.7) return 0
  if (separator === '||' || separator === '::') {
    const isAlwaysTwo = records.every(({ cells }) => cells.every((cell) => !cell.includes(separator[0]!)))
    return isAlwaysTwo ? 1.1 : 0.95
  }
  if (!UNSURE.has(separator)) return 0.95
  if (usualWidth < 3 || share < 0.8) return 0
  const body = records.filter(({ cells }) => cells.length === usualWidth).slice(1, 200)
  if (separator === ':' && body.every(({ cells }) => cells.every((cell) => /^\s*\d{0,2}\s*$/.test(cell))))
    return 0
  let ofAKind = 0
  for (let column = 0; column < usualWidth; column++) {
    const kinds = body.map(({ cells }) => cellKind(cells[column]!)).filter((kind) => kind !== 'blank')
    const typed = kinds.filter((kind) => kind !== 'text').length
    if (kinds.length > 0 && typed >= 0.9 * kinds.length) ofAKind++
  }
  return ofAKind >= usualWidth / 3 || quotedCells > records.length ? 0.8 : 0
}
