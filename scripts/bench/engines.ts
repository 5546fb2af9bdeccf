import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { inProject } from '../project.mjs'

/** A folder where it really is, as the bundler names it. */
function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder
}

/** Where the peers live that Tamis is measured against, with the generator of the rows. */
export const PEERS = `${realPath(resolve(inProject('../shared/bench')))}/`
export const CACHE = inProject('.cache/bench/')

export interface EngineAbout {
  name: string
  /** Package in the peers' `package.json`; `null` for Tamis itself and for what is installed on the machine. */
  package: string | null
  /** DuckDB's engine has a worker of its own; the others of a browser are run in one. */
  inPage: boolean
  /** What is imported, exporting the tasks by name; `null` for what runs outside the browser. */
  source: string | null
  /** Most rows that are asked of it, as long as nobody asks for more. */
  mostRows?: number
}

export const ENGINES: Readonly<Record<string, EngineAbout>> = {
  tamis: { name: 'Tamis', package: null, inPage: false, source: inProject('scripts/bench/tamis.ts') },
  duckdb: { name: 'DuckDB-WASM', package: '@duckdb/duckdb-wasm', inPage: true, source: `${PEERS}duckdb.mjs` },
  arquero: { name: 'Arquero', package: 'arquero', inPage: false, source: `${PEERS}arquero.mjs` },
  papaparse: {
    name: 'PapaParse + objects',
    package: 'papaparse',
    inPage: false,
    source: `${PEERS}papaparse.mjs`,
  },
  // A million rows would take it some minutes.
  openrefine: { name: 'OpenRefine', package: null, inPage: false, source: null, mostRows: 100_000 },
}

/** Versions of the peers, as their own `package.json` pins them. */
export function peerVersions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(`${PEERS}package.json`, 'utf8')) as {
    dependencies: Record<string, string>
  }
  return Object.fromEntries(
    Object.values(ENGINES).flatMap(({ package: name }) =>
      name === null ? [] : [[name, dependencies[name]!]],
    ),
  )
}

/** Installs the peers into the cache folder, if they are not there in these versions. Throws an Error that says why not. */
export function installPeers(): void {
  const wanted = peerVersions()
  const isThere = ([name, version]: [string, string]): boolean => {
    const file = `${CACHE}node_modules/${name}/package.json`
    return (
      existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version
    )
  }
  if (Object.entries(wanted).every(isThere)) return
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(
    `${CACHE}package.json`,
    JSON.stringify({ private: true, type: 'module', dependencies: wanted }),
  )
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: CACHE,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error('The peers could not be installed; run with --engines tamis to do without.')
}

/** Builds the page and the worker of an engine; returns the folder that holds `ENGINE.html`. */
export async function bundle(engine: string, source: string): Promise<string> {
  const { inPage } = ENGINES[engine]!
  const folder = join(CACHE, 'pages', engine)
  mkdirSync(folder, { recursive: true })
  const entry = join(folder, 'entry.js')
  writeFileSync(
    entry,
    `import * as engine from ${JSON.stringify(source)}
import { runTasks } from ${JSON.stringify(inProject('scripts/bench/run-tasks.ts'))}
void runTasks(engine, ${engine === 'tamis'})\n`,
  )
  const outDir = join(folder, 'dist')
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    base: './',
    plugins: [peersFromCache],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [inPage ? 'page' : 'worker']: entry },
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  if (!inPage) writeFileSync(join(outDir, 'page.js'), pageOfWorker)
  writeFileSync(
    join(outDir, 'index.html'),
    '<!doctype html><meta charset=utf-8><script type=module src="page.js"></script>',
  )
  return outDir
}

const pageOfWorker = `const worker = new Worker('worker.js', { type: 'module' })
worker.onmessage = ({ data }) => Object.assign(window, data)
worker.onerror = ({ message }) => Object.assign(window, { results: { start: { ms: 0, error: message } }, done: true })
`

/** The peers' files stay where they are; the packages that they import are in the cache. */
const peersFromCache: Plugin = {
  name: 'peers-from-cache',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (importer === undefined || !importer.startsWith(PEERS) || id.startsWith('.')) return null
    return this.resolve(id, join(CACHE, 'anchor.js'), { skipSelf: true })
  },
}
