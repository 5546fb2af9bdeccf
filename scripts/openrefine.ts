/** OpenRefine, started for a measure and driven by its own requests: what the buttons of its dialog send. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const STARTING_MS = 60_000
const POLL_MS = 500
const HEAP = '1400M'
/** Installed by the person who measures, on the path of programs. */
const PROGRAM = 'openrefine'

/** How OpenRefine names one of its methods, as its dialog sends it. */
export interface OpenRefineMethod {
  type: 'binning' | 'knn'
  function: string
  params: Readonly<Record<string, number>>
}

export const isOpenRefineInstalled = (): boolean =>
  spawnSync('sh', ['-c', `command -v ${PROGRAM}`]).status === 0

export class OpenRefine {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #url: string

  private constructor(process: ChildProcess, folder: string, port: number) {
    this.#process = process
    this.#folder = folder
    this.#url = `http://127.0.0.1:${port}`
  }

  /** Starts it on a port of its own, with a folder of its own; rejects when it does not answer within a minute. */
  static async start(): Promise<OpenRefine> {
    const folder = mkdtempSync(join(tmpdir(), 'openrefine-'))
    const port = await freePort()
    const args = ['-p', String(port), '-d', folder, '-m', HEAP, '-x', 'refine.headless=true']
    const own = spawn(PROGRAM, args, { stdio: 'ignore', detached: true })
    const refine = new OpenRefine(own, folder, port)
    const until = Date.now() + STARTING_MS
    while (Date.now() < until) {
      try {
        await refine.#newToken()
        return refine
      } catch {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      }
    }
    refine.stop()
    throw new Error(`OpenRefine did not answer within ${STARTING_MS / 1000} s`)
  }

  /** Ends it and what it started, and removes its folder. */
  stop(): void {
    if (this.#process.pid !== undefined) {
      try {
        process.kill(-this.#process.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** A project with one column `v`; its number. */
  async project(values: readonly string[]): Promise<string> {
    const form = new FormData()
    const lines = ['v', ...values].map((value) => `"${value.replaceAll('"', '""')}"`).join('\n')
    form.set('project-file', new Blob([lines], { type: 'text/csv' }), 'v.csv')
    form.set('project-name', 'v')
    form.set('format', 'text/line-based/*sv')
    form.set(
      'options',
      JSON.stringify({ separator: ',', headerLines: 1, encoding: 'UTF-8', trimStrings: false }),
    )
    const token = encodeURIComponent(await this.#newToken())
    const answer = await fetch(`${this.#url}/command/core/create-project-from-upload?csrf_token=${token}`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    })
    const project = /project=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]
    if (project === undefined) throw new Error(`OpenRefine made no project: ${answer.status}`)
    return project
  }

  /** The groups that a method makes; `null` when it has not answered within the time. */
  async groups(project: string, method: OpenRefineMethod, mostMs: number): Promise<string[][] | null> {
    const engine = JSON.stringify({ facets: [], mode: 'row-based' })
    const clusterer = JSON.stringify({ ...method, column: 'v' })
    try {
      const answer = await fetch(`${this.#url}/command/core/compute-clusters?project=${project}`, {
        method: 'POST',
        body: new URLSearchParams({ engine, clusterer, csrf_token: await this.#newToken() }),
        signal: AbortSignal.timeout(mostMs),
      })
      return ((await answer.json()) as { v: string }[][]).map((group) => group.map(({ v }) => v))
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return null
      throw error
    }
  }

  async #newToken(): Promise<string> {
    const answer = await fetch(`${this.#url}/command/core/get-csrf-token`)
    return ((await answer.json()) as { token: string }).token
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else resolve(address.port)
      })
    })
  })
}
