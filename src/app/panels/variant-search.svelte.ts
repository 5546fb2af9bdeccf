import type { ChosenMethod, GroupingMethod } from '../../../workers/facade.ts'
import type { Cluster } from '../../cluster/cluster.ts'
import { ALL_METHODS } from '../../steps/grouping.ts'
import { refusedPairs } from '../../steps/refused-pairs.ts'
import type { VariantGroup } from '../../cluster/variant-group.ts'
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
  ): Promise<readonly (Cluster | VariantGroup)[] | undefined> {
    const own = ++this.#turn
    this.stage = 'searching'
    await this.prepare(key, column)
    const query = { companions: [...(this.companions ?? [])], refused: refusedPairs(refused) }
    const found = await attempt(() =>
      tasks.run(label, (job): Promise<readonly (Cluster | VariantGroup)[]> =>
        this.method === ALL_METHODS
          ? engine().variants(key, column, query, job)
          : engine().clusters(key, column, this.#asked(), job),
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
  get kept(): { method: string; radius?: number } {
    return { method: this.method, ...(this.radius === null ? {} : { radius: this.radius }) }
  }
}
