import { DAY_LENGTH } from './survey-dates.ts'
import { PlainDate } from '../table/value.ts'

/** How dates are written: `auto` as days, or moments where the column has times; `day` without their times; the others as texts. */
export type DateWriting = 'auto' | 'day' | 'french' | 'month' | 'year'

/** The date in this writing, from its ISO text and time; `null` where it says less than the writing needs. */
export function writtenDate(
  iso: string,
  { time, zone }: { time: string; zone: string },
  writing: DateWriting,
  timed: boolean,
): PlainDate | string | null {
  if (writing === 'year') return iso.slice(0, 4)
  if (writing === 'month') return iso.length < MONTH_LENGTH ? null : iso.slice(0, MONTH_LENGTH)
  if (iso.length < DAY_LENGTH) return null
  const hasTime = timed && time !== ''
  if (writing === 'french') return iso.split('-').reverse().join('/') + (hasTime ? ` ${time}${zone}` : '')
  return new PlainDate(hasTime && writing === 'auto' ? `${iso}T${time}${zone}` : iso)
}

const MONTH_LENGTH = 7

/** Whether the times of a column are written: not where they all are midnight, which says that there is none. */
export const areTimesMeant = (writing: DateWriting, times: number): boolean =>
  (writing === 'auto' || writing === 'french') && times > 0
