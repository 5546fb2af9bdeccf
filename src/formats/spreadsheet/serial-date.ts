import type { NumberFormat } from './number-format.ts'

const MS_PER_DAY = 86_400_000
/** 31 December 9999. */
const LAST_DAY = 2_958_465
const EPOCH_1900 = Date.UTC(1899, 11, 30)
/** Days between the first days of the two systems. */
const DAYS_1904 = 1462

const two = (number: number): string => String(number).padStart(2, '0')

/**
 * ISO text of a day and time that a spreadsheet stores as a number of days: `2020-01-31`, `2020-01-31T10:00:00`, `10:00:00`;
 * elapsed time as `36:00:00`. `null` for a number that is no day of its calendar. In the 1900 system day 60 is the
 * 29 February 1900 that never was, kept as it is shown.
 */
export function serialText(
  serial: number,
  format: Exclude<NumberFormat, { kind: 'number' | 'digits' }>,
  from1904: boolean,
): string | null {
  const unit = format.fraction ? 1 : 1000
  const total = Math.round((serial * MS_PER_DAY) / unit) * unit
  if (format.kind === 'elapsed') {
    return (total < 0 ? '-' : '') + timeText(Math.abs(total))
  }
  if (total < 0) return null
  const ms = total % MS_PER_DAY
  const day = (total - ms) / MS_PER_DAY
  if (day === 0 && (format.kind === 'time' || (format.time && !from1904 && ms > 0))) return timeText(ms)
  const date = dayText(day, from1904)
  if (date === null) return null
  return ms > 0 || format.kind === 'time' || format.time ? `${date}T${timeText(ms)}` : date
}

function dayText(day: number, from1904: boolean): string | null {
  const days = from1904 ? day + DAYS_1904 : day
  if (days < 1 || days > LAST_DAY) return null
  if (days === 60 && !from1904) return '1900-02-29'
  const date = new Date(EPOCH_1900 + (days < 60 && !from1904 ? days + 1 : days) * MS_PER_DAY)
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

function timeText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const rest = ms % 1000
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return rest === 0 ? time : `${time}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`
}

/** Whether an ISO text is a day of the calendar. */
export function isDay(iso: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? []
  if (year === undefined) return false
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

const MOMENT = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/

/** Whether an ISO text is a moment to the second on a day of the calendar, without a time zone, which spreadsheets do not know. */
export const isMoment = (iso: string): boolean => isDay(MOMENT.exec(iso)?.[1] ?? '')

/**
 * The number in the 1900 system for an ISO day, or moment (`isMoment`), from March 1900 on; `null` for an earlier one or anything else.
 */
export function serialOfDate(iso: string): number | null {
  const [, day = iso, time = '00:00:00'] = MOMENT.exec(iso) ?? []
  if (!isDay(day) || day < '1900-03-01') return null
  return (Date.parse(`${day}T${time}Z`) - EPOCH_1900) / MS_PER_DAY
}
