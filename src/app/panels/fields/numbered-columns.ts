import type { ColumnGroup } from '../../../steps/fields.ts'

/**
 * Columns whose names differ by a number at the end (Objet 1, Montant 1, Objet 2, Montant 2), gathered by what comes before it.
 * One group for each kind that has two columns or more; a number that a kind lacks is `null`.
 */
export function numberedColumns(names: readonly string[]): ColumnGroup[] {
  const kinds = new Map<string, Map<number, string>>()
  for (const name of names) {
    const [, stem = '', digits] = /^(.*?\D)[\s_.-]*(\d{1,3})$/.exec(name) ?? []
    const kind = stem.replace(/[\s_.-]+$/, '')
    if (digits === undefined || kind === '') continue
    const numbers = kinds.get(kind) ?? new Map<number, string>()
    numbers.set(Number(digits), name)
    kinds.set(kind, numbers)
  }
  const repeated = [...kinds].filter(([, numbers]) => numbers.size > 1)
  const ranks = [...new Set(repeated.flatMap(([, numbers]) => [...numbers.keys()]))].sort((a, b) => a - b)
  return repeated.map(([name, numbers]) => ({
    name,
    columns: ranks.map((rank) => numbers.get(rank) ?? null),
  }))
}
