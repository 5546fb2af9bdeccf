import type { References } from '../../workers/facade.ts'
import { attempt } from './attempt.ts'
import { engine } from './engine.ts'

/** The reference tables that Tamis carries, asked for once; empty until they are known. */
class KnownReferences {
  #found = $state.raw<References>({ plans: [], tables: [] })
  #asked = false

  get plans(): References['plans'] {
    return this.#found.plans
  }

  get tables(): References['tables'] {
    return this.#found.tables
  }

  async ask(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    const found = await attempt(() => engine().references())
    if (found === undefined) this.#asked = false
    else this.#found = found
  }
}

export const references = new KnownReferences()
