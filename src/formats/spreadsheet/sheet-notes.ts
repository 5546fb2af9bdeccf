import { csvReading } from '../../i18n/csv-reading.ts'
import { wordsIn } from '../../i18n/words.ts'
import type { Localized } from '../../i18n/messages.ts'
import type { ReadNote } from '../format.ts'
import { cellName } from './cell-range.ts'
import { said } from './said.ts'
import type { CellPlace, SheetGrid } from './sheet-grid.ts'
import type { SheetTable } from './sheet-table.ts'
import type { SpreadsheetOptions } from './spreadsheet-options.ts'

type TextWords = (typeof csvReading)['fr']

const saidOfText = (say: (words: TextWords) => string): Localized => ({
  fr: say(csvReading.fr),
  en: say(csvReading.en),
})

const LISTED = 5
const placesOf = (cells: readonly CellPlace[]): string[] =>
  cells.slice(0, LISTED).map(({ row, column }) => cellName(row, column))

/** What a person should know about how a sheet was read; rows are those of its table, from 0. */
export function sheetNotes(grid: SheetGrid, sheet: SheetTable, options: SpreadsheetOptions): ReadNote[] {
  const notes: ReadNote[] = []
  const note = (
    code: string,
    severity: ReadNote['severity'],
    text: Localized,
    rows?: readonly number[],
  ): void => {
    notes.push({ code, severity, text, ...(rows === undefined ? {} : { rows }) })
  }
  const { table, header, given, titles, blankRows, hiddenRows, hiddenColumns, errors, padded, merged } = sheet
  const firstRow = sheet.range.firstRow + (header.headerRow > 0 ? 1 : 0)
  const rowsOf = (cells: readonly CellPlace[]): number[] => [
    ...new Set(cells.map(({ row }) => row - firstRow).filter((row) => row >= 0)),
  ]

  if (titles.length > 0) {
    const listed = (language: 'fr' | 'en'): string =>
      titles
        .slice(0, 20)
        .map((title) => wordsIn(language).name(title))
        .join(', ')
    note('title-lines', 'info', {
      fr: csvReading.fr.titleLines(titles.length, listed('fr')),
      en: csvReading.en.titleLines(titles.length, listed('en')),
    })
  }
  if (header.headerRow === 0) {
    note(
      'no-column-names',
      'look',
      saidOfText((w) => w.unnamed(table.columns.length)),
    )
  } else if (given.length > 0)
    note(
      'column-names-given',
      'look',
      saidOfText((w) => w.renamed(given)),
    )
  if (header.headerRow > 0 && table.rowCount === 0) {
    note(
      'header-only',
      'look',
      saidOfText((w) => w.headerOnly),
    )
  }
  if (blankRows.count > 0) {
    note(
      'blank-rows',
      'look',
      saidOfText((w) => w.blankRows(blankRows.count)),
      blankRows.rows,
    )
  }
  if (padded !== null) {
    const asShown = options.values !== 'stored'
    note(
      'shown-numbers',
      'look',
      said((w) => w.padded(padded.values, padded.shown, padded.stored, asShown)),
    )
  }
  if (merged.areas > 0) {
    const { areas, example } = merged
    note(
      'merged-cells',
      'look',
      said((w) => (options.merged === 'each' ? w.mergedEach(areas, example) : w.mergedFirst(areas, example))),
    )
  }
  if (errors.count > 0) {
    const places = placesOf(errors.cells)
    note(
      'error-cells',
      'look',
      said((w) => w.errors(errors.count, errors.texts, places)),
      rowsOf(errors.cells),
    )
  }
  const { emptyFormulas } = grid
  if (emptyFormulas.count > 0) {
    const places = placesOf(emptyFormulas.cells)
    note(
      'formulas-without-result',
      'look',
      said((w) => w.emptyFormulas(emptyFormulas.count, places)),
      rowsOf(emptyFormulas.cells),
    )
  }
  if (hiddenRows.count > 0) {
    note(
      'hidden-rows',
      'look',
      said((w) => w.hiddenRows(hiddenRows.count)),
      hiddenRows.rows,
    )
  }
  if (hiddenColumns.length > 0)
    note(
      'hidden-columns',
      'look',
      said((w) => w.hiddenColumns(hiddenColumns)),
    )
  if (grid.formulaCount > 0)
    note(
      'formulas',
      'info',
      said((w) => w.formulas(grid.formulaCount)),
    )
  return notes
}
