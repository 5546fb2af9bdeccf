import { csvReading } from '../../i18n/csv-reading.ts'
import type { Localized } from '../../i18n/messages.ts'
import type { FoundOption } from '../format.ts'
import { rangeText } from './cell-range.ts'
import { said } from './said.ts'
import { rangeLabel, type SheetTable } from './sheet-table.ts'
import type { SpreadsheetOptions } from './spreadsheet-options.ts'
import type { Workbook } from './workbook.ts'

/** Value of the option `sheet` that stands for all visible sheets, unless a sheet has that name. */
export const ALL_SHEETS = 'all'

const option = (
  options: SpreadsheetOptions,
  key: keyof SpreadsheetOptions,
  value: string | number,
  label: Localized,
  evidence: Localized,
): FoundOption => {
  const chosen = options[key] !== undefined
  return { option: key, value, label, evidence: chosen ? said((w) => w.chosen) : evidence, chosen }
}

const plain = (text: string): Localized => ({ fr: text, en: text })

/** The choice of the sheet, among those of the workbook. */
export function foundSheet(
  { sheets }: Workbook,
  value: string,
  options: SpreadsheetOptions,
  stacked: number | null,
): FoundOption {
  const visible = sheets.filter(({ hidden }) => !hidden)
  const all = said((w) => w.allSheets)
  return {
    ...option(
      options,
      'sheet',
      value,
      stacked === null ? plain(value) : all,
      said((w) =>
        stacked !== null
          ? w.sameColumns(stacked)
          : sheets.length === 1
            ? w.onlySheet
            : w.firstSheet(sheets.length),
      ),
    ),
    choices: [
      ...sheets.map(({ name }) => ({ value: name, label: plain(name) })),
      ...(visible.length > 1 && sheets.every(({ name }) => name !== ALL_SHEETS)
        ? [{ value: ALL_SHEETS, label: all }]
        : []),
    ],
    startsOver: true,
  }
}

/** The choices made within one sheet, with what speaks for them. */
export function foundInSheet(sheet: SheetTable, options: SpreadsheetOptions): FoundOption[] {
  const { table, header, titles, merged, padded } = sheet
  const asChosen = options.range?.toUpperCase()
  const found = [
    option(
      options,
      'range',
      asChosen ?? rangeText(sheet.range),
      plain(asChosen ?? rangeLabel(sheet)),
      said((w) => w.rangeEvidence(table.rowCount, table.columns.length, titles.length)),
    ),
    option(
      options,
      'headerRow',
      header.headerRow,
      said((w) => w.headerRow(header.headerRow)),
      {
        fr: headerEvidence(csvReading.fr, sheet),
        en: headerEvidence(csvReading.en, sheet),
      },
    ),
  ]
  if (merged.areas > 0) {
    const value = options.merged ?? 'first'
    found.push({
      ...option(
        options,
        'merged',
        value,
        said((w) => w.merged(value)),
        said((w) => w.mergedEvidence(merged.areas)),
      ),
      choices: ['first', 'each'].map((each) => ({ value: each, label: said((w) => w.merged(each)) })),
    })
  }
  if (padded !== null) {
    const value = options.values ?? 'shown'
    found.push({
      ...option(
        options,
        'values',
        value,
        said((w) => w.values(value)),
        said((w) => w.valuesEvidence(padded.shown, padded.stored)),
      ),
      choices: ['shown', 'stored'].map((each) => ({ value: each, label: said((w) => w.values(each)) })),
    })
  }
  return found
}

const headerEvidence = (words: (typeof csvReading)['fr'], { header, table }: SheetTable): string =>
  header.headerRow === 0 ? words.noHeader : words.header(header.headerRow, header.named, table.columns.length)
