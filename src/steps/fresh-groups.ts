import { combinedText } from '../cluster/combine-columns.ts'
import { findVariants } from '../cluster/find-variants.ts'
import { splitWithin } from '../cluster/split-within.ts'
import type { Column } from '../table/column.ts'
import { refusedPairs } from './refused-pairs.ts'
import type { StepContext } from './step-context.ts'
import type { NewValue } from './step.ts'

interface Asked {
  column: Column
  companions: readonly Column[]
  /** Columns whose values are the same within a group. */
  within: readonly Column[]
  refused: readonly (readonly string[])[]
  /** What each known spelling becomes, on rows with these values of the columns of `within`. */
  becomesIn(place: string): ReadonlyMap<string, string>
}

/**
 * Spellings that several methods take for one thing in this table, whether or not one of them is known: each with the known one, or
 * the one proposed where the whole group is new. A group that would bring two known ones together is left alone.
 */
export async function freshGroups(
  { column, companions, within, refused, becomesIn }: Asked,
  progress: StepContext['progress'],
): Promise<NewValue[]> {
  const found = await findVariants(column, companions, progress, { refused: refusedPairs(refused) })
  const tied = within.length > 0 ? splitWithin(found, column, within) : null
  return (tied ?? found).flatMap((group): NewValue[] => {
    const place = 'within' in group ? group.within : undefined
    const becomes = becomesIn(combinedText(place ?? []))
    const targets = new Set(group.values.flatMap(({ text }) => becomes.get(text) ?? []))
    if (targets.size > 1) return []
    const [to = group.proposed] = targets
    const warnings = 'warnings' in group ? group.warnings : []
    return group.values
      .filter(({ text }) => text !== to && !becomes.has(text))
      .map(({ text, cells }): NewValue => {
        const against = new Set(
          warnings.filter(({ a, b }) => a === text || b === text).map((one) => one.column),
        )
        return {
          column: column.name,
          value: text,
          cells,
          near: to,
          ...(place === undefined ? {} : { within: place }),
          ...('confidence' in group ? { score: group.confidence } : {}),
          ...(against.size === 0
            ? {}
            : { evidence: Array.from(against, (name) => ({ column: name, says: 'different' as const })) }),
        }
      })
  })
}
