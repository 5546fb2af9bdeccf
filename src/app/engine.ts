import * as Comlink from 'comlink'
import engineUrl from '../../workers/engine.ts?worker&url'
import type { Engine, Job } from '../../workers/facade.ts'
import { startConfined } from './start-confined.ts'

/** The worker, seen as promises. One worker for the page. */
let remote: Comlink.Remote<Engine> | null = null

export function engine(): Comlink.Remote<Engine> {
  if (remote === null) {
    remote = Comlink.wrap<Engine>(startConfined(engineUrl))
  }
  return remote
}

let jobs = 0

/** A job as the worker takes it, with a function that is told its progress from 0 to 1. */
export function job(onProgress: (part: number) => void): Job & Comlink.ProxyMarked {
  return Comlink.proxy({ id: `job-${++jobs}`, progress: onProgress })
}
