import { ENGINES, peerVersions } from './engines.ts'
import { HEAP } from './openrefine.ts'
import type { EngineRun } from './run-in-chromium.ts'

/** Every run on a file of one size. */
export interface SizeRuns {
  /** As it was asked for: 100k. */
  size: string
  rows: number
  /** Bytes of the file. */
  bytes: number
  /** Runs by engine. */
  engines: Map<string, EngineRun[]>
  /** Processes that ran or waited when the runs began. */
  load: number
}

const TASKS: Readonly<Record<string, string>> = {
  T1: 'read the file, every column text',
  T2: 'facets of two columns',
  T3: 'replace 500 spellings',
  T4: 'six columns to numbers',
  T5: 'pad codes',
  T6: 'drop empty columns',
  T7: 'unpivot six columns',
  T8: 'labels from a reference table',
  T9: 'group by three columns, sum',
  T10: 'sort, first 100 rows',
  T11: 'write the table as CSV',
  T12: 'whole job: T1, T5, T6, T4, T8, T11',
}
/** Why a peer can be faster, where one was. */
const WHY: Readonly<Record<string, string>> = {
  T1: 'peers are told encoding, separator and header, which Tamis finds; what it runs for that has to be compiled first, which shows on small files',
  T6: 'all that is done is looking at the first cells of each column',
  T9: 'sums are exact, and the first use of the code shows on small tables',
}
/** Bytes written differ by quoting. */
const NOT_COMPARED = new Set(['T11', 'T12'])

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!

const shown = (ms: number): string => (ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en'))

const timesFaster = (ratio: number): string =>
  `${ratio < 10 ? ratio.toPrecision(2) : Math.round(ratio).toLocaleString('en')} ×`

/** Markdown: milliseconds by task and engine, how many times faster Tamis is than the best peer, memory, and whether results agree. */
export function taskTables({ size, bytes, engines, load }: SizeRuns): string[] {
  const names = [...engines.keys()]
  const versions = peerVersions()
  const title = (engine: string): string => {
    const { name, package: of } = ENGINES[engine]!
    const version = of === null ? engines.get(engine)?.[0]?.version : versions[of]
    return version === undefined ? name : `${name} ${version}`
  }
  const runs = Math.max(...[...engines.values()].map((each) => each.length))
  const timeOf = (engine: string, task: string): number | null => {
    const times = engines.get(engine)!.flatMap(({ results }) => {
      const found = results[task]
      return found === undefined || found.error !== undefined ? [] : [found.ms]
    })
    return times.length === 0 ? null : median(times)
  }
  const peers = names.filter((name) => name !== 'tamis')
  const compared = names.includes('tamis') && peers.length > 0
  const absent = (engine: string, task: string): string =>
    engines.get(engine)!.every(({ ended, results }) => ended === 'done' && results[task] === undefined)
      ? 'not offered'
      : 'failed'
  const row = (
    task: string,
    label: string,
    of: (engine: string) => number | null,
    show: (value: number) => string,
  ): string => {
    const values = names.map(of)
    const cells = values.map((value, at) => (value === null ? absent(names[at]!, task) : show(value)))
    const best = Math.min(...peers.map(of).filter((value) => value !== null))
    const own = names.includes('tamis') ? of('tamis') : null
    const ratio = compared && own !== null && own > 0 && best < Infinity ? timesFaster(best / own) : '—'
    return `| ${[label, ...cells, ...(compared ? [ratio] : [])].join(' | ')} |`
  }
  const lines = [
    `## ${size} rows × 22 columns`,
    '',
    `${runs === 1 ? 'One run' : `Median of ${runs} runs`}; load average at the start ${load.toFixed(1)}.`,
    '',
    `| ms | ${[...names.map(title), ...(compared ? ['best peer / Tamis'] : [])].join(' | ')} |`,
    `|---|${'---:|'.repeat(names.length + (compared ? 1 : 0))}`,
    ...Object.entries(TASKS).map(([task, about]) =>
      row(task, `${task} ${about}`, (engine) => timeOf(engine, task), shown),
    ),
    row('peak', 'peak memory, MB', (engine) => median(engines.get(engine)!.map(({ peak }) => peak)), shown),
    '',
    ...(compared ? [ahead(names, timeOf)] : []),
    ...agreement(engines),
    ...memory(engines.get('tamis')?.[0]?.results['memory']?.result, bytes),
    ...(engines.has('openrefine')
      ? [
          '',
          `OpenRefine runs beside the browser with a heap of ${HEAP}, asked by HTTP as its own page does; its T6 looks at a facet of each column and its T7 keeps rows of blanks.`,
        ]
      : []),
  ]
  for (const [engine, all] of engines)
    for (const { ended, results } of all) {
      if (ended !== 'done')
        lines.push(`- ${title(engine)}: the tab ${ended === 'crashed' ? 'crashed' : 'was stopped'}.`)
      for (const [task, { error }] of Object.entries(results))
        if (error !== undefined) lines.push(`- ${title(engine)}, ${task}: ${error}`)
    }
  return lines
}

/** Where a peer is faster, which, and why. */
function ahead(names: readonly string[], timeOf: (engine: string, task: string) => number | null): string {
  const lost = Object.keys(TASKS).flatMap((task) => {
    const own = timeOf('tamis', task) ?? Infinity
    const faster = names.filter((name) => (timeOf(name, task) ?? Infinity) < own)
    if (faster.length === 0) return []
    const why = WHY[task] === undefined ? '' : `: ${WHY[task]}`
    return [`${task} (${faster.map((name) => ENGINES[name]!.name).join(', ')})${why}`]
  })
  return lost.length === 0 ? 'No peer is faster at any task.' : `A peer is faster at ${lost.join('; at ')}.`
}

const memory = (held: number | undefined, bytes: number): string[] =>
  held === undefined
    ? []
    : [
        '',
        `The table of Tamis takes ${shown(held / 1e6)} MB in memory, ${(held / bytes).toFixed(2)} times its file of ${shown(bytes / 1e6)} MB.`,
      ]

function agreement(engines: SizeRuns['engines']): string[] {
  if (engines.size < 2) return []
  const differing = Object.keys(TASKS).flatMap((task) => {
    if (NOT_COMPARED.has(task)) return []
    const results = [...engines].flatMap(([engine, runs]) =>
      runs[0]?.results[task]?.result === undefined ? [] : [{ engine, result: runs[0].results[task].result }],
    )
    const isSame = new Set(results.map(({ result }) => result)).size <= 1
    return isSame
      ? []
      : [`${task}: ${results.map(({ engine, result }) => `${ENGINES[engine]!.name} ${result}`).join(', ')}`]
  })
  return differing.length === 0
    ? ['All engines give the same results.']
    : ['Results that differ:', '', ...differing.map((line) => `- ${line}`)]
}
