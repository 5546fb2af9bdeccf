import type { ChosenMethod, FoundGroup, GroupingMethod } from '../../../workers/facade.ts'
import { ALL_METHODS } from '../../steps/grouping.ts'
import { refusedPairs } from '../../steps/refused-pairs.ts'
import type { Params } from '../../steps/step.ts'
import { attempt } from '../attempt.ts'
import { engine } from '../engine.ts'
import { tasks } from '../tasks.svelte.ts'

/** How spellings are looked for: by several methods at once, or by one that the person chose. */
export class VariantSearch {
  methods = $state.raw<readonly GroupingMethod[]>([])
  /** `variants` for all at once. */
  method = $state(ALL_METHODS)
  radius = $state<number | null>(null)
  /** Characters that texts must share to be compared; `null` leaves none out. */
  runLength = $state<number | null>(null)
  companions = $state.raw<readonly string[] | null>(null)
  /** Columns whose values have to be the same within a group. */
  within = $state.raw<readonly string[]>([])
  stage = $state<'searching' | 'found' | 'stopped'>('searching')
  #turn = 0

  readonly chosen: GroupingMethod | undefined = $derived.by(() =>
    this.methods.find(({ id }) => id === this.method),
  )

  choose(method: string): void {
    this.method = method
    this.radius = this.chosen?.radius ?? null
  }

  async prepare(key: string, column: string): Promise<void> {
    if (this.companions !== null) return
    this.companions = []
    const [methods, companions] = await Promise.all([
      attempt(() => engine().methods()),
      attempt(() => engine().companions(key, column)),
    ])
    this.methods = methods ?? []
    this.companions = companions ?? []
  }

  /** Groups of the column; `undefined` when the search failed, was given up, or a later one has overtaken it. */
  async find(
    key: string,
    column: string,
    refused: readonly (readonly string[])[],
    label: string,
  ): Promise<readonly FoundGroup[] | undefined> {
    const own = ++this.#turn
    this.stage = 'searching'
    await this.prepare(key, column)
    const within = [...this.within]
    const query = { companions: [...(this.companions ?? [])], refused: refusedPairs(refused) }
    const found = await attempt(() =>
      tasks.run(label, (job): Promise<readonly FoundGroup[]> =>
        this.method === ALL_METHODS
          ? engine().variants(key, column, query, within, job)
          : engine().clusters(key, column, this.#asked(), within, job),
      ),
    )
    if (own !== this.#turn) return undefined
    this.stage = found === undefined ? 'stopped' : 'found'
    return found
  }

  #asked(): ChosenMethod {
    const { method, radius, runLength } = this
    return { id: method, runLength, ...(radius === null ? {} : { radius }) }
  }

  /** The method as the step keeps it. */
  get kept(): Params {
    const { method, radius, within, companions } = this
    return {
      method,
      ...(radius === null ? {} : { radius }),
      ...(within.length === 0 ? {} : { within }),
      ...(companions === null || companions.length === 0 || method !== ALL_METHODS ? {} : { companions }),
    }
  }
}
