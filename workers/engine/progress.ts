import { Problem } from '../../src/problem/problem.ts'
import type { Job } from '../facade.ts'

/** Longest stretch of work, in milliseconds, before other requests and a cancellation are let in. */
const STRETCH_MS = 40

const cancelled = new Set<string>()

/** Makes the job give up at its next pause. */
export function cancelJob(id: string): void {
  cancelled.add(id)
}

/** A progress function for steps and readers: pauses now and then, tells the page how far it is, gives up when asked to. */
export function progressOf(job: Job): (part: number) => Promise<void> {
  let pausedAt = performance.now()
  // A job that comes from the page is a proxy: even its name has to be asked for.
  let id = ''
  void Promise.resolve(job.id).then((name) => (id = name))
  return async (part) => {
    if (performance.now() - pausedAt >= STRETCH_MS) {
      job.progress(part)
      await pause()
      pausedAt = performance.now()
    }
    if (cancelled.delete(id)) throw new Problem('cancelled', {})
  }
}

/** Lets messages that wait be received: a message to oneself comes after them, sooner than a timer would. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
