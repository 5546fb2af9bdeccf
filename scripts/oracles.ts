/** Scores a folder laid out like ../shared/oracles: what OpenRefine answered, and what Tamis answers. `npm run oracles -- DIR` */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clusterByDistance } from '../src/cluster/cluster-by-distance.ts'
import { clusterByKey } from '../src/cluster/cluster-by-key.ts'
import type { Cluster } from '../src/cluster/cluster.ts'
import { findDistance } from '../src/cluster/distances.ts'
import type { Keyer } from '../src/cluster/keyer.ts'
import { findKeyer } from '../src/cluster/keyers.ts'
import { ngramFingerprint } from '../src/cluster/ngram-fingerprint.ts'
import { noProgress } from '../src/cluster/progress.ts'
import { ColumnBuilder, type Column } from '../src/table/column.ts'

/** What was scored: cases that Tamis answers alike, of all there are, and by kind. */
export interface Score {
  passed: number
  total: number
  /** For each kind of case (keyer, method), the same. A kind that Tamis does not offer has passed none. */
  kinds: ReadonlyMap<string, { passed: number; total: number }>
}

type Scorer = (recorded: unknown) => Promise<Score>

class Tally {
  readonly #kinds = new Map<string, { passed: number; total: number }>()

  add(kind: string, passed: boolean): void {
    const score = this.#kinds.get(kind) ?? { passed: 0, total: 0 }
    score.total++
    if (passed) score.passed++
    this.#kinds.set(kind, score)
  }

  finish(): Score {
    const scores = [...this.#kinds.values()]
    return {
      passed: scores.reduce((sum, { passed }) => sum + passed, 0),
      total: scores.reduce((sum, { total }) => sum + total, 0),
      kinds: this.#kinds,
    }
  }
}

function keyerNamed(name: string): Keyer | undefined {
  const size = /^ngram-fingerprint-(\d+)$/.exec(name)?.[1]
  return size === undefined ? findKeyer(name) : ngramFingerprint(Number(size))
}

interface Keys {
  values: string[]
  keys: Record<string, (string | null)[]>
}

/** A text on which OpenRefine's keyer breaks off (`null`) makes no group: our key of it is the empty one. */
function scoreKeys(recorded: unknown): Promise<Score> {
  const { values, keys } = recorded as Keys
  const tally = new Tally()
  for (const [name, expected] of Object.entries(keys)) {
    const keyer = keyerNamed(name)
    values.forEach((value, at) => tally.add(name, keyer?.key(value) === (expected[at] ?? '')))
  }
  return Promise.resolve(tally.finish())
}

type Pairs = ({ a: string; b: string } & Record<string, unknown>)[]

function scoreDistances(recorded: unknown): Promise<Score> {
  const tally = new Tally()
  for (const { a, b, ...expected } of recorded as Pairs) {
    for (const [name, answer] of Object.entries(expected)) {
      const distance = findDistance(name)
      const found = distance?.between(distance.seen(a), distance.seen(b), Infinity) ?? NaN
      tally.add(name, Math.abs(found - Number(answer)) < 1e-9)
    }
  }
  return Promise.resolve(tally.finish())
}

interface Clustering {
  config: {
    type: string
    function: string
    params: { 'ngram-size'?: number; radius?: number; 'blocking-ngram-size'?: number }
  }
  clusters: Groups
}
type Groups = [text: string, cells: number][][]
type Columns = Record<string, { values: (string | null)[]; results: Clustering[] }>

function columnOf(values: readonly (string | null)[]): Column {
  const builder = new ColumnBuilder()
  for (const value of values) builder.addText(value)
  return builder.finish('v')
}

/** Processors of the machine on which the answers were recorded: OpenRefine's groups of neighbours depend on it. */
const PROCESSORS = 2

const groupsOf = (clusters: readonly Cluster[]): Groups =>
  clusters.map(({ values }) => values.map(({ text, cells }) => [text, cells]))

/**
 * Whether Tamis makes the same groups in the same order with the same counts. The group of texts with an empty key, which
 * OpenRefine computes and its dialog leaves out, is left out.
 */
async function makesTheSame(column: Column, { config, clusters }: Clustering): Promise<boolean> {
  const { type, function: name, params } = config
  const same = (found: Groups, expected: Groups): boolean =>
    JSON.stringify(found) === JSON.stringify(expected)
  if (type === 'knn') {
    const distance = findDistance(name)
    if (distance === undefined) return false
    const blocking = {
      radius: params.radius ?? 1,
      runLength: params['blocking-ngram-size'] ?? 6,
      parts: PROCESSORS,
    }
    return same(groupsOf(await clusterByDistance(column, distance, blocking, noProgress)), clusters)
  }
  const keyer = keyerNamed(params['ngram-size'] === undefined ? name : `${name}-${params['ngram-size']}`)
  if (keyer === undefined) return false
  const shown = clusters.filter(([first]) => first !== undefined && keyer.key(first[0]) !== '')
  return same(groupsOf(clusterByKey(column, keyer)), shown)
}

async function scoreClusters(recorded: unknown): Promise<Score> {
  const tally = new Tally()
  for (const { values, results } of Object.values(recorded as Columns)) {
    const column = columnOf(values)
    for (const clustering of results)
      tally.add(clustering.config.function, await makesTheSame(column, clustering))
  }
  return tally.finish()
}

/** The files of such a folder in the order of its list, with what answers them. A file that has nothing yet is said to. */
const SCORERS: Readonly<Record<string, Scorer | null>> = {
  'keyers.json': scoreKeys,
  'distances.json': scoreDistances,
  'clusters.json': scoreClusters,
  'transforms.json': null,
  'operations.json': null,
  'histories.json': null,
  'imports.json': null,
}

/** Number of cases in a file that nothing answers yet: its entries, or those of the part that has them by name. */
function caseCount(recorded: unknown): number {
  if (Array.isArray(recorded)) return recorded.length
  const parts = Object.values(recorded as Record<string, unknown>)
  const hasList = parts.some((part) => Array.isArray(part))
  const named = parts.find((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
  return hasList && named ? Object.keys(named).length : parts.length
}

/** Scores one file of the folder; `null` when it is not there or nothing answers it yet, with how many cases it has. */
export async function scoreFile(folder: string, file: string): Promise<Score | { cases: number } | null> {
  const path = join(folder, file)
  if (!existsSync(path)) return null
  const recorded = JSON.parse(readFileSync(path, 'utf8')) as unknown
  const scorer = SCORERS[file] ?? null
  return scorer === null ? { cases: caseCount(recorded) } : await scorer(recorded)
}

/** One line a file, passed of total; under it the kinds that are not all answered alike. */
export async function oracleLines(folder: string): Promise<string[]> {
  const lines: string[] = []
  for (const file of Object.keys(SCORERS)) {
    const score = await scoreFile(folder, file)
    if (score === null) lines.push(`${file}: not in this folder`)
    else if ('cases' in score) lines.push(`${file}: 0 of ${score.cases} (not answered yet)`)
    else {
      lines.push(`${file}: ${score.passed} of ${score.total}`)
      for (const [kind, { passed, total }] of score.kinds)
        if (passed < total) lines.push(`  ${kind}: ${passed} of ${total}`)
    }
  }
  return lines
}
