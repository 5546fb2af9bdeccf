/** OpenRefine on the tasks of `../shared/bench/README.md`, as its own page asks for them: by HTTP, on a server of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { openAsBlob, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchInput } from './bench-input.ts'
import type { EngineRun } from './run-in-chromium.ts'
import { peakOf } from './run-in-chromium.ts'

const COMMAND = 'openrefine'
export const HEAP = '4g'
const LONGEST_TASK_MS = 180_000
const LONGEST_START_MS = 60_000

/** Why the server cannot be measured here; `null` if it can. */
export function whyNoOpenRefine(): string | null {
  if (process.platform === 'win32') return 'not run on Windows'
  const { status } = spawnSync('sh', ['-c', `command -v ${COMMAND}`])
  return status === 0 ? null : 'not installed (apt-get install openrefine)'
}

/** Runs every task that OpenRefine offers on a file. Group and sum, and nothing else, it does not offer. */
export async function runOpenRefine(file: string, input: BenchInput): Promise<EngineRun> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-openrefine-'))
  const port = await freePort()
  const options = ['-p', String(port), '-d', folder, '-m', HEAP, '-x', 'refine.headless=true']
  const server = spawn(COMMAND, options, { detached: true, stdio: 'ignore' })
  const results: EngineRun['results'] = {}
  let ended: EngineRun['ended'] = 'done'
  let version = ''
  let peak: number
  try {
    const refine = new OpenRefine(`http://127.0.0.1:${port}/`)
    version = await refine.version()
    for (const [name, work] of Object.entries(await tasksOf(refine, file, input))) {
      const start = performance.now()
      try {
        const check = await work()
        results[name] = { ms: performance.now() - start }
        const result = await check()
        if (result !== null) results[name].result = result
      } catch (error) {
        results[name] = { ms: performance.now() - start, error: String(error) }
        if (error instanceof DOMException) break
      }
    }
  } catch (error) {
    results['start'] = { ms: 0, error: String(error) }
    ended = 'stopped'
  } finally {
    peak = peakOf(processOf(folder))
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  return { results, peak: Math.round(peak), ended, version }
}

/** A task resolves when its work is done, with what finds its figure: that is not timed. */
type Task = () => Promise<() => Promise<number | null>>

