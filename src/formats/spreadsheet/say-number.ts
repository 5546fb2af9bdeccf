import { inPlaces, type NumberFormat } from './number-format.ts'
import { plainNumber } from './plain-number.ts'
import { serialText } from './serial-date.ts'

/** Text of a stored number in its format; what is no number is kept as it is written. */
export function sayNumber(stored: string, format: NumberFormat, shown: boolean, from1904: boolean): string {
  const plain = plainNumber(stored)
  if (plain === null) return stored
  if (format.kind === 'number') return plain
  if (format.kind === 'digits') return shown && /^\d+$/.test(plain) ? inPlaces(plain, format.places) : plain
  return serialText(Number(stored), format, from1904) ?? plain
}
