import type { Column } from '../table/column.ts'
import { combinationsOf } from '../table/combinations.ts'
import { BLANK } from '../table/dictionary.ts'
import { combineColumns, partsOf } from './combine-columns.ts'
import type { Cluster } from './cluster.ts'
import { proposedSpelling } from './proposed-spelling.ts'
import { levelOf, type VariantGroup } from './variant-group.ts'

/** A group that holds only on rows with these values in some other columns, one each; '' for a blank. */
export type TiedGroup = (Cluster | VariantGroup) & { within: readonly string[] }

/**
 * Groups cut up so that each holds for one value only of some other columns of the same rows (the same commune): the spellings that
 * occur there, counted there. A part with one spelling is no group any more. The parts of a group follow each other, those with most
 * cells first.
 */
export function splitWithin(
  groups: readonly (Cluster | VariantGroup)[],
  column: Column,
  beside: readonly Column[],
): TiedGroup[] {
  const places = combineColumns('', beside)
  const cellsOf = cellsByPlace(column, places)
  const codeOf = new Map<string, number>()
  for (let code = BLANK + 1; code < column.dictionary.size; code++)
    codeOf.set(column.dictionary.text(code), code)
  return groups.flatMap((group) => {
    const parts = new Map<number, { text: string; cells: number }[]>()
    for (const { text } of group.values)
      for (const [place, cells] of cellsOf.get(codeOf.get(text) ?? BLANK) ?? []) {
        const part = parts.get(place)
        if (part === undefined) parts.set(place, [{ text, cells }])
        else part.push({ text, cells })
      }
    return [...parts]
      .filter(([, values]) => values.length > 1)
      .map(([place, values]) => partOf(group, values, partsOf(places.dictionary.text(place))))
      .sort((a, b) => total(b) - total(a))
  })
}

const total = ({ values }: Cluster): number => values.reduce((sum, { cells }) => sum + cells, 0)

function partOf(
  group: Cluster | VariantGroup,
  counted: { text: string; cells: number }[],
  within: readonly string[],
): TiedGroup {
  const values = counted.sort((a, b) => b.cells - a.cells || (a.text < b.text ? -1 : 1))
  const proposed = proposedSpelling(values)
  const key = `${group.key}\n${within.join('\n')}`
  if (!('links' in group)) return { ...group, key, values, proposed, within }
  const texts = new Set(values.map(({ text }) => text))
  const isHere = ({ a, b }: { a: string; b: string }): boolean => texts.has(a) && texts.has(b)
  const links = group.links.filter(isHere)
  // Held together by a spelling that is elsewhere: no surer than the group that it comes from.
  const isWhole = links.length === values.length - 1
  const weakest = isWhole ? links.at(-1)! : group
  return {
    ...group,
    key,
    values,
    proposed,
    within,
    confidence: weakest.confidence,
    level: levelOf(weakest.confidence),
    reason: weakest.reason,
    links: isWhole ? links : group.links,
    warnings: group.warnings.filter(isHere),
  }
}

/** For each entry of the column that occurs, the entries of the other one on the same rows, with the number of rows. */
function cellsByPlace(column: Column, places: Column): Map<number, [place: number, cells: number][]> {
  const { numbers, firstRows } = combinationsOf([column, places])
  const cells = new Uint32Array(firstRows.length)
  for (let row = 0; row < numbers.length; row++) cells[numbers[row]!]!++
  const byCode = new Map<number, [number, number][]>()
  for (const [number, row] of firstRows.entries()) {
    const code = column.codes[row]!
    if (code === BLANK) continue
    const pair: [number, number] = [places.codes[row]!, cells[number]!]
    const known = byCode.get(code)
    if (known === undefined) byCode.set(code, [pair])
    else known.push(pair)
  }
  return byCode
}