async function tasksOf(
  refine: OpenRefine,
  file: string,
  { spellings, reference, amounts }: BenchInput,
): Promise<Record<string, Task>> {
  const codes = new Blob([['code,lib', ...reference.map((row) => row.join(','))].join('\n')])
  await refine.create('ref', codes)
  const bytes = await openAsBlob(file)
  const pad = transform('BGT_CONTNAT', "if(length(value)==2,'0'+value,value)")
  const numbers = amounts.map((name) => transform(name, 'value.toNumber()'))
  const label = {
    op: 'core/column-addition',
    engineConfig,
    baseColumnName: 'BGT_NATURE',
    newColumnName: 'lib',
    columnInsertIndex: 7,
    expression: "grel:cell.cross('ref','code')[0].cells['lib'].value",
    onError: 'set-to-blank',
  }
  const drop = { op: 'core/column-removal', columnName: 'BGT_OPERATION' }
  let project = ''
  let names: string[] = []
  const run = (operations: readonly object[]): Promise<void> => refine.apply(project, operations)
  const filled = (name: string) => async () =>
    (await refine.facet(project, name, 'isBlank(value)'))['false'] ?? 0
  const none = () => Promise.resolve(null)
  /** The same task with what it made taken back once its figure is found. */
  const undone =
    (task: Task): Task =>
    async () => {
      const check = await task()
      return async () => {
        const result = await check()
        await refine.undo(project)
        return result
      }
    }
  return {
    T1: async () => {
      project = await refine.create('bench', bytes)
      return async () => {
        names = await refine.columns(project)
        return refine.rowCount(project)
      }
    },
    T2: async () => {
      const counts = await Promise.all(
        ['BENEFICIAIRE', 'BGT_CONTNAT'].map((name) => refine.distinct(project, name)),
      )
      return () => Promise.resolve(counts.reduce((sum, count) => sum + count, 0))
    },
    T3: undone(async () => {
      const edits = spellings.map(([from, to]) => ({ from: [from], fromBlank: false, fromError: false, to }))
      await run([
        { op: 'core/mass-edit', engineConfig, columnName: 'BENEFICIAIRE', expression: 'value', edits },
      ])
      return () => refine.distinct(project, 'BENEFICIAIRE')
    }),
    T5: undone(async () => {
      await run([pad])
      return async () => (await refine.facet(project, 'BGT_CONTNAT', 'value'))['011'] ?? 0
    }),
    T6: undone(async () => {
      const empty: string[] = []
      for (const name of names)
        if ((await refine.facet(project, name, 'isBlank(value)'))['false'] === undefined) empty.push(name)
      await run(empty.map((columnName) => ({ ...drop, columnName })))
      return () => Promise.resolve(empty.length)
    }),
    T7: undone(async () => {
      await run([
        {
          op: 'core/transpose-columns-into-rows',
          startColumnName: amounts[0]!,
          columnCount: amounts.length,
          keyColumnName: 'objet',
          valueColumnName: 'montant',
          ignoreBlankCells: true,
          fillDown: true,
        },
      ])
      // A row of blanks alone stays a row there.
      return none
    }),
    T8: undone(async () => {
      await run([label])
      return filled('lib')
    }),
    T4: async () => {
      await run(numbers)
      return filled('BGT_MTPREV')
    },
    T10: undone(async () => {
      const count = await refine.sortedRows(project, 'BGT_MTPREV', 100)
      return () => Promise.resolve(count)
    }),
    T11: undone(async () => {
      await refine.export(project)
      return none
    }),
    T12: async () => {
      project = await refine.create('whole', bytes)
      await run([pad, drop, ...numbers, label])
      await refine.export(project)
      return none
    },
  }
}

const engineConfig = { facets: [], mode: 'row-based' }
const transform = (columnName: string, expression: string): object => ({
  op: 'core/text-transform',
  engineConfig,
  columnName,
  expression: `grel:${expression}`,
  onError: 'keep-original',
  repeat: false,
  repeatCount: 10,
})

interface Facet {
  choices?: { v: { v: unknown }; c: number }[]
  /** Told instead of the choices where there are too many. */
  choiceCount?: number
}

