/**
 * `npm run bench -- [--sizes 10k,100k,1M] [--engines tamis,duckdb,arquero,papaparse,openrefine] [--runs N] [--parts tasks,steps,page]
 * [--every-size]`: with the last, OpenRefine is asked for a million rows too.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { findChromium } from '../find-chromium.mjs'
import { inProject } from '../project.mjs'
import { buildIfStale } from '../build.mjs'
import { HEAD_BYTES, inputFrom } from './bench-input.ts'
import { bundle, CACHE, ENGINES, installPeers, PEERS } from './engines.ts'
import { flatTable } from './flat.ts'
import { runOpenRefine, whyNoOpenRefine } from './openrefine.ts'
import { pageTable } from './page.ts'
import { taskTables, type SizeRuns } from './report.ts'
import { runInChromium, type EngineRun } from './run-in-chromium.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const { values } = parseArgs({
  // Run through \`node -e\`, which leaves the script's own name out.
  args: process.argv.slice(1),
  options: {
    sizes: { type: 'string', default: '10k,100k,1M' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    runs: { type: 'string' },
    parts: { type: 'string', default: 'tasks,steps,page' },
    output: { type: 'string' },
    'every-size': { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map((text) => ({ text, rows: rowsOf(text) }))
const asked = values.engines.split(',')
const skipped = asked.includes('openrefine') ? whyNoOpenRefine() : null
const engines = asked.filter((engine) => engine !== 'openrefine' || skipped === null)
const unknown = engines.find((engine) => !Object.hasOwn(ENGINES, engine))
if (unknown !== undefined)
  throw new Error(`No engine is called ${unknown}: ${Object.keys(ENGINES).join(', ')}.`)
if (!existsSync(PEERS)) throw new Error(`The bench needs the generator and the peers of ${PEERS}`)
if (findChromium() === undefined)
  throw new Error('No Chromium was found: install one, or set CHROME to its path.')

if (engines.some((engine) => ENGINES[engine]!.package !== null)) installPeers()
mkdirSync(CACHE, { recursive: true })
const lines = [
  '# Benchmarks',
  '',
  `Made by \`npm run bench${process.argv
    .slice(1)
    .map((word) => ` ${word}`)
    .join(
      '',
    )}\` on ${cpus().length} cores, ${spawnSync(findChromium()!, ['--version', '--no-sandbox'], { encoding: 'utf8' }).stdout.trim()}. ` +
    'Milliseconds of one machine: only ratios within one run travel.',
  ...(skipped === null ? [] : ['', `OpenRefine: skipped, ${skipped}.`]),
  '',
]
if (skipped !== null) say(`OpenRefine: skipped, ${skipped}.`)
const folders = new Map<string, string>()
for (const engine of engines) {
  const { source } = ENGINES[engine]!
  if (source !== null) folders.set(engine, await bundle(engine, source))
}
const parts = new Set(values.parts.split(','))
const print = (table: readonly string[]): void => {
  lines.push(...table, '')
  process.stdout.write(`${table.join('\n')}\n\n`)
}
for (const { text, rows } of parts.has('tasks') ? sizes : []) {
  const file = generated(rows)
  const runs: SizeRuns = {
    size: text,
    rows,
    bytes: statSync(file).size,
    engines: new Map(),
    load: loadavg()[0]!,
  }
  const wanted = values.runs === undefined ? (rows > 500_000 ? 1 : 3) : Number(values.runs)
  for (const engine of engines.filter(
    (name) => values['every-size'] || rows <= (ENGINES[name]!.mostRows ?? rows),
  )) {
    for (let run = 0; run < wanted; run++) {
      say(`${text} rows, ${ENGINES[engine]!.name}${wanted === 1 ? '' : `, run ${run + 1} of ${wanted}`}…`)
      const folder = folders.get(engine)
      const measured = (): Promise<EngineRun> =>
        folder === undefined
          ? runOpenRefine(file, inputFrom(readFileSync(file).subarray(0, HEAD_BYTES)))
          : runInChromium(folder, file)
      let done = await measured()
      if (hasFailed(done)) {
        say('It failed: once more…')
        done = await measured()
      }
      runs.engines.set(engine, [...(runs.engines.get(engine) ?? []), done])
    }
  }
  print(taskTables(runs))
}
if (parts.has('steps')) print(await flatTable())
if (parts.has('page')) {
  say('The page…')
  await buildIfStale('page')
  for (const { text, rows } of sizes.filter(({ rows }) => rows >= 100_000))
    print(await pageTable(generated(rows), text))
}
const output = values.output ?? inProject('docs/benchmarks.md')
writeFileSync(output, lines.join('\n'))

function hasFailed({ ended, results }: EngineRun): boolean {
  return ended !== 'done' || Object.values(results).some(({ error }) => error !== undefined)
}

function rowsOf(text: string): number {
  const [, number, unit] = /^(\d+)([kM]?)$/.exec(text) ?? []
  if (number === undefined) throw new Error(`${text} is no number of rows: 10k, 100k, 1M.`)
  return Number(number) * (unit === 'k' ? 1e3 : unit === 'M' ? 1e6 : 1)
}

/** The file of that many rows, generated once. */
function generated(rows: number): string {
  const file = `${CACHE}${rows}.csv`
  if (existsSync(file)) return file
  say(`Writing ${rows} rows…`)
  const { status } = spawnSync(process.execPath, [`${PEERS}gen.mjs`, String(rows), `${file}.part`], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${rows} rows could not be written.`)
  renameSync(`${file}.part`, file)
  return file
}
