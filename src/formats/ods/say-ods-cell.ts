import { plainNumber } from '../spreadsheet/plain-number.ts'
import { KIND, type SayEntry } from '../spreadsheet/sheet-grid.ts'
import { SHOWN } from './cell-reader.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of a cell of an OpenDocument spreadsheet; days and times, kept under `shared`, become ISO text. */
export const sayOdsCell: SayEntry = (bytes, start, end, saying) => {
  const kind = bytes[start]
  if (kind !== KIND.number) {
    const text = decoder.decode(bytes.subarray(start + 1, end))
    if (kind === KIND.boolean) return text === 'true' ? 'true' : 'false'
    return kind === KIND.shared ? isoText(text) : text
  }
  const mark = bytes.subarray(start, end).indexOf(SHOWN)
  const stored = decoder.decode(bytes.subarray(start + 1, mark < 0 ? end : start + mark))
  const plain = plainNumber(stored) ?? stored
  if (mark < 0 || saying === 'stored') return plain
  const shown = decoder.decode(bytes.subarray(start + mark + 1, end))
  // `011` for 11, `06 12 34 56 78` for 612345678: the same digits with zeros in front.
  const isPadded =
    /^[\d .\-\u00a0\u202f]+$/.test(shown) && shown.replace(/\D/g, '').replace(/^0+(?=\d)/, '') === plain
  return isPadded ? shown : plain
}

/** `2020-01-31T10:00:00.000` without idle zeros; `PT10H00M00S` as `10:00:00`. */
function isoText(text: string): string {
  const [, sign, hours, minutes, seconds, fraction = ''] =
    /^(-?)P(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?)$/.exec(text) ?? []
  if (sign === undefined)
    return text.replace(/(:\d\d)[.,](\d*?)0*$/, (_, before: string, rest: string) =>
      rest === '' ? before : `${before}.${rest}`,
    )
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0')
  const rest = fraction.replace(/0+$/, '')
  return `${sign}${two(hours)}:${two(minutes)}:${two(seconds)}${rest === '' ? '' : `.${rest}`}`
}
