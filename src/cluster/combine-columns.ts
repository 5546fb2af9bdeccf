import type { Column } from '../table/column.ts'
import { joinTexts } from '../table/join-texts.ts'

/** What stands between the values of a combined column: a character that no file holds in a cell. */
const COMBINED_BY = '\u241f'

/**
 * One column of the values of several, row by row, so that « same name and same commune » is grouped as one. Each distinct
 * combination is built once. `partsOf` takes a combined text apart again.
 */
export function combineColumns(name: string, columns: readonly Column[]): Column {
  const rowCount = columns[0]?.codes.length ?? 0
  const parts = columns.flatMap((column, at) => (at === 0 ? [column] : [COMBINED_BY, column]))
  return joinTexts(name, parts, rowCount)
}

/** The combined text of these values. */
export const combinedText = (values: readonly string[]): string => values.join(COMBINED_BY)

/** The values that a combined text was made of; '' for a blank. */
export const partsOf = (combined: string): string[] => combined.split(COMBINED_BY)
