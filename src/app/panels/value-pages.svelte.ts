import type { ValuesPage } from '../../../workers/facade.ts'
import { SvelteMap } from 'svelte/reactivity'
import { attempt } from '../attempt.ts'
import { engine } from '../engine.ts'

export type CountedValue = ValuesPage['values'][number]

const PAGE = 200
/** What takes longer is said to be on its way. */
const LONG_MS = 300

/** What is being looked at: the values of a column of a table, searched and sorted. */
export interface ValuesLooked {
  key: string
  column: string
  search: string
  sort: 'count' | 'name'
}

/** The distinct values of a column, fetched page by page as they come into sight. */
export class ValuePages {
  total = $state<number | null>(null)
  /** Whether what is shown is about to be replaced, and has been for a while. */
  busy = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #pages = new SvelteMap<number, readonly CountedValue[]>()
  #looked: ValuesLooked | null = null
  /** Pages on their way. */
  #asked: readonly number[] = []

  /** Looks at other values; those shown stay until the first of the new ones are there. */
  look(looked: ValuesLooked): void {
    this.#looked = looked
    this.#asked = []
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.busy = true), LONG_MS)
    void this.#fetch(0, true)
  }

  at(index: number): CountedValue | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE]
  }

  /** Sees to it that the values from `from` to before `to` are there, or on their way. */
  need(from: number, to: number): void {
    if (this.total === null) return
    const last = Math.min(to, this.total) - 1
    for (let page = Math.floor(from / PAGE); page <= Math.floor(last / PAGE); page++)
      if (!this.#pages.has(page)) void this.#fetch(page, false)
  }

  async #fetch(page: number, fresh: boolean): Promise<void> {
    const looked = this.#looked
    if (looked === null || this.#asked.includes(page)) return
    this.#asked = [...this.#asked, page]
    const { key, column, search, sort } = looked
    const query = { column, sort, from: page * PAGE, limit: PAGE, ...(search === '' ? {} : { search }) }
    const found = await attempt(() => engine().values(key, query))
    if (looked !== this.#looked) return
    if (fresh) {
      clearTimeout(this.#timer)
      this.busy = false
    }
    this.#asked = this.#asked.filter((other) => other !== page)
    if (found === undefined) return
    if (fresh) this.#pages.clear()
    this.#pages.set(page, found.values)
    this.total = found.total
  }
}
