import { countCodes, type Column } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'
import type { Cluster } from './cluster.ts'
import { hashOrder } from './hash-order.ts'
import type { Keyer } from './keyer.ts'
import { proposedSpelling } from './proposed-spelling.ts'

/**
 * Groups of two spellings or more with the same key, those with most spellings first. Each distinct value is keyed once.
 * The order is OpenRefine's, down to equal sizes, so that its results and ours can be laid side by side;
 * `byGain` orders them for people.
 */
export function clusterByKey(column: Column, keyer: Keyer): Cluster[] {
  const counts = countCodes(column)
  const codesByKey = new Map<string, number[]>()
  for (let code = BLANK + 1; code < column.dictionary.size; code++) {
    if (counts[code] === 0) continue
    const key = keyer.key(column.dictionary.text(code))
    const codes = codesByKey.get(key)
    if (codes === undefined) codesByKey.set(key, [code])
    else codes.push(code)
  }
  const total = codesByKey.size
  const groups = [...codesByKey].filter(([key, codes]) => key !== '' && codes.length > 1)
  return hashOrder(groups, ([key]) => key, total)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, codes]) => {
      const values = codes
        .map((code) => ({ text: column.dictionary.text(code), cells: counts[code]! }))
        .sort((a, b) => b.cells - a.cells || (a.text < b.text ? -1 : 1))
      return { key, values, proposed: proposedSpelling(values) }
    })
}
