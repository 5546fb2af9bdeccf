import { cellFormats, type CellFormats } from '../spreadsheet/cell-formats.ts'
import { scanXml } from '../spreadsheet/xml-scanner.ts'

/** Reads the part that holds the styles of cells. Throws Problem `spreadsheet-damaged`. */
export async function readStyles(pieces: AsyncIterable<Uint8Array>, part: string): Promise<CellFormats> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellStyles = false
  await scanXml(
    pieces,
    {
      open(name, tag) {
        if (name === 'numFmt') codes.set(tag.number('numFmtId', 0), tag.attribute('formatCode') ?? '')
        else if (name === 'cellXfs') inCellStyles = true
        else if (name === 'xf' && inCellStyles) ids.push(tag.number('numFmtId', 0))
      },
      text: () => undefined,
      close(name) {
        if (name === 'cellXfs') inCellStyles = false
      },
    },
    part,
  )
  return cellFormats(ids, codes)
}
