import type { Condition } from '../../steps/condition.ts'

/** Rows whose cell of a column holds one of these texts; '' stands for a blank. */
export function valuesCondition(column: string, texts: readonly string[]): Condition {
  const filled = texts.filter((text) => text !== '')
  if (filled.length === texts.length) return { column, in: filled }
  if (filled.length === 0) return { column, is: 'blank' }
  return {
    any: [
      { column, is: 'blank' },
      { column, in: filled },
    ],
  }
}
