import { combinedText } from '../cluster/combine-columns.ts'
import type { Replacement } from './replacement-fields.ts'
import type { NewValue, Params } from './step.ts'

/** The parameters of a replacement with new spellings added, each to the group that it is near to, or to a new one. */
export function withSpellings(params: Params, values: readonly NewValue[]): Params {
  const groups = new Map<string, Replacement>()
  const keyOf = (to: string, within: readonly string[] = []): string => JSON.stringify([to, within])
  const others: Replacement[] = []
  for (const group of params['replacements'] as readonly Replacement[]) {
    const key = keyOf(group.to, group.within)
    if (groups.has(key)) others.push(group)
    else groups.set(key, { ...group, from: [...group.from] })
  }
  const claimed = new Set([...groups.values(), ...others].flatMap(claimsOf))
  for (const { value, near, within } of values) {
    if (near === undefined || claimed.has(claimOf(value, within))) continue
    claimed.add(claimOf(value, within))
    const key = keyOf(near, within)
    const group = groups.get(key)
    if (group === undefined)
      groups.set(key, { from: [value], to: near, ...(within === undefined ? {} : { within: [...within] }) })
    else group.from.push(value)
  }
  return { ...params, replacements: [...groups.values(), ...others] }
}

/** What a group takes for itself: a spelling, on rows with these values. No two groups may claim the same. */
const claimOf = (text: string, within: readonly string[] = []): string => combinedText([text, ...within])

export const claimsOf = ({ from, within }: Replacement): string[] => from.map((text) => claimOf(text, within))
