import { untrack } from 'svelte'
import { engine, job } from './engine.ts'
import type { Job } from '../../workers/facade.ts'

/** A long piece of work under way, as the progress line shows it. */
interface Task {
  id: string
  label: string
  /** From 0 to 1. */
  part: number
  startedAt: number
  cancel(): void
}

/** Work under way. Screens show a task once it has lasted 200 ms, and let it be cancelled once it has lasted a second. */
class Tasks {
  running = $state.raw<readonly Task[]>([])

  /** Runs a worker's verb as a task; rejects with the worker's `PlainProblem` (code `cancelled` when given up). */
  async run<T>(label: string, work: (job: Job) => Promise<T>): Promise<T> {
    const handle = job((part) => {
      this.running = this.running.map((task) => (task.id === handle.id ? { ...task, part } : task))
    })
    const task: Task = {
      id: handle.id,
      label,
      part: 0,
      startedAt: performance.now(),
      cancel: () => void engine().cancel(handle.id),
    }
    // An effect may start a task; it must not run again because tasks come and go.
    this.running = [...untrack(() => this.running), task]
    try {
      return await work(handle)
    } finally {
      this.running = this.running.filter(({ id }) => id !== handle.id)
    }
  }
}

export const tasks = new Tasks()
