import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import { folded } from './folded.ts'
import { isOrderOpen, readDate, type DateOrder, type DateReading } from './read-date.ts'
import { readSerial, serialOf, type SerialSystem } from './read-serial.ts'

/** Cells that have something in common, with the most frequent text among them; '' for none. */
export interface SeenCells {
  cells: number
  example: string
}

/** What the values of a column say about how its dates are written. */
export interface DateSurvey {
  /** Cells that are a day only with the day first, only with the month first, and with both, but not the same one. */
  dayFirst: SeenCells
  monthFirst: SeenCells
  open: SeenCells
  /** Days that no calendar has, and moments that no clock shows. */
  impossible: SeenCells
  /** Months and years without a day. */
  partial: SeenCells
  /** Years of two digits. */
  shortYears: SeenCells
  /** Times other than midnight, and midnights. */
  times: SeenCells
  midnights: SeenCells
  /** Times that say how far they are from universal time. */
  zones: SeenCells
  /** Numbers that spreadsheets may keep days as. */
  serials: SeenCells
  /** Of them, those with a time. */
  timedSerials: SeenCells
  /** Cells that say a whole day otherwise than by such a number, by how it is written. */
  days: ReadonlyMap<DateReading['form'], SeenCells>
  filled: number
  /** Whether it is a column of dates already. */
  isConverted: boolean
}

/** An order is settled when at most one cell in this many speaks for the other. */
const CLEAR = 10
/** Part of the filled cells that must be dates for numbers among them to be dates too. */
const MOSTLY = 0.8
const DATE_NAME =
  /(?:^|[^a-z])(?:dates?|dt|jours?|day|quand|echeance|signature|notification)(?:[^a-z]|$)|^date|date$/

/** Whether a column's name says that it holds dates. */
const isDateName = (name: string): boolean => DATE_NAME.test(folded(name))

const surveys = new WeakMap<Column, DateSurvey>()

/** Looks at the distinct values of a column, or at one `every` so many; with `chosen` only at those of these rows. */
export function surveyDates(column: Column, chosen?: RowMask, every = 1): DateSurvey {
  const whole = chosen === undefined && every === 1
  const known = whole ? surveys.get(column) : undefined
  if (known !== undefined) return known
  const counts = countCodes(column, chosen)
  const { dictionary, type } = column
  const survey = emptySurvey(type === 'date')
  for (let code = BLANK + 1; code < dictionary.size; code += every) {
    const cells = counts[code]!
    if (cells === 0 || dictionary.isEmpty(code)) continue
    survey.filled += cells
    if (type === 'boolean' && !dictionary.isUnconverted(code)) continue
    addText(survey, dictionary.text(code), cells)
  }
  if (whole) surveys.set(column, survey)
  return survey
}

const none = (): SeenCells & { most: number } => ({ cells: 0, example: '', most: 0 })

const emptySurvey = (isConverted: boolean) => ({
  isConverted,
  dayFirst: none(),
  monthFirst: none(),
  open: none(),
  impossible: none(),
  partial: none(),
  shortYears: none(),
  times: none(),
  midnights: none(),
  zones: none(),
  serials: none(),
  timedSerials: none(),
  days: new Map<DateReading['form'], ReturnType<typeof none>>(),
  filled: 0,
})

function addText(survey: ReturnType<typeof emptySurvey>, text: string, cells: number): void {
  const see = (seen: ReturnType<typeof none>): void => {
    if (cells > seen.most) {
      seen.most = cells
      seen.example = text
    }
    seen.cells += cells
  }
  const reading = readDate(text)
  if (reading === null) {
    const serial = serialOf(text)
    if (serial === null) return
    see(survey.serials)
    if (!Number.isInteger(serial)) see(survey.timedSerials)
    return
  }
  const { form, day, month, time, zone, shortYear } = reading
  const iso = day ?? month
  if (iso === null) return see(survey.impossible)
  if (shortYear) see(survey.shortYears)
  if (iso.length < DAY_LENGTH) return see(survey.partial)
  if (isOrderOpen(reading)) see(survey.open)
  else if (month === null) see(survey.dayFirst)
  else if (day === null) see(survey.monthFirst)
  if (time !== '') see(time === MIDNIGHT ? survey.midnights : survey.times)
  if (zone !== '') see(survey.zones)
  const alike = survey.days.get(form) ?? none()
  survey.days.set(form, alike)
  see(alike)
}

/** Length of `2020-12-31`. */
export const DAY_LENGTH = 10
const MIDNIGHT = '00:00:00'

/**
 * What comes first in the dates of a column: what its values that can be read one way only say, the day where there are none; `null` where
 * they say both, and in a column of dates, where what is left was in doubt before.
 */
export function dateOrder({ isConverted, dayFirst, monthFirst }: DateSurvey): DateOrder | null {
  if (isConverted) return null
  if (monthFirst.cells * CLEAR <= dayFirst.cells) return 'day'
  return dayFirst.cells * CLEAR <= monthFirst.cells ? 'month' : null
}

/** The date of a text in this order; without one, only what is the same date in both. `null` where there is none. */
export function dateInOrder({ day, month }: DateReading, order: DateOrder | null): string | null {
  if (order === null) return day === month ? day : null
  return order === 'day' ? day : month
}

/** Whether numbers such as 44196 are days in this column: all of it is dates, and it is called so or has other dates. */
export function areSerialsDays(name: string, survey: DateSurvey): boolean {
  const { serials, filled } = survey
  const days = wholeDays(survey)
  if (serials.cells === 0 || serials.cells + days < filled * MOSTLY) return false
  return isDateName(name) || days * CLEAR >= serials.cells
}

/** Cells that say a whole day, numbers of spreadsheets aside. */
const wholeDays = ({ days }: DateSurvey): number =>
  [...days.values()].reduce((sum, { cells }) => sum + cells, 0)

/** What a text says as a date, numbers of spreadsheets included where a system is given for them. */
export const readCell = (text: string, system: SerialSystem | null): DateReading | null =>
  readDate(text) ?? (system === null ? null : readSerial(text, system))
