import type { Condition } from '../../steps/condition.ts'
import type { Workbook } from '../workbook.svelte.ts'

/** Which rows a page works on: those of the grid's filter, unless the person wants all of them. */
export class ShownRows {
  readonly #workbook: Workbook
  all = $state(false)

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  get filter(): Condition | undefined {
    return this.all ? undefined : (this.#workbook.filter ?? undefined)
  }

  /** The condition as a step keeps it. */
  get kept(): { where?: Condition } {
    const { filter } = this
    return filter === undefined ? {} : { where: filter }
  }
}
