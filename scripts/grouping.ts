/** How good grouping is on tables whose groups are known: pairs of spellings found and right. `npm run grouping -- DIR` */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { clusterByDistance } from '../src/cluster/cluster-by-distance.ts'
import { clusterByKey } from '../src/cluster/cluster-by-key.ts'
import { findDistance } from '../src/cluster/distances.ts'
import { findVariants } from '../src/cluster/find-variants.ts'
import { findKeyer } from '../src/cluster/keyers.ts'
import { noProgress } from '../src/cluster/progress.ts'
import { suggestCompanions } from '../src/cluster/suggest-companions.ts'
import { readFile } from '../src/formats/formats.ts'
import type { Column } from '../src/table/column.ts'
import { BLANK } from '../src/table/dictionary.ts'
import type { Table } from '../src/table/table.ts'

/** Canonical spelling → the other spellings of the same thing. */
export type KnownGroups = Readonly<Record<string, readonly string[]>>

/** Pairs of spellings: proposed, proposed and right, and right in all. */
export interface PairCounts {
  proposed: number
  right: number
  known: number
}

type Groups = readonly (readonly string[])[]

/** The groups that a method makes of a column. */
export interface Method {
  name: string
  groups(column: Column): Promise<Groups>
}

const textsOf = (clusters: readonly { values: readonly { text: string }[] }[]): Groups =>
  clusters.map(({ values }) => values.map(({ text }) => text))

const byKey = (id: string): Method => ({
  name: id,
  groups: (column) => Promise.resolve(textsOf(clusterByKey(column, findKeyer(id)!))),
})

const byDistance = (id: string, radius: number): Method => ({
  name: `${id}, radius ${radius}, blocks of 6`,
  groups: async (column) =>
    textsOf(await clusterByDistance(column, findDistance(id)!, { radius, runLength: 6 }, noProgress)),
})

/** What OpenRefine offers, one method at a time. */
export const SINGLE_METHODS: readonly Method[] = [
  ...['fingerprint', 'ngram-fingerprint', 'ngram-fingerprint-1', 'double-metaphone'].map(byKey),
  ...['cologne-phonetic', 'daitch-mokotoff'].map(byKey),
  ...[byDistance('levenshtein', 1), byDistance('levenshtein', 2), byDistance('levenshtein', 3)],
  ...[byDistance('ppm', 0.5), byDistance('ppm', 1)],
]

/** Our own search. */
export const variantMethod = (companions: readonly Column[] = []): Method => ({
  name: companions.length === 0 ? 'variants' : 'variants with companions',
  groups: async (column) => textsOf(await findVariants(column, companions, noProgress)),
})

/** Pairs that the groups propose and that are known, among the spellings that the column holds. */
export function countPairs(groups: Groups, known: KnownGroups, column: Column): PairCounts {
  const present = new Set<string>()
  for (let code = BLANK + 1; code < column.dictionary.size; code++) present.add(column.dictionary.text(code))
  const thing = new Map<string, string>()
  const counts: PairCounts = { proposed: 0, right: 0, known: 0 }
  for (const [canonical, others] of Object.entries(known)) {
    const held = [...new Set([canonical, ...others])].filter((text) => present.has(text))
    for (const text of held) thing.set(text, canonical)
    counts.known += (held.length * (held.length - 1)) / 2
  }
  const seen = new Set<string>()
  for (const group of groups) {
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) {
        const pair = JSON.stringify(a < b ? [a, b] : [b, a])
        if (seen.has(pair)) continue
        seen.add(pair)
        counts.proposed++
        if (thing.has(a) && thing.get(a) === thing.get(b)) counts.right++
      }
  }
  return counts
}

/** The column that holds most of the known spellings. */
export function columnOfGroups(table: Table, known: KnownGroups): Column | undefined {
  const spellings = new Set(Object.entries(known).flat(2))
  let best: { column: Column; held: number } | undefined
  for (const column of table.columns) {
    let held = 0
    for (let code = BLANK + 1; code < column.dictionary.size; code++)
      if (spellings.has(column.dictionary.text(code))) held++
    if (held > (best?.held ?? 0)) best = { column, held }
  }
  return best?.column
}

