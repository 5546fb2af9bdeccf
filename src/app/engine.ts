import * as Comlink from 'comlink'
import { type Engine, type Job } from '../../workers/facade.ts'

/** The worker, seen as promises. One worker for the page. */
let remote: Comlink.Remote<Engine> | null = null

export function engine(): Comlink.Remote<Engine> {
  if (remote === null) {
    const worker = new Worker(new URL('../../workers/engine.ts', import.meta.url), { type: 'module' })
    remote = Comlink.wrap<Engine>(worker)
  }
  return remote
}

let jobs = 0

/** A job as the worker takes it, with a function that is told its progress from 0 to 1. */
export function job(onProgress: (part: number) => void): Job & Comlink.ProxyMarked {
  return Comlink.proxy({ id: `job-${++jobs}`, progress: onProgress })
}
