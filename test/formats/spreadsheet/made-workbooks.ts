import { zipSync, strToU8 } from 'fflate'
import type { ReadResult } from '../../../src/formats/format.ts'
import { ods } from '../../../src/formats/ods/ods.ts'
import type { SpreadsheetOptions } from '../../../src/formats/spreadsheet/spreadsheet-options.ts'
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts'
import { givenFile, silent } from '../given-file.ts'

export const zipped = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

interface MadeSheet {
  name?: string
  state?: string
  /** What stands within `worksheet`, or rows only. */
  xml?: string
  rows?: string
}

export interface MadeXlsx {
  sheets: MadeSheet[]
  strings?: string
  /** Format codes by number; cell styles follow in this order, style 0 is plain. */
  formats?: (string | number)[]
  workbookPr?: string
}

/** An Excel workbook as its parts, written by hand as real programs write them. */
export function xlsxParts({
  sheets,
  strings,
  formats = [],
  workbookPr = '',
}: MadeXlsx): Record<string, string> {
  const ids = formats.map((format, at) => (typeof format === 'number' ? format : 170 + at))
  const codes = formats
    .map((format, at) =>
      typeof format === 'number'
        ? ''
        : `<numFmt numFmtId="${170 + at}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
    )
    .join('')
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="x">${workbookPr}<sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name ?? `Feuil${at + 1}`}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="http://x/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="http://x/styles" Target="styles.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...Object.fromEntries(
      sheets.map(({ xml, rows = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet>${xml ?? `<sheetData>${rows}</sheetData>`}</worksheet>`,
      ]),
    ),
  }
}

export const readXlsxParts = (
  parts: Record<string, string>,
  options: SpreadsheetOptions = {},
): Promise<ReadResult> => xlsx.read(givenFile(zipped(parts), 'a.xlsx'), options, silent)

export const readMade = (made: MadeXlsx, options: SpreadsheetOptions = {}): Promise<ReadResult> =>
  readXlsxParts(xlsxParts(made), options)

/** A row of inline texts; `null` leaves the cell out. A cell may also be given as XML. */
export const row = (number: number, ...cells: (string | null)[]): string =>
  `<row r="${number}">${cells
    .map((cell, at) => {
      if (cell === null) return ''
      const place = `${String.fromCharCode(65 + at)}${number}`
      return cell.startsWith('<c')
        ? cell.replace('<c', `<c r="${place}"`)
        : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    .join('')}</row>`

/** An OpenDocument spreadsheet around the tables given. */
export const readOdsContent = (
  tables: string,
  options: SpreadsheetOptions = {},
  styles = '',
): Promise<ReadResult> =>
  ods.read(
    givenFile(
      zipped({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': `<office:document-content xmlns:office="o"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      }),
      'a.ods',
    ),
    options,
    silent,
  )
