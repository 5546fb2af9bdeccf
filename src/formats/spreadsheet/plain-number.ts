/** Digits that spreadsheets show and keep; what comes after is noise of their arithmetic. */
const SHOWN_DIGITS = 15

/**
 * Canonical decimal text (`-?digits(.digits)?`) of a number as a workbook stores it: no exponent, no noise such as 0.30000000000000004,
 * at the 15 significant digits that spreadsheets show. Whole numbers written out keep every digit. `null` if it is no number.
 */
export function plainNumber(stored: string): string | null {
  const text = stored.trim()
  const plain = /^([-+]?)0*(\d+)(?:\.(\d*))?$/.exec(text)
  if (plain !== null) {
    const [, sign = '', whole = '', decimals = ''] = plain
    const digits = (whole + decimals).replace(/^0+/, '').length
    if (decimals === '' || digits <= SHOWN_DIGITS) {
      const number = decimals === '' ? whole : `${whole}.${decimals}`
      return sign === '-' && digits > 0 ? `-${number}` : number
    }
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? spelledOut(value) : null
}

function spelledOut(value: number): string {
  if (value === 0) return '0'
  const [, sign = '', first = '', rest = '', exponent = '0'] =
    /^(-?)(\d)\.?(\d*)e([-+]\d+)$/.exec(value.toExponential(SHOWN_DIGITS - 1)) ?? []
  const digits = (first + rest).replace(/0+$/, '')
  const point = Number(exponent) + 1
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
