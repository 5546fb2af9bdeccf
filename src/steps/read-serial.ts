import { serialText } from '../formats/spreadsheet/serial-date.ts'
import type { DateReading } from './read-date.ts'

/** The two ways in which spreadsheets number days: 1 is 1 January 1900, or 1 is 2 January 1904. */
export type SerialSystem = '1900' | '1904'

const SERIAL = /^([2-7]\d{4})(?:[.,](\d{1,15}))?$/
/** Days of 1980 to 2079 in the 1900 system; nearby numbers are more often amounts. */
const FIRST = 29_221
const LAST = 65_746

/** The number of a day as spreadsheets keep it, with its time as decimals, where it is of 1980 to 2079; `null` for another text. */
export function serialOf(text: string): number | null {
  const [, whole = '', decimals = ''] = SERIAL.exec(text.trim()) ?? []
  if (whole === '') return null
  const serial = Number(`${whole}.${decimals}`)
  return serial >= FIRST && serial < LAST + 1 ? serial : null
}

/** The day, and the time if there is one, that a spreadsheet would show for a number; `null` for a text that is no such number. */
export function readSerial(text: string, system: SerialSystem): DateReading | null {
  const serial = serialOf(text)
  if (serial === null) return null
  const iso = serialText(serial, { kind: 'date', time: false, fraction: false }, system === '1904')
  if (iso === null) return null
  const [day = '', time = ''] = iso.split('T')
  return { form: 'digits', day, month: day, time, zone: '', shortYear: false }
}
