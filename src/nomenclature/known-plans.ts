import index from './plans/index.json'

/** A nomenclature that Tamis carries, and the years that it knows, in order. */
export interface KnownPlan {
  readonly norm: string
  readonly variant: string
  readonly years: readonly number[]
}

const known: readonly KnownPlan[] = (index as [string, string, number, number][]).map(
  ([norm, variant, first, last]) => ({
    norm,
    variant,
    years: Array.from({ length: last - first + 1 }, (_, i) => first + i),
  }),
)

/** The nomenclatures that Tamis carries; their content is loaded by `loadPlan`. */
export const plans = (): readonly KnownPlan[] => known

/** The name of a nomenclature as budgets write it: norm, then variant. */
export const fullName = ({ norm, variant }: { norm: string; variant: string }): string => `${norm}-${variant}`

/** The nomenclature that a budget names: `M14-M14_COM_500_3500`, or the variant alone as newer budgets do (`M57_A`). */
export function findPlan(name: string): KnownPlan | undefined {
  const wanted = name.trim().toUpperCase()
  return known.find((plan) => plan.variant === wanted || fullName(plan) === wanted)
}
