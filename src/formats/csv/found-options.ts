import { csvReading } from '../../i18n/csv-reading.ts'
import type { Localized } from '../../i18n/messages.ts'
import type { FoundOption } from '../format.ts'
import type { CsvOptions } from './csv-options.ts'
import { QUOTES, SEPARATORS } from './detect-dialect.ts'
import { ENCODINGS } from './encoding.ts'
import type { Decided } from './decide.ts'
import type { Settled } from './settle-encoding.ts'

type Words = (typeof csvReading)['fr']

/** The same thing said in both languages. */
export const said = (say: (words: Words) => string): Localized => ({
  fr: say(csvReading.fr),
  en: say(csvReading.en),
})

const choicesOf = <T extends string>(values: readonly T[], say: (words: Words, value: T) => string) =>
  values.map((value) => ({ value, label: said((words) => say(words, value)) }))

/** Every choice that reading made or was given, with what speaks for it. */
export function foundOptions(
  { dialect, header, partial }: Decided,
  settled: Settled,
  marked: boolean,
  options: CsvOptions,
): FoundOption[] {
  const option = (
    key: keyof CsvOptions,
    value: string | number,
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
        (w) =>
          dialect.separator === 'none'
            ? w.oneColumn
            : w.regular(
                dialect.usualRecords,
                dialect.filledRecords,
                dialect.usualWidth,
                dialect.separator,
                partial,
              ),
      ),
      choices: choicesOf(SEPARATORS, (words, value) => words.separator(value)),
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
    option(
      'headerRow',
      header.headerRow,
      (w) => w.headerRow(header.headerRow),
      (w) =>
        header.headerRow === 0 ? w.noHeader : w.header(header.headerRow, header.named, header.usedColumns),
    ),
  ]
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
  return found
}

const encodingEvidence = (settled: Settled, marked: boolean) => (words: Words) => {
  if (marked) return words.mark
  if (settled.encoding.startsWith('utf-16')) return words.utf16
  if (settled.accented === null) return words.ascii
  return settled.encoding === 'utf-8' ? words.utf8(settled.accented) : words.windows1252(settled.accented)
}
