import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from '../find-chromium.mjs'
import { CACHE } from './engines.ts'
import type { TaskResult } from './run-tasks.ts'

export interface EngineRun {
  results: Record<string, TaskResult>
  /** Most memory that the renderer, or the server, held at once, in MB; 0 where it cannot be told. */
  peak: number
  /** Where only the engine itself can tell it. */
  version?: string
  ended: 'done' | 'crashed' | 'stopped'
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
}
const LONGEST_MS = 580_000

/** Runs the bundled engine of a folder on a file, in a browser of its own. */
export async function runInChromium(folder: string, file: string): Promise<EngineRun> {
  const server = createServer((request, response) => {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/')
    const served =
      path === '/data.csv'
        ? file
        : path.startsWith('/dist/')
          ? join(CACHE, 'node_modules/@duckdb/duckdb-wasm', path)
          : join(folder, path)
    if (path.includes('..') || !existsSync(served) || !statSync(served).isFile()) {
      response.statusCode = 404
      response.end()
      return
    }
    response.setHeader('Content-Type', TYPES[extname(served)] ?? 'application/octet-stream')
    createReadStream(served).pipe(response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: ['--no-sandbox', '--js-flags=--max-old-space-size=8192'],
  })
  try {
    const devtools = await browser.newBrowserCDPSession()
    const page = await browser.newPage()
    const state = { crashed: false, done: false }
    page.on('crash', () => (state.crashed = true))
    await page.goto(`http://127.0.0.1:${port}/`)
    let peak = 0
    let results: EngineRun['results'] = {}
    for (const start = Date.now(); !state.done && !state.crashed && Date.now() - start < LONGEST_MS;) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
      for (const { type, id } of processInfo) if (type === 'renderer') peak = Math.max(peak, peakOf(id))
      try {
        const told = await page.evaluate(() => {
          const { results = {}, done = false } = window as unknown as Partial<EngineRun> & { done?: boolean }
          return { results, done }
        })
        results = told.results
        state.done = told.done
      } catch {
        break
      }
    }
    return {
      results,
      peak: Math.round(peak),
      ended: state.done ? 'done' : state.crashed ? 'crashed' : 'stopped',
    }
  } finally {
    await browser.close()
    server.close()
  }
}

/** Most memory that a process has held, in MB, where the system tells it. */
export function peakOf(process: number): number {
  try {
    const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))
    return found === null ? 0 : Number(found[1]) / 1024
  } catch {
    return 0
  }
}
