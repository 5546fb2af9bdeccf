import { Problem } from '../../problem/problem.ts'
import type { ReadContext, ReadResult, SourceFile } from '../format.ts'
import { parseRange } from '../spreadsheet/cell-range.ts'
import { ALL_SHEETS } from '../spreadsheet/found-in-sheet.ts'
import { readWorkbook } from '../spreadsheet/read-workbook.ts'
import type { SheetGrid } from '../spreadsheet/sheet-grid.ts'
import type { SpreadsheetOptions } from '../spreadsheet/spreadsheet-options.ts'
import type { WorkbookSheet } from '../spreadsheet/workbook.ts'
import { ZipParts } from '../spreadsheet/zip-parts.ts'
import { CONTENT, readContent } from './read-content.ts'

const MANIFEST = 'META-INF/manifest.xml'

/**
 * Reads a sheet of an OpenDocument spreadsheet. The sheet that will most likely be wanted is read while the names of all are
 * looked for; another one takes a second reading. Throws Problem `spreadsheet-damaged`, `spreadsheet-bomb`, `spreadsheet-locked`,
 * `spreadsheet-too-large`, or what `readWorkbook` throws.
 */
export async function readOds(
  file: SourceFile,
  options: SpreadsheetOptions,
  context: ReadContext,
): Promise<ReadResult> {
  const zip = await ZipParts.open(file.bytes)
  if (await isLocked(zip)) throw new Problem('spreadsheet-locked', {})
  const range = options.range === undefined ? null : parseRange(options.range)
  const wanted = options.sheet === undefined ? undefined : String(options.sheet)
  let taken = false
  const sheets = await readContent(zip.pieces(CONTENT, context), ({ name, hidden }) => {
    if (wanted === undefined ? hidden || taken : wanted !== name && (wanted !== ALL_SHEETS || hidden)) {
      return undefined
    }
    taken = true
    return range
  })
  const again = async (index: number, within: ReadContext): Promise<SheetGrid> => {
    const read = await readContent(zip.again().pieces(CONTENT, within), (_, at) =>
      at === index ? range : undefined,
    )
    const grid = read[index]?.grid
    if (grid === undefined || grid === null) throw new Problem('spreadsheet-damaged', { part: CONTENT })
    return grid
  }
  return readWorkbook(
    file,
    {
      sheets: sheets.map(({ name, hidden, grid }, index): WorkbookSheet => ({
        name,
        hidden,
        read: (_, within) => (grid === null ? again(index, within) : Promise.resolve(grid)),
      })),
    },
    options,
    context,
  )
}

async function isLocked(zip: ZipParts): Promise<boolean> {
  if (zip.has('encrypted-package')) return true
  if (!zip.has(MANIFEST)) return false
  return new TextDecoder().decode(await zip.whole(MANIFEST)).includes('encryption-data')
}
