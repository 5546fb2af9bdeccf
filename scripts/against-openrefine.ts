/** Tamis and OpenRefine on the same made-up names, method by method, in one run. `npm run grouping -- openrefine [NAMES…]` */
import { clusterByDistance } from '../src/cluster/cluster-by-distance.ts'
import { clusterByKey } from '../src/cluster/cluster-by-key.ts'
import { findDistance } from '../src/cluster/distances.ts'
import { findKeyer } from '../src/cluster/keyers.ts'
import { noProgress } from '../src/cluster/progress.ts'
import { ColumnBuilder, type Column } from '../src/table/column.ts'
import { damagedNames } from './damaged-names.ts'
import { countPairs, precisionOf, recallOf, variantMethod, type KnownGroups } from './grouping.ts'
import { isOpenRefineInstalled, OpenRefine, type OpenRefineMethod } from './openrefine.ts'

const MOST_MS = 120_000
const SEED = 7

type Groups = readonly (readonly string[])[]
type Own = (column: Column) => Promise<Groups>

const textsOf = (clusters: readonly { values: readonly { text: string }[] }[]): Groups =>
  clusters.map(({ values }) => values.map(({ text }) => text))

const byKey =
  (id: string): Own =>
  (column) =>
    Promise.resolve(textsOf(clusterByKey(column, findKeyer(id)!)))

const byDistance =
  (id: string, radius: number): Own =>
  async (column) =>
    textsOf(await clusterByDistance(column, findDistance(id)!, { radius, runLength: 6 }, noProgress))

const METHODS: readonly { name: string; method: OpenRefineMethod; own: Own }[] = [
  ...['fingerprint', 'cologne-phonetic'].map((id) => ({
    name: id,
    method: { type: 'binning' as const, function: id, params: {} },
    own: byKey(id),
  })),
  ...[1, 2].map((radius) => ({
    name: `levenshtein, radius ${radius}, blocks of 6`,
    method: {
      type: 'knn' as const,
      function: 'levenshtein',
      params: { radius, 'blocking-ngram-size': 6 },
    },
    own: byDistance('levenshtein', radius),
  })),
]

/** Says a line for each method and size; one line when OpenRefine is not installed. */
export async function compareWithOpenRefine(
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<void> {
  if (!isOpenRefineInstalled()) {
    say('OpenRefine: skipped, not installed (apt-get install openrefine)')
    return
  }
  // A new one for each size: one that has not finished goes on with what nobody waits for any more.
  for (const size of sizes) {
    const refine = await OpenRefine.start()
    try {
      await compareOn(size, refine, say)
    } finally {
      refine.stop()
    }
  }
}

async function compareOn(size: number, refine: OpenRefine, say: (line: string) => void): Promise<void> {
  const { values, known } = damagedNames(size, SEED)
  const builder = new ColumnBuilder()
  for (const value of values) builder.addText(value)
  const column = builder.finish('v')
  say(`${column.dictionary.size - 1} distinct names in ${values.length} rows`)
  const quality = (groups: Groups): string => qualityOf(groups, known, column)
  const variants = await timed(() => variantMethod().groups(column))
  say(`  variants: Tamis ${seconds(variants.ms)}, ${quality(variants.result)}`)
  const project = await refine.project(values)
  for (const { name, method, own } of METHODS) {
    const ours = await timed(() => own(column))
    const theirs = await timed(() => refine.groups(project, method, MOST_MS))
    const told =
      theirs.result === null
        ? `not finished after ${MOST_MS / 1000} s`
        : `${seconds(theirs.ms)}, ${quality(theirs.result)}, ${(theirs.ms / ours.ms).toFixed(1)} times as long`
    say(`  ${name}: Tamis ${seconds(ours.ms)}, ${quality(ours.result)}; OpenRefine ${told}`)
    if (theirs.result === null) return
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const startedMs = performance.now()
  const result = await work()
  return { result, ms: performance.now() - startedMs }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

function qualityOf(groups: Groups, known: KnownGroups, column: Column): string {
  const counts = countPairs(groups, known, column)
  return `precision ${precisionOf(counts).toFixed(3)}, recall ${recallOf(counts).toFixed(3)}`
}
