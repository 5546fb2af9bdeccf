import { builtInFormat, numberFormat, PLAIN, type NumberFormat } from '../spreadsheet/number-format.ts'
import { scanXml } from '../spreadsheet/xml-scanner.ts'

/** The formats of numbers of a workbook, and which of them each cell style uses. */
export interface CellStyles {
  /** Distinct ones; the first is that of plain numbers. */
  formats: NumberFormat[]
  /** Index into `formats` by number of the style. */
  formatOfStyle: number[]
}

export const NO_STYLES: CellStyles = { formats: [PLAIN], formatOfStyle: [] }

/** Reads the part that holds the styles of cells. Throws Problem `spreadsheet-damaged`. */
export async function readStyles(pieces: AsyncIterable<Uint8Array>, part: string): Promise<CellStyles> {
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
  const formats: NumberFormat[] = [PLAIN]
  const numbers = new Map<string, number>([[JSON.stringify(PLAIN), 0]])
  const numberOfId = new Map<number, number>()
  const formatOfStyle = ids.map((id) => {
    const known = numberOfId.get(id)
    if (known !== undefined) return known
    const code = codes.get(id)
    const format = code === undefined ? builtInFormat(id) : numberFormat(code)
    const key = JSON.stringify(format)
    const number = numbers.get(key) ?? formats.push(format) - 1
    numbers.set(key, number)
    numberOfId.set(id, number)
    return number
  })
  return { formats, formatOfStyle }
}
