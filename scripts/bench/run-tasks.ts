import type { BenchInput } from './tamis.ts'

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
}

const amounts = [
  'BGT_MTREAL',
  'BGT_MTBUDGPREC',
  'BGT_MTRARPREC',
  'BGT_MTPROPNOUV',
  'BGT_MTPREV',
  'BGT_CREDOUV',
]

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
    const head = bytes?.subarray(0, HEAD) ?? new Uint8Array(await blob!.slice(0, HEAD).arrayBuffer())
    const input = inputFrom(new TextDecoder().decode(head))
    const tasks = blob === null ? await module.default!(bytes!, input) : module.engine!(blob, input)
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

const HEAD = 2_000_000

function inputFrom(head: string): BenchInput {
  const names = new Set<string>()
  for (const line of head.split('\n').slice(1, -1)) names.add(line.split(',').at(-2)!)
  const codes = Array.from({ length: 300 }, (_, i) => String(i * 7 + 11).padStart(4, '0'))
  return {
    spellings: [...names].slice(0, 500).map((name) => [name, name.toUpperCase()] as const),
    reference: codes.map((code) => [code, `Libellé ${code}`] as const),
    amounts,
  }
}
