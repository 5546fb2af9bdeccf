import { spreadsheetReading } from '../../i18n/spreadsheet-reading.ts'
import { Problem } from '../../problem/problem.ts'
import type { ReadContext, ReadNote, ReadResult, SourceFile } from '../format.ts'
import { parseRange } from './cell-range.ts'
import { ALL_SHEETS, foundInSheet, foundSheet } from './found-in-sheet.ts'
import { said } from './said.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { sheetNotes } from './sheet-notes.ts'
import { sheetTable, type SheetTable } from './sheet-table.ts'
import type { SpreadsheetOptions } from './spreadsheet-options.ts'
import { differingColumns, stackTables } from '../../table/stack-tables.ts'
import type { Workbook, WorkbookSheet } from './workbook.ts'

interface ReadSheet {
  sheet: WorkbookSheet
  grid: SheetGrid
  found: SheetTable
}

/**
 * Reads a sheet of a workbook as a table of text. Throws Problem `missing-sheet`, `blank-sheet`, `blank-file`, `bad-option`,
 * `sheets-differ`, `spreadsheet-too-large`, or what reading its parts throws.
 */
export async function readWorkbook(
  file: SourceFile,
  workbook: Workbook,
  options: SpreadsheetOptions,
  context: ReadContext,
): Promise<ReadResult> {
  const wanted = options.sheet === undefined ? undefined : String(options.sheet)
  const named = workbook.sheets.find(({ name }) => name === wanted)
  if (wanted === ALL_SHEETS && named === undefined) return readAll(file, workbook, options, context)
  if (wanted !== undefined && named === undefined) throw new Problem('missing-sheet', { sheet: wanted })
  const read =
    named === undefined
      ? await firstTable(workbook.sheets, options, context)
      : await readSheet(named, options, context)
  if (read === null) {
    throw named === undefined
      ? new Problem('blank-file', { file: file.name })
      : new Problem('blank-sheet', { sheet: named.name })
  }
  await context.progress(1)
  const { sheet, grid, found } = read
  return {
    table: found.table,
    found: [foundSheet(workbook, sheet.name, options, null), ...foundInSheet(found, options)],
    notes: [
      ...(sheet.hidden ? [hiddenSheet] : []),
      ...sheetNotes(grid, found, options),
      ...otherSheets(workbook, sheet, options),
      ...hiddenSheets(workbook, sheet),
    ],
  }
}

const hiddenSheet: ReadNote = {
  code: 'sheet-is-hidden',
  severity: 'look',
  text: said((w) => w.sheetIsHidden),
}

/** Sheets that nobody chose to leave aside: a year may be in each. */
function otherSheets(
  { sheets }: Workbook,
  read: WorkbookSheet,
  { sheet: chosen }: SpreadsheetOptions,
): ReadNote[] {
  if (chosen !== undefined) return []
  const names = sheets.filter((sheet) => !sheet.hidden && sheet !== read).map(({ name }) => name)
  if (names.length === 0) return []
  return [{ code: 'other-sheets', severity: 'info', text: said((w) => w.otherSheets(read.name, names)) }]
}

function hiddenSheets({ sheets }: Workbook, except: WorkbookSheet | null): ReadNote[] {
  const names = sheets.filter((sheet) => sheet.hidden && sheet !== except).map(({ name }) => name)
  if (names.length === 0) return []
  return [{ code: 'hidden-sheets', severity: 'info', text: said((w) => w.hiddenSheets(names)) }]
}

async function readSheet(
  sheet: WorkbookSheet,
  options: SpreadsheetOptions,
  context: ReadContext,
): Promise<ReadSheet | null> {
  const range = options.range === undefined ? null : parseRange(options.range)
  if (options.range !== undefined && range === null) {
    throw new Problem('bad-option', { option: 'range', value: options.range })
  }
  const grid = await sheet.read(range, context)
  const found = sheetTable(grid, options)
  return found === null ? null : { sheet, grid, found }
}

/** Several columns with names and a row below them: what is not a cover page. */
const isTable = ({ found }: ReadSheet): boolean =>
  found.table.columns.length > 1 && found.table.rowCount > 0 && found.header.headerRow > 0

/** The first visible sheet that holds a table; failing that the first that holds anything, visible ones first. */
async function firstTable(
  sheets: readonly WorkbookSheet[],
  options: SpreadsheetOptions,
  context: ReadContext,
): Promise<ReadSheet | null> {
  let fallback: ReadSheet | null = null
  const ordered = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)]
  for (const [index, sheet] of ordered.entries()) {
    if (sheet.hidden && fallback !== null) break
    const read = await readSheet(sheet, options, partOf(context, index, ordered.length))
    if (read !== null && isTable(read)) return read
    fallback ??= read
  }
  return fallback
}

const partOf = (context: ReadContext, index: number, count: number): ReadContext => ({
  progress: (part) => context.progress((index + part) / count),
})

async function readAll(
  file: SourceFile,
  workbook: Workbook,
  options: SpreadsheetOptions,
  context: ReadContext,
): Promise<ReadResult> {
  const visible = workbook.sheets.filter(({ hidden }) => !hidden)
  const read: ReadSheet[] = []
  const blank: string[] = []
  for (const [index, sheet] of visible.entries()) {
    const one = await readSheet(sheet, options, partOf(context, index, visible.length))
    if (one === null) blank.push(sheet.name)
    else read.push(one)
  }
  const [first, ...others] = read
  if (first === undefined) throw new Problem('blank-file', { file: file.name })
  for (const { sheet, found } of others) {
    const columns = differingColumns(first.found.table, found.table)
    if (columns.length > 0) {
      throw new Problem('sheets-differ', { sheet: sheet.name, first: first.sheet.name, columns })
    }
  }
  // Data, not screen text: the same whatever the language, so that a recipe fits.
  const table = stackTables(
    read.map(({ sheet, found }) => ({ name: sheet.name, table: found.table })),
    spreadsheetReading.fr.sheetColumn,
  )
  const notes: ReadNote[] = []
  let rowsBefore = 0
  for (const { sheet, grid, found } of read) {
    for (const { code, severity, text, rows } of sheetNotes(grid, found, options)) {
      notes.push({
        code,
        severity,
        text: {
          fr: spreadsheetReading.fr.inSheet(sheet.name, text.fr),
          en: spreadsheetReading.en.inSheet(sheet.name, text.en),
        },
        ...(rows === undefined ? {} : { rows: rows.map((row) => row + rowsBefore) }),
      })
    }
    rowsBefore += found.table.rowCount
  }
  if (blank.length > 0) {
    notes.push({ code: 'blank-sheets', severity: 'info', text: said((w) => w.blankSheets(blank)) })
  }
  const foundOptions = foundInSheet(first.found, options).filter(
    ({ option, chosen }) => chosen || (option !== 'range' && option !== 'headerRow'),
  )
  return {
    table,
    found: [foundSheet(workbook, ALL_SHEETS, options, read.length), ...foundOptions],
    notes: [...notes, ...hiddenSheets(workbook, null)],
  }
}