export const sumOf = (counts: readonly PairCounts[]): PairCounts =>
  counts.reduce(
    (sum, { proposed, right, known }) => ({
      proposed: sum.proposed + proposed,
      right: sum.right + right,
      known: sum.known + known,
    }),
    { proposed: 0, right: 0, known: 0 },
  )

export const precisionOf = ({ proposed, right }: PairCounts): number =>
  proposed === 0 ? 1 : right / proposed
export const recallOf = ({ right, known }: PairCounts): number => (known === 0 ? 1 : right / known)

const f1Of = ({ proposed, right, known }: PairCounts): number =>
  proposed + known === 0 ? 1 : (2 * right) / (proposed + known)

export const scoreLine = (counts: PairCounts): string =>
  `precision ${precisionOf(counts).toFixed(4)}, recall ${recallOf(counts).toFixed(4)} (${counts.right} right of ${counts.proposed} proposed, ${counts.known} known)`

/** The single method that is best on all files together. */
export function bestOf(
  scores: ReadonlyMap<string, readonly PairCounts[]>,
): { name: string; counts: PairCounts } | undefined {
  return Array.from(scores, ([name, counts]) => ({ name, counts: sumOf(counts) })).sort(
    (a, b) => f1Of(b.counts) - f1Of(a.counts),
  )[0]
}

async function readTable(path: string): Promise<Table> {
  const file = { name: basename(path), bytes: new Blob([readFileSync(path)]) }
  const { table } = await readFile(file, {}, { progress: noProgress })
  return table
}

const SUFFIX = '.clusters.json'

/** Lines for each table of a folder with its known groups beside it, and for all together. */
export async function groupingLines(
  folder: string,
  methods: readonly Method[] = SINGLE_METHODS,
): Promise<string[]> {
  const lines: string[] = []
  const plain: PairCounts[] = []
  const helped: PairCounts[] = []
  const singles = new Map<string, PairCounts[]>()
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .sort()) {
    const path = join(folder, `${file.slice(0, -SUFFIX.length)}.csv`)
    if (!existsSync(path)) {
      lines.push(`${file}: no ${basename(path)} beside it`)
      continue
    }
    const known = JSON.parse(readFileSync(join(folder, file), 'utf8')) as KnownGroups
    const table = await readTable(path)
    const column = columnOfGroups(table, known)
    if (column === undefined) {
      lines.push(`${basename(path)}: no column holds the spellings of ${file}`)
      continue
    }
    const names = suggestCompanions(table, column.name)
    const companions = table.columns.filter(({ name }) => names.includes(name))
    const count = async (method: Method): Promise<PairCounts> =>
      countPairs(await method.groups(column), known, column)
    const own = new Map<string, PairCounts[]>()
    for (const method of methods) own.set(method.name, [await count(method)])
    for (const [name, [counts]] of own) singles.set(name, [...(singles.get(name) ?? []), counts!])
    plain.push(await count(variantMethod()))
    helped.push(await count(variantMethod(companions)))
    const best = bestOf(own)!
    lines.push(`${basename(path)}, column ${column.name}`)
    lines.push(`  variants: ${scoreLine(plain.at(-1)!)}`)
    lines.push(`  variants with ${names.join(', ') || 'no companion column'}: ${scoreLine(helped.at(-1)!)}`)
    lines.push(`  best single method (${best.name}): ${scoreLine(best.counts)}`)
  }
  if (plain.length === 0) return [...lines, `No table with its ${SUFFIX} in ${folder}`]
  const best = bestOf(singles)!
  lines.push('All files')
  lines.push(`  variants: ${scoreLine(sumOf(plain))}`)
  lines.push(`  variants with companion columns: ${scoreLine(sumOf(helped))}`)
  lines.push(`  best single method (${best.name}): ${scoreLine(best.counts)}`)
  return lines
}
