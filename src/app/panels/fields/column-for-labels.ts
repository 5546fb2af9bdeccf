import { labelColumnOf } from '../../../diagnosis/label-column.ts'
import type { Column } from '../../../table/column.ts'

/**
 * Where the labels of a column of codes most likely go: the column that is named after it (BGT_NATURE → BGT_NATURE_LABEL), else a
 * new one, named in the same manner as the others (BGT_FONCTION_LABEL) or `otherwise`.
 */
export function columnForLabels(
  codes: string,
  columns: readonly Pick<Column, 'name' | 'type'>[],
  otherwise: string,
): string {
  const there = labelColumnOf({ columns }, { name: codes })
  if (there !== undefined) return there.name
  const manner = /^[A-Z0-9_]+$/.test(codes) ? `${codes}_LABEL` : otherwise
  return columns.some(({ name }) => name === manner) ? `${manner} 2` : manner
}
