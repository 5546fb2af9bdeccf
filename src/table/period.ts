/** A stretch of days, both included, as numbers that sort: 20230101 to 20231231. */
export interface Period {
  readonly from: number
  readonly to: number
}

const FORMS: readonly [pattern: RegExp, order: readonly ('y' | 'm' | 'd')[]][] = [
  [/^(\d{4})$/, ['y']],
  [/^(\d{4})-(\d{1,2})$/, ['y', 'm']],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, ['y', 'm', 'd']],
  [/^(\d{1,2})\/(\d{4})$/, ['m', 'y']],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/, ['d', 'm', 'y']],
]

/**
 * The days that a text names: a year, a month or a day, ISO or as the French write it, or the only year that it speaks of, as the name
 * of a yearly file does; `null` for another text.
 */
export function periodOf(text: string): Period | null {
  for (const [pattern, order] of FORMS) {
    const found = pattern.exec(text.trim())
    if (found === null) continue
    const part = (name: 'y' | 'm' | 'd'): number | null =>
      order.includes(name) ? Number(found[order.indexOf(name) + 1]) : null
    const [year, month, day] = [part('y')!, part('m'), part('d')]
    if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null
    const at = (ofMonth: number, ofDay: number): number =>
      year * 10_000 + (month ?? ofMonth) * 100 + (day ?? ofDay)
    return { from: at(1, 1), to: at(12, 31) }
  }
  const [year, another] = text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
  return year === undefined || another !== undefined ? null : periodOf(year)
}
