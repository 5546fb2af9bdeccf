import { HEAD_BYTES, inputFrom, type BenchInput } from './bench-input.ts'

/** What one task cost, and its figure by which engines are checked against each other; or why it failed. */
export interface TaskResult {
  ms: number
  result?: number
  error?: string
}

type Tasks = Record<string, () => Promise<number>>
interface EngineModule {
  default?: (bytes: Uint8Array, input: BenchInput) => Promise<Tasks>
  engine?: (bytes: Blob, input: BenchInput) => Tasks
  prepare?: () => Promise<void>
}

/** The browser is still busy with itself when it has just been started. */
const SETTLE_MS = 1000

/** Runs every task of an engine in order, in a page or a worker, and tells the page's `window` about it after each. */
export async function runTasks(module: EngineModule, asFile: boolean): Promise<void> {
  const results: Record<string, TaskResult> = {}
  const tell = (done: boolean): void => {
    if (typeof document === 'undefined') postMessage({ results, done })
    else Object.assign(window, { results, done })
  }
  try {
    const response = await fetch('data.csv')
    // Peers take the whole file in memory. Tamis takes a file as a page does, and reads it piece by piece.
    const blob = asFile ? await response.blob() : null
    const bytes = blob === null ? new Uint8Array(await response.arrayBuffer()) : null
    const head =
      bytes?.subarray(0, HEAD_BYTES) ?? new Uint8Array(await blob!.slice(0, HEAD_BYTES).arrayBuffer())
    const input = inputFrom(head)
    const tasks = blob === null ? await module.default!(bytes!, input) : module.engine!(blob, input)
    await module.prepare?.()
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now()
      try {
        const result = await task()
        results[name] = { ms: performance.now() - start, result }
      } catch (error) {
        results[name] = { ms: performance.now() - start, error: String(error) }
      }
      tell(false)
    }
  } catch (error) {
    results['start'] = { ms: 0, error: String(error) }
  }
  tell(true)
}
