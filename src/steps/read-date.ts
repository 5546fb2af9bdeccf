import { isDay } from '../formats/spreadsheet/serial-date.ts'
import { monthNamed, weekdayNamed } from './date-names.ts'
import { folded } from './folded.ts'
import { readTime, type TimeReading } from './read-time.ts'

/** What comes first in a date such as 03/04/2020. */
export type DateOrder = 'day' | 'month'

/** A date as a text says it. */
export interface DateReading {
  /** How it is written: `31/12/2020`, `2020-12-31` or `2020/12/31`, `31 déc. 2020`, `20201231`. */
  form: 'numbers' | 'year-first' | 'words' | 'digits'
  /**
   * ISO text of the day (`2020-12-31`), or of the month or the year where no more is said, read with this first; `null` where that is
   * no date. Both are `null` for a date that no calendar has: 31/02/2020.
   */
  day: string | null
  month: string | null
  /** `14:30:00`, with parts of a second where they are said, or ''; `zone` is `Z`, `+02:00` or ''. */
  time: string
  zone: string
  /** Whether the year is written with two digits; 00 to 68 are read as 2000 to 2068, 69 to 99 as 1969 to 1999 (POSIX). */
  shortYear: boolean
}

/** Longer texts are no dates that a person wrote. */
const LONGEST = 60
const ISO = /^\d{4}-\d\d-\d\d$/
const NUMBERS = /^(\d{4}|\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})$/
const DIGITS = /^\d{8}$/
const MONTH_YEAR = /^(\d{1,2})[-/](\d{4})$/
const YEAR_MONTH = /^(\d{4})[-/](\d{1,2})$/
const YEAR = /^\d{4}$/
const DAY_NAME =
  /^(\d{1,2})(?:er|e|st|nd|rd|th)?[ .,/-]*(?:de |of )?([a-z]{3,9})[ .,/-]*(?:de |of )?(\d{4}|\d{2})$/
const NAME_DAY = /^([a-z]{3,9})[ .]*(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})$/
const NAME_YEAR = /^([a-z]{3,9})(?:[ .,/-]*(?:de |of )?(\d{4})|[./-](\d{2}))$/
const WEEKDAY = /^([a-z]{3,9})[.,]* (?:le )?(.*\d.*)$/

/** Years that codes of digits alone, and months without a day, may name. */
const isLikelyYear = (year: string): boolean => /^(?:1[89]|20|21)\d\d$/.test(year)

/**
 * Reads a day, a month or a year as the French or the English write it, in numbers or words, with or without a time; `null` for a text that is
 * no date. Numbers of days of spreadsheets are `readSerial`'s.
 */
export function readDate(text: string): DateReading | null {
  if (text.length > LONGEST) return null
  if (ISO.test(text)) return reading('year-first', dayOf(text.slice(0, 4), text.slice(5, 7), text.slice(8)))
  if (!/\d/.test(text)) return null
  const plain = folded(text).replace(/\s+/g, ' ')
  const timed = readTime(plain)
  if (timed === null) return readDay(plain)
  const date = readDay(timed.before)
  return date === null ? null : withTime(date, timed)
}

function withTime(date: DateReading, { time, zone }: TimeReading): DateReading | null {
  const isWhole = (iso: string | null): boolean => iso === null || iso.length === 10
  if (!isWhole(date.day) || !isWhole(date.month)) return null
  // A time that no clock shows makes the whole a moment that never was.
  if (time === null) return { ...date, day: null, month: null }
  return { ...date, time, zone }
}

function readDay(text: string): DateReading | null {
  const bare = text.replace(/^le (?=.*\d)/, '').replace(/ ?([-/.]) ?/g, '$1')
  const date = readNumbers(bare) ?? readWords(bare)
  if (date !== null) return date
  const [, word = '', rest = ''] = WEEKDAY.exec(text) ?? []
  const weekday = weekdayNamed(word)
  if (weekday === undefined) return null
  const named = readDay(rest)
  if (named === null) return null
  // What falls on another day of the week is not what was meant.
  const agrees = (iso: string | null): string | null =>
    iso !== null && iso.length === 10 && new Date(`${iso}T00:00:00Z`).getUTCDay() === weekday ? iso : null
  return { ...named, day: agrees(named.day), month: agrees(named.month) }
}

function readNumbers(text: string): DateReading | null {
  const [, first = '', , second = '', third = ''] = NUMBERS.exec(text) ?? []
  if (first.length === 4) return third.length > 2 ? null : reading('year-first', dayOf(first, second, third))
  if (first !== '') {
    if (third.length !== 4 && third.length !== 2) return null
    const year = fullYear(third)
    return {
      ...reading('numbers', dayOf(year, second, first)),
      month: dayOf(year, first, second),
      shortYear: third.length === 2,
    }
  }
  if (DIGITS.test(text)) return readDigits(text)
  const [, month = '', ofYear = ''] = MONTH_YEAR.exec(text) ?? []
  if (isLikelyYear(ofYear)) return reading('numbers', monthOf(ofYear, month))
  const [, year = '', itsMonth = ''] = YEAR_MONTH.exec(text) ?? []
  if (isLikelyYear(year)) return reading('year-first', monthOf(year, itsMonth))
  return YEAR.test(text) && isLikelyYear(text) ? reading('year-first', text) : null
}

/** 20201231 or 31122020, which no text can be both: the year begins with 18 to 21, which is no month. */
function readDigits(text: string): DateReading | null {
  const [start, end] = [text.slice(0, 4), text.slice(4)]
  if (isLikelyYear(start) && dayOf(start, end.slice(0, 2), end.slice(2)) !== null)
    return reading('digits', dayOf(start, end.slice(0, 2), end.slice(2)))
  if (!isLikelyYear(end)) return null
  const [one, two] = [start.slice(0, 2), start.slice(2)]
  const [day, month] = [dayOf(end, two, one), dayOf(end, one, two)]
  return day === null && month === null ? null : { ...reading('digits', day), month }
}

function readWords(text: string): DateReading | null {
  const [, day = '', name = '', year = ''] = DAY_NAME.exec(text) ?? []
  const month = monthNamed(name)
  if (month !== undefined)
    return {
      ...reading('words', dayOf(fullYear(year), String(month), day)),
      shortYear: year.length === 2,
    }
  const [, english = '', itsDay = '', itsYear = ''] = NAME_DAY.exec(text) ?? []
  const englishMonth = monthNamed(english)
  if (englishMonth !== undefined) return reading('words', dayOf(itsYear, String(englishMonth), itsDay))
  const [, alone = '', whole, short = ''] = NAME_YEAR.exec(text) ?? []
  const aloneMonth = monthNamed(alone)
  if (aloneMonth === undefined) return null
  return {
    ...reading('words', monthOf(whole ?? fullYear(short), String(aloneMonth))),
    shortYear: whole === undefined,
  }
}

const reading = (form: DateReading['form'], iso: string | null): DateReading => ({
  form,
  day: iso,
  month: iso,
  time: '',
  zone: '',
  shortYear: false,
})

const fullYear = (year: string): string =>
  year.length === 4 ? year : Number(year) < 69 ? `20${year}` : `19${year}`

/** ISO text of a day of the calendar from the year 1000 on, or `null`. */
function dayOf(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return year >= '1000' && isDay(iso) ? iso : null
}

const monthOf = (year: string, month: string): string | null =>
  Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null

/** Whether the date differs with what comes first, as that of 03/04/2020 does. */
export const isOrderOpen = ({ day, month }: DateReading): boolean =>
  day !== null && month !== null && day !== month
