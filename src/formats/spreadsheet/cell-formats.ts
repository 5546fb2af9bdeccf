import { builtInFormat, numberFormat, PLAIN, type NumberFormat } from './number-format.ts'

/** The formats of numbers of a workbook, and which of them each cell style uses. */
export interface CellFormats {
  /** Distinct ones; the first is that of plain numbers. */
  formats: NumberFormat[]
  /** Index into `formats` by number of the style. */
  formatOfStyle: number[]
}

export const NO_FORMATS: CellFormats = { formats: [PLAIN], formatOfStyle: [] }

/** The formats of styles that name them by these ids; `codes` are those that the workbook defines itself. */
export function cellFormats(ids: readonly number[], codes: ReadonlyMap<number, string>): CellFormats {
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
