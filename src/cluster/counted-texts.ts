import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import type { CountedText } from '../table/map-values.ts'

/** The distinct texts that the rows (the chosen ones) of a column hold, blanks left out, each with its number of cells. */
export function countedTexts(column: Column, chosen?: RowMask): CountedText[] {
  const counts = countCodes(column, chosen)
  const texts: CountedText[] = []
  for (let code = BLANK + 1; code < column.dictionary.size; code++)
    if (counts[code]! > 0) texts.push({ text: column.dictionary.text(code), cells: counts[code]! })
  return texts
}
