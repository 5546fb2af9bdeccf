import type { TableView } from '../../../workers/facade.ts'
import type { Condition } from '../../steps/condition.ts'
import { engine } from '../engine.ts'
import { tasks } from '../tasks.svelte.ts'
import { attempt } from '../attempt.ts'
import type { Workbook } from '../workbook.svelte.ts'

/** A sheet as it is after some steps, without draft: what forms and lists of values look at. */
export class PlainTable {
  view = $state.raw<TableView | null>(null)
  #wanted = ''

  /** Asks for the table after `at` steps; the newest question wins. Until the answer comes, the last table stays. */
  async load(workbook: Workbook, at: number, label: string, filter?: Condition): Promise<void> {
    const { id, version } = workbook.view
    const ref = {
      workbook: id,
      sheet: workbook.sheet.name,
      at,
      ...(filter === undefined ? {} : { filter }),
    }
    const wanted = JSON.stringify([ref, version])
    if (wanted === this.#wanted) return
    this.#wanted = wanted
    const view = await attempt(() => tasks.run(label, (job) => engine().view(ref, job)))
    if (view !== undefined && wanted === this.#wanted) this.view = view
  }
}
