import type { Workbook } from '../workbook.svelte.ts'

/** What pages were closed with before it became a step, by workbook and a key of the page's own; gone with the workbook. */
export class Aside<T> {
  readonly #kept = new WeakMap<Workbook, Map<string, T>>()

  get(workbook: Workbook, key: string): T | undefined {
    return this.#kept.get(workbook)?.get(key)
  }

  keep(workbook: Workbook, key: string, one: T): void {
    const kept = this.#kept.get(workbook) ?? new Map<string, T>()
    kept.set(key, one)
    this.#kept.set(workbook, kept)
  }

  forget(workbook: Workbook, key: string): void {
    this.#kept.get(workbook)?.delete(key)
  }
}
