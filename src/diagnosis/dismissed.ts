import type { Finding } from './finding.ts'

/** A finding that a person has set aside, and why. It stays set aside for the columns that it was about, next year too. */
export interface Dismissed {
  code: string
  /** The columns that it was about, in alphabetical order; none when it was about the whole table. */
  columns: readonly string[]
  reason: string
}

/** What tells a finding from others of its sheet, whatever the values are. */
export function subjectOf({ code, column, proposal }: Finding): Pick<Dismissed, 'code' | 'columns'> {
  const proposed = proposal?.params['columns']
  const named = Array.isArray(proposed)
    ? proposed.filter((name): name is string => typeof name === 'string')
    : []
  return { code, columns: column === undefined ? named.toSorted() : [column] }
}

/** Why a finding was set aside; `null` if it was not, or if it is now about another column as well. */
export function reasonToDismiss(finding: Finding, dismissed: readonly Dismissed[]): string | null {
  const { code, columns } = subjectOf(finding)
  const own = dismissed.find(
    (one) =>
      one.code === code &&
      one.columns.length > 0 === columns.length > 0 &&
      columns.every((name) => one.columns.includes(name)),
  )
  return own?.reason ?? null
}
