/** The sign that begins the decimals. The other one may separate thousands. */
export type DecimalMark = 'comma' | 'point'

/** What a text says as a number, as canonical decimal text under each decimal mark; `null` where it is no number under it. */
export interface NumberReading {
  comma: string | null
  point: string | null
  /** The unit written with it: '€', 'k€', '%'… or ''. Thousands, millions and milliards are already multiplied out. */
  unit: string
  /** Digits alone with a zero in front: surely a code, which would lose its zero as a number. Both readings are `null`. */
  code: boolean
}

/** Longer texts are no numbers that a person wrote. */
const LONGEST = 80
const PLAIN = /^-?(?:0|[1-9]\d*)$/
/** Decimals that could be no thousands, by far the most frequent numbers: read without looking further. */
const PLAIN_DECIMALS = /^(?:0|[1-9]\d*)[.,](?:\d{1,2}|\d{4,})$/
const AROUND =
  /^(\()?\s*([-−‐‑–+]?)\s*([€£$]?)\s*([\d.,](?:[\d.,'’\s]*\d)?)\s*(?:([kKM]|[Mm]ds?)?\s?(€|£|\$|EUR|eur|[Ee]uros?|EUROS?)|(%))?\s*(\))?\s*([-−‐‑–]?)$/
const GROUPED = /^[1-9]\d{0,2}([ '.,])\d{3}(?:\1\d{3})*$/
const SCALES: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, Md: 9, Mds: 9, md: 9, mds: 9 }

/**
 * Reads a French or English number: decimals after a comma or a point; thousands separated by a blank, an apostrophe or the
 * other sign; `€`, `EUR`, `k€`, `M€`, `Md€` or `%` after it; negative as `-1`, `(1)` or `1-`. Decimals stay as written
 * (`40 000,00` is 40000.00). A percentage keeps the number that is written: 12,5 % is 12.5. `null` when it is no number:
 * scientific notation, which has lost digits, is none.
 */
export function readNumber(text: string): NumberReading | null {
  if (text.length > LONGEST) return null
  const trimmed = text.trim()
  if (PLAIN.test(trimmed)) return reading(trimmed === '-0' ? '0' : trimmed)
  if (PLAIN_DECIMALS.test(trimmed)) {
    return trimmed.includes('.') ? reading(null, trimmed) : reading(trimmed.replace(',', '.'), null)
  }
  const match = AROUND.exec(trimmed)
  if (match === null) return null
  const [, open, before = '', money = '', written = '', scale, unit = '', percent, close, after = ''] = match
  if ((open === undefined) !== (close === undefined)) return null
  const signs = (open === undefined ? '' : '(') + before + after
  if (signs.length > 1 || (money !== '' && unit !== '')) return null
  const digits = written.replace(/\s/g, ' ').replaceAll('’', "'")
  const said = percent ?? money + (scale ?? '') + (/^e/i.test(unit) ? '€' : unit)
  if (/^0\d+$/.test(digits) && signs === '' && said === '') {
    return { comma: null, point: null, unit: '', code: true }
  }
  const negative = signs !== '' && signs !== '+'
  const shift = scale === undefined ? 0 : (SCALES[scale] ?? 0)
  const under = (mark: string, other: string): string | null =>
    canonical(digits, mark, other, negative, shift)
  return reading(under(',', '.'), under('.', ','), said)
}

function reading(comma: string | null, point = comma, unit = ''): NumberReading | null {
  return comma === null && point === null ? null : { comma, point, unit, code: false }
}

/** Canonical decimal text of digits with this decimal mark, times ten to the power `shift`. */
function canonical(
  digits: string,
  mark: string,
  other: string,
  negative: boolean,
  shift: number,
): string | null {
  const [whole = '', decimals, more] = digits.split(mark)
  if (more !== undefined || (decimals !== undefined && !/^\d+$/.test(decimals))) return null
  if (whole === '' ? decimals === undefined : !/^\d+$/.test(whole)) {
    const separator = GROUPED.exec(whole)?.[1]
    if (separator === undefined || (separator !== other && /[.,]/.test(separator))) return null
  }
  const fraction = (decimals ?? '').padEnd(shift, '0')
  const units = (whole.replace(/\D/g, '') + fraction.slice(0, shift)).replace(/^0+(?=\d)/, '') || '0'
  const left = fraction.slice(shift)
  const sign = negative && /[1-9]/.test(units + left) ? '-' : ''
  return sign + units + (left === '' ? '' : `.${left}`)
}

/** Whether the reading differs with the decimal mark, as that of `1.234` does. */
export const isAmbiguous = ({ comma, point }: NumberReading): boolean =>
  comma !== null && point !== null && comma !== point

/** The number read, with `mark` deciding only where the text itself does not; `null` if it is in doubt or no number. */
export function decidedNumber(reading: NumberReading, mark: DecimalMark | null): string | null {
  if (isAmbiguous(reading)) return mark === null ? null : reading[mark]
  return reading.comma ?? reading.point
}