/** The commands of a running OpenRefine that the tasks need. */
class OpenRefine {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  /** The version, once the server answers. */
  async version(): Promise<string> {
    for (const start = Date.now(); ;) {
      try {
        const { version } = await this.#json<{ version: string }>('get-version')
        return version
      } catch (error) {
        if (Date.now() - start > LONGEST_START_MS) throw error
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
    }
  }

  /** Makes a project of a CSV file, every column text; its number. */
  async create(name: string, bytes: Blob): Promise<string> {
    const form = new FormData()
    form.set('project-name', name)
    form.set('format', 'text/line-based/*sv')
    form.set(
      'options',
      JSON.stringify({
        separator: ',',
        encoding: 'UTF-8',
        headerLines: 1,
        ignoreLines: -1,
        guessCellValueTypes: false,
        processQuotes: true,
        storeBlankCellsAsNulls: true,
        storeBlankRows: true,
      }),
    )
    form.set('project-file', bytes, `${name}.csv`)
    const response = await this.#post('create-project-from-upload', {}, form)
    const project = /project=(\d+)/.exec(response.headers.get('location') ?? '')?.[1]
    if (project === undefined) throw new Error(`No project was made: ${response.status}`)
    return project
  }

  async apply(project: string, operations: readonly object[]): Promise<void> {
    await this.#send('apply-operations', project, { operations: JSON.stringify(operations) })
    await this.#settled(project)
  }

  async undo(project: string): Promise<void> {
    await this.#send('undo-redo', project, { lastDoneID: '0' })
    await this.#settled(project)
  }

  async columns(project: string): Promise<string[]> {
    const { columnModel } = await this.#json<{ columnModel: { columns: { name: string }[] } }>('get-models', {
      project,
    })
    return columnModel.columns.map(({ name }) => name)
  }

  async rowCount(project: string): Promise<number> {
    const { total } = await this.#rows(project, 1, {})
    return total
  }

  async sortedRows(project: string, column: string, limit: number): Promise<number> {
    const criteria = [{ column, valueType: 'number', reverse: true, blankPos: 2, errorPos: 1 }]
    const { rows } = await this.#rows(project, limit, { sorting: JSON.stringify({ criteria }) })
    return rows.length
  }

  async distinct(project: string, column: string): Promise<number> {
    const facet = await this.#facet(project, column, 'value')
    return facet.choiceCount ?? facet.choices?.length ?? 0
  }

  /** Rows by what the expression gives. */
  async facet(project: string, column: string, expression: string): Promise<Record<string, number>> {
    const { choices = [] } = await this.#facet(project, column, expression)
    return Object.fromEntries(choices.map(({ v, c }) => [String(v.v), c]))
  }

  async export(project: string): Promise<number> {
    const response = await this.#post(
      'export-rows/out.csv',
      {},
      new URLSearchParams({ project, format: 'csv', engine: JSON.stringify(engineConfig) }),
    )
    return (await response.arrayBuffer()).byteLength
  }

  async #facet(project: string, column: string, expression: string): Promise<Facet> {
    const facet = {
      type: 'list',
      name: column,
      columnName: column,
      expression: `grel:${expression}`,
      omitBlank: false,
      omitError: false,
      selection: [],
      selectBlank: false,
      selectError: false,
      invert: false,
    }
    const response = await this.#send('compute-facets', project, {
      engine: JSON.stringify({ facets: [facet], mode: 'row-based' }),
    })
    const { facets } = (await response.json()) as { facets: Facet[] }
    return facets[0] ?? {}
  }

  async #rows(
    project: string,
    limit: number,
    form: Record<string, string>,
  ): Promise<{ total: number; rows: unknown[] }> {
    const response = await this.#post(
      'get-rows',
      { project, start: '0', limit: String(limit) },
      new URLSearchParams({ engine: JSON.stringify(engineConfig), ...form }),
    )
    return (await response.json()) as { total: number; rows: unknown[] }
  }

  /** Waits until nothing runs any more. */
  async #settled(project: string): Promise<void> {
    for (const start = Date.now(); Date.now() - start < LONGEST_TASK_MS;) {
      const { processes } = await this.#json<{ processes: unknown[] }>('get-processes', { project })
      if (processes.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new DOMException('It took too long.', 'TimeoutError')
  }

  async #send(command: string, project: string, form: Record<string, string>): Promise<Response> {
    const { token } = await this.#json<{ token: string }>('get-csrf-token')
    return this.#post(command, { project }, new URLSearchParams({ ...form, csrf_token: token }))
  }

  async #post(command: string, query: Record<string, string>, body: BodyInit): Promise<Response> {
    const { token } = await this.#json<{ token: string }>('get-csrf-token')
    const url = this.#at(command, { ...query, csrf_token: token })
    const signal = AbortSignal.timeout(LONGEST_TASK_MS)
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual', signal })
    if (response.status >= 400) throw new Error(`${command}: ${response.status}`)
    return response
  }

  async #json<T>(command: string, query: Record<string, string> = {}): Promise<T> {
    const response = await fetch(this.#at(command, query), { signal: AbortSignal.timeout(LONGEST_TASK_MS) })
    return (await response.json()) as T
  }

  #at(command: string, query: Record<string, string>): string {
    return `${this.#url}command/core/${command}?${new URLSearchParams(query).toString()}`
  }
}

/** The process that was started with this folder; 0 where the system does not tell. */
function processOf(folder: string): number {
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
        if (command.includes(folder) && command.includes('com.google.refine')) return Number(name)
      } catch {
        // It has ended meanwhile.
      }
    }
  } catch {
    // No such list of processes.
  }
  return 0
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
