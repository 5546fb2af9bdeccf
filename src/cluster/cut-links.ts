import { proposedSpelling } from './proposed-spelling.ts'
import { levelOf, type VariantGroup, type VariantLink } from './variant-group.ts'

/** The groups that are left of one when a person cuts some of its links; spellings that stand alone then make none. */
export function cutLinks(group: VariantGroup, cut: readonly VariantLink[]): VariantGroup[] {
  const gone = new Set(cut)
  const links = group.links.filter((link) => !gone.has(link))
  const parent = new Map(group.values.map(({ text }) => [text, text]))
  const top = (text: string): string => {
    const above = parent.get(text) ?? text
    return above === text ? text : top(above)
  }
  for (const { a, b } of links) parent.set(top(a), top(b))
  const tops = new Set(group.values.map(({ text }) => top(text)))
  return [...tops].flatMap((root) => {
    const values = group.values.filter(({ text }) => top(text) === root)
    const own = links.filter(({ a }) => top(a) === root)
    const weakest = own.at(-1)
    if (weakest === undefined) return []
    const proposed = proposedSpelling(values)
    const { confidence, reason } = weakest
    const texts = new Set(values.map(({ text }) => text))
    const warnings = group.warnings.filter(({ a, b }) => texts.has(a) && texts.has(b))
    return [
      {
        key: proposed,
        values,
        proposed,
        confidence,
        level: levelOf(confidence),
        reason,
        links: own,
        warnings,
      },
    ]
  })
}
