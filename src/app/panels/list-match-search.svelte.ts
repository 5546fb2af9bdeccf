import type { OfficialList } from '../../../workers/facade.ts'
import type { ListMatch } from '../../cluster/match-to-list.ts'
import { attempt } from '../attempt.ts'
import { engine } from '../engine.ts'
import { tasks } from '../tasks.svelte.ts'
import type { Workbook } from '../workbook.svelte.ts'

/** The list that a column is matched with, and how far the matching is. */
export class ListMatchSearch {
  list = $state.raw<OfficialList | null>(null)
  stage = $state<'idle' | 'searching' | 'found' | 'stopped'>('idle')
  #turn = 0
  #asked = ''
  #job: string | null = null

  /** What the list says of each value of a view's column; `undefined` when it failed, was given up, overtaken, or is known already. */
  async find(
    workbook: Workbook,
    key: string,
    column: string,
    label: string,
  ): Promise<readonly ListMatch[] | undefined> {
    const { list } = this
    const own = ++this.#turn
    if (this.#job !== null) void engine().cancel(this.#job)
    if (list === null) {
      this.stage = 'idle'
      return undefined
    }
    this.#asked = JSON.stringify([key, column, list])
    this.stage = 'searching'
    const found = await attempt(() =>
      tasks.run(label, (job) => {
        this.#job = job.id
        return engine().matchToList(workbook.view.id, key, column, list, job)
      }),
    )
    if (own !== this.#turn) return undefined
    this.#job = null
    this.stage = found === undefined ? 'stopped' : 'found'
    return found
  }

  /** Whether the last search was for this. */
  isAsked(key: string, column: string): boolean {
    return this.#asked === JSON.stringify([key, column, this.list])
  }
}
