import { type ValuesPage } from '../../../workers/facade.ts'
import { attempt } from '../attempt.ts'
import { engine } from '../engine.ts'

export type CountedValue = ValuesPage['values'][number]

const PAGE = 200

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
  #pages = $state.raw<ReadonlyMap<number, readonly CountedValue[]>>(new Map())
  #looked: ValuesLooked | null = null
  #asked = new Set<number>()

  /** Looks at other values; those shown stay until the first of the new ones are there. */
  look(looked: ValuesLooked): void {
    this.#looked = looked
    this.#asked = new Set()
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
    if (looked === null || this.#asked.has(page)) return
    this.#asked.add(page)
    const { key, column, search, sort } = looked
    const query = { column, sort, from: page * PAGE, limit: PAGE, ...(search === '' ? {} : { search }) }
    const found = await attempt(() => engine().values(key, query))
    if (looked !== this.#looked) return
    this.#asked.delete(page)
    if (found === undefined) return
    this.#pages = new Map([...(fresh ? [] : this.#pages), [page, found.values]])
    this.total = found.total
  }
}
