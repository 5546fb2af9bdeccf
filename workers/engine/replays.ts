import type { ReadResult } from '../../src/formats/format.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { Decisions } from '../../src/recipe/drift-report.ts'
import { readNewFile } from '../../src/recipe/read-new-file.ts'
import type { FileOrigin, Recipe } from '../../src/recipe/recipe.ts'
import {
  prepareReplay,
  runReplay,
  type Prepared,
  type Replayed,
  type ReplayOrder,
} from '../../src/recipe/replay.ts'
import { Runner } from '../../src/recipe/runner.ts'
import type { StepContext } from '../../src/steps/step-context.ts'

/** A recipe beside the new files that it is to be replayed on. Nothing of it is stored. */
export class Replay {
  readonly recipe: Recipe
  readonly files: ReadonlyMap<string, File>
  readonly #readings = new Map<string, Promise<ReadResult>>()
  readonly #runner = new Runner((sheet, file, progress) => this.#read(sheet, file, progress))

  constructor(recipe: Recipe, files: ReadonlyMap<string, File>) {
    this.recipe = recipe
    this.files = files
  }

  prepare(decisions: Decisions, progress: StepContext['progress']): Promise<Prepared> {
    const order: ReplayOrder = {
      recipe: this.recipe,
      files: new Map([...this.files].map(([sheet, file]) => [sheet, file.name])),
      read: (sheet, file, progress) => this.#read(sheet, file, progress),
      decisions,
      accept: 'none',
      missing: 'stop',
    }
    return prepareReplay(order, progress)
  }

  async run(decisions: Decisions, progress: StepContext['progress']): Promise<Replayed> {
    return runReplay(await this.prepare(decisions, progress), this.#runner, progress)
  }

  #read(sheet: string, file: FileOrigin['file'], progress: StepContext['progress']): Promise<ReadResult> {
    const key = JSON.stringify([sheet, file.format, file.options])
    const known = this.#readings.get(key)
    if (known !== undefined) return known
    const source = this.files.get(sheet)
    if (source === undefined) return Promise.reject(new Problem('missing-source', { sheet, file: '' }))
    const reading = readNewFile({ name: source.name, bytes: source }, file, { progress })
    reading.catch(() => this.#readings.delete(key))
    this.#readings.set(key, reading)
    return reading
  }
}
