import { csvReading } from '../../i18n/csv-reading.ts'
import type { Localized } from '../../i18n/messages.ts'
import type { Table } from '../../table/table.ts'
import type { FoundOption } from '../format.ts'
import { joinNames } from '../join-names.ts'
import type { CsvOptions } from './csv-options.ts'
import { ESCAPES, QUOTES } from './detect-dialect.ts'
import { ENCODINGS } from './encoding.ts'
import type { Decided } from './decide.ts'
import { partsOf, type TableChoice } from './choose-table.ts'
import type { RecutRow } from './recut-rows.ts'
import { REPAIRS } from './repair-text.ts'
import { SEPARATORS } from './separators.ts'
import type { Settled } from './settle-encoding.ts'
import type { StackedTable } from './stacked-tables.ts'

type Words = (typeof csvReading)['fr']

/** The same thing said in both languages. */
export const said = (say: (words: Words) => string): Localized => ({
  fr: say(csvReading.fr),
  en: say(csvReading.en),
})

const choicesOf = <T extends string>(values: readonly T[], say: (words: Words, value: T) => string) =>
  values.map((value) => ({ value, label: said((words) => say(words, value)) }))

/** A file that was read whole, before one of its tables is chosen. */
export interface Opened {
  decided: Decided
  settled: Settled
  /** Whether it begins with a byte order mark. */
  marked: boolean
  /** Rows that were cut by another separator than the others. */
  recut: readonly RecutRow[]
  whole: Table
  stacked: readonly StackedTable[]
}

/** Every choice that reading made or was given, with what speaks for it. */
export function foundOptions(
  { decided, settled, marked, recut, whole, stacked }: Opened,
  options: CsvOptions,
): FoundOption[] {
  const { dialect, declared, header, partial } = decided
  const option = (
    key: keyof CsvOptions,
    value: string | number | boolean,
    label: (words: Words) => string,
    evidence: (words: Words) => string,
  ): FoundOption => {
    const chosen = options[key] !== undefined
    return {
      option: key,
      value,
      label: said(label),
      evidence: said((words) => (chosen ? words.chosen : evidence(words))),
      chosen,
    }
  }
  const found: FoundOption[] = [
    {
      ...option(
        'encoding',
        settled.encoding,
        (w) => w.encoding(settled.encoding),
        encodingEvidence(settled, marked),
      ),
      choices: choicesOf(ENCODINGS, (words, value) => words.encoding(value)),
    },
    {
      ...option(
        'separator',
        dialect.separator,
        (w) => w.separator(dialect.separator),
        (w) => {
          if (declared !== null) return w.declared(declared)
          if (dialect.separator === 'none') return w.oneColumn
          const { usualRecords, filledRecords, usualWidth, separator } = dialect
          return w.regular(usualRecords, filledRecords, usualWidth, separator, partial)
        },
      ),
      choices: choicesOf([...new Set([...SEPARATORS, dialect.separator])], (words, value) =>
        words.separator(value),
      ),
      anyText: true,
    },
    {
      ...option(
        'quote',
        dialect.quote,
        (w) => w.quote(dialect.quote),
        (w) => (dialect.quotedCells === 0 ? w.notQuoted : w.quoted(dialect.quotedCells, partial)),
      ),
      choices: choicesOf(QUOTES, (words, value) => words.quote(value)),
    },
  ]
  if (dialect.quote !== 'none' || options.escape !== undefined) {
    found.push({
      ...option(
        'escape',
        dialect.escape,
        (w) => w.escape(dialect.escape),
        (w) => (dialect.escape === 'none' ? w.notEscaped : w.escaped(dialect.escapedQuotes, partial)),
      ),
      choices: choicesOf(ESCAPES, (words, value) => words.escape(value)),
    })
  }
  found.push(
    option(
      'headerRow',
      header.headerRow,
      (w) => w.headerRow(header.headerRow),
      (w) =>
        header.headerRow === 0 ? w.noHeader : w.header(header.headerRow, header.named, header.usedColumns),
    ),
  )
  if (header.headerRow > 0) {
    const names = joinNames(settled.headers ?? [])
    const joined = names.find((name, column) => !settled.headers!.some((cells) => cells[column] === name))
    found.push({
      ...option(
        'headerRows',
        header.headerRows,
        (w) => w.headerRows(header.headerRows),
        (w) =>
          header.headerRows === 1 ? w.oneNameRow : w.joined(header.headerRows, joined ?? names[0] ?? ''),
      ),
      choices: [1, 2, 3, 4, 5].map((value) => ({ value, label: said((w) => w.headerRows(value)) })),
    })
  }
  if (header.headerRow === 0 && (header.skipLines > 0 || options.skipLines !== undefined)) {
    found.push(
      option(
        'skipLines',
        header.skipLines,
        (w) => w.skipLines(header.skipLines),
        (w) => w.titleLines(header.skipLines, ''),
      ),
    )
  }
  if (stacked.length > 0) {
    const parts = partsOf(whole, stacked)
    const choice = options.table ?? 'all'
    const { rowCount } = whole
    const label = (w: Words, value: TableChoice): string => {
      if (typeof value !== 'number') return value === 'all' ? w.allTables(parts.length) : w.allRows(rowCount)
      const { from, to, title } = parts[value - 1]!
      return w.oneTable(value, to - from, title)
    }
    const values: TableChoice[] = [
      'all',
      'rows',
      ...parts.slice(0, MOST_CHOICES).map((_, index) => index + 1),
    ]
    found.push({
      ...option(
        'table',
        choice,
        (w) => label(w, choice),
        (w) => w.namesAgain(stacked.length, stacked.filter(({ sameNames }) => sameNames).length),
      ),
      choices: values.map((value) => ({ value, label: said((w) => label(w, value)) })),
    })
  }
  if (recut.length > 0 || options.recut !== undefined) {
    const isDone = options.recut ?? true
    found.push({
      ...option(
        'recut',
        isDone,
        (w) => w.recut(isDone),
        (w) => w.recutRows(recut.length, recut[0]?.separator ?? ''),
      ),
      choices: [true, false].map((value) => ({ value, label: said((w) => w.recut(value)) })),
    })
  }
  const { repair, controls, doubled } = settled
  if (controls !== null || doubled !== null || options.repair !== undefined) {
    const seen = controls?.count === 0 ? doubled : (controls ?? doubled)
    found.push({
      ...option(
        'repair',
        repair,
        (w) => w.repair(repair),
        (w) => (seen === null ? w.nothingToRepair : w.damaged(seen.count, seen.example)),
      ),
      choices: choicesOf(REPAIRS, (words, value) => words.repair(value)),
    })
  }
  return found
}

const MOST_CHOICES = 50

const encodingEvidence = (settled: Settled, marked: boolean) => (words: Words) => {
  if (marked) return words.mark
  if (settled.encoding.startsWith('utf-16')) return words.utf16
  if (settled.accented === null) return words.ascii
  if (settled.encoding === 'utf-8') return words.utf8(settled.accented)
  return words.codePage(settled.accented)
}
