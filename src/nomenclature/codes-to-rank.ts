import { combinationsOf } from '../table/combinations.ts'
import { cellText, countCodes, type Column } from '../table/column.ts'
import type { CodeToRank } from './rank-plans.ts'

/** Beyond this many pairs of codes and labels, labels are not looked at: they are no labels. */
const MOST_PAIRS = 100_000

/** The distinct codes of a column, counted, with the label that a neighbouring column first gives to each. */
export function codesToRank(column: Column, labels?: Column): CodeToRank[] {
  const counts = countCodes(column)
  const labelOf = new Map<number, string>()
  if (labels !== undefined) {
    const { firstRows } = combinationsOf([column, labels])
    if (firstRows.length <= MOST_PAIRS)
      for (const row of firstRows) {
        const label = cellText(labels, row)
        const code = column.codes[row]!
        if (label.trim() !== '' && !labelOf.has(code)) labelOf.set(code, label)
      }
  }
  const found: CodeToRank[] = []
  for (let code = 1; code < counts.length; code++) {
    const label = labelOf.get(code)
    if (counts[code]! > 0)
      found.push({
        text: column.dictionary.text(code),
        cells: counts[code]!,
        ...(label === undefined ? {} : { label }),
      })
  }
  return found
}
