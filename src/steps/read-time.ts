/** A time at the end of a text. */
export interface TimeReading {
  /** What stands before it. */
  before: string
  /** `14:30:00`, with parts of a second where they are not zero; `null` for a time that no clock shows. */
  time: string | null
  /** `Z`, `+02:00`, or '' where none is said. */
  zone: string
}

const TIME =
  /^(.*?\d.*?)(?:t|,? (?:a )?| ?- ?)(\d{1,2}) ?(?::(\d\d)|h ?(\d\d)?)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?([ap])?\.?m?\.? ?(z|utc|gmt|[+-]\d\d:?\d\d)?$/

/**
 * Reads the time at the end of a folded text: 14:30, 14h30, 14:30:05.250, 2:30 pm, with `Z` or `+02:00` after it. `null` where there is none.
 */
export function readTime(text: string): TimeReading | null {
  if (!/\d ?[:h]/.test(text)) return null
  const found = TIME.exec(text)
  if (found === null) return null
  const [, before = '', hour = '', minute, minuteAfter = '00', second = '00', parts = '', half, zone] = found
  const hours = half === undefined ? Number(hour) : halfDay(Number(hour), half)
  const clock = `${String(hours).padStart(2, '0')}:${minute ?? minuteAfter}:${second}`
  const rest = parts.replace(/0+$/, '')
  const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(clock)
  return { before, time: isTime ? clock + (rest === '' ? '' : `.${rest}`) : null, zone: zoneText(zone) }
}

/** 12 am is midnight; no clock shows 13 pm. */
const halfDay = (hour: number, half: string): number =>
  hour < 1 || hour > 12 ? NaN : (hour % 12) + (half === 'p' ? 12 : 0)

function zoneText(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^[a-z]/.test(zone)) return 'Z'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}
