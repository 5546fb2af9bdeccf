import { readFile } from '../../src/formats/formats.ts'
import type { ReadResult, SourceFile } from '../../src/formats/format.ts'
import { Problem } from '../../src/problem/problem.ts'
import { readRecipe, writeRecipe } from '../../src/recipe/read-recipe.ts'
import type { FileOrigin, Recipe } from '../../src/recipe/recipe.ts'
import { Runner } from '../../src/recipe/runner.ts'
import type { StoredSource, StoredVersion, StoredWorkbook } from '../../src/storage/database.ts'
import { appendVersion, moveToVersion } from '../../src/storage/workbooks.ts'
import type { StepContext } from '../../src/steps/step-context.ts'

/** Readings of one source kept at a time: going back and forth between two options reads nothing again. */
const READINGS_KEPT = 3

/** One state of the workbook: its recipe and which source each sheet is read from. */
interface Version {
  number: number
  recipe: Recipe
  sources: Readonly<Record<string, string>>
}

/** An open workbook in the worker: its versions, its sources, and the tables computed from them. */
export class Session {
  readonly id: string
  readonly runner: Runner
  storage: 'saved' | 'memory'
  readOnly = false
  /** Lets the lock go that makes this tab the one that writes. */
  release: () => void = () => undefined
  #versions: Version[]
  #at: number
  #sources = new Map<string, StoredSource>()
  #readings = new Map<string, { key: string; reading: Promise<ReadResult> }[]>()

  constructor(
    workbook: StoredWorkbook,
    versions: readonly StoredVersion[],
    sources: readonly StoredSource[],
    storage: 'saved' | 'memory',
  ) {
    this.id = workbook.id
    this.storage = storage
    this.#versions = versions.map(({ number, recipe, sources }) => ({
      number,
      recipe: readRecipe(recipe),
      sources,
    }))
    this.#at = Math.max(
      0,
      this.#versions.findIndex(({ number }) => number === workbook.at),
    )
    for (const source of sources) this.#sources.set(source.id, source)
    this.runner = new Runner((sheet, file, progress) => this.#read(sheet, file, progress))
  }

  get recipe(): Recipe {
    return this.#current.recipe
  }

  /** Grows with every stored edit, undo and redo included. */
  version = 0

  get canUndo(): boolean {
    return this.#at > 0
  }

  get canRedo(): boolean {
    return this.#at < this.#versions.length - 1
  }

  get #current(): Version {
    return this.#versions[this.#at]!
  }

  source(sheet: string): StoredSource | undefined {
    const id = this.#current.sources[sheet]
    return id === undefined ? undefined : this.#sources.get(id)
  }

  /** Stores a new version of the recipe, then makes it current. With a full disk, work goes on in memory. */
  async edit(
    recipe: Recipe,
    added: ReadonlyMap<string, StoredSource> = new Map(),
    renamed?: { from: string; to: string },
  ): Promise<void> {
    this.#refuseReading()
    const sources: Record<string, string> = {}
    for (const [sheet, id] of Object.entries(this.#current.sources))
      sources[sheet === renamed?.from ? renamed.to : sheet] = id
    for (const [sheet, source] of added) sources[sheet] = source.id
    const { number } = this.#current
    if (this.storage === 'saved') {
      const version = { title: recipe.title, recipe: writeRecipe(recipe), sources }
      await this.#store(() => appendVersion(this.id, number, version, [...added.values()]))
    }
    for (const source of added.values()) this.#sources.set(source.id, source)
    this.#versions = [...this.#versions.slice(0, this.#at + 1), { number: number + 1, recipe, sources }]
    this.#at++
    this.version++
  }

  /** Goes to the version before (-1) or after (1); does nothing at the ends. */
  async move(by: -1 | 1): Promise<void> {
    this.#refuseReading()
    const target = this.#versions[this.#at + by]
    if (target === undefined) return
    if (this.storage === 'saved')
      await this.#store(() => moveToVersion(this.id, target.number, target.recipe.title))
    this.#at += by
    this.version++
  }

  /** Takes back the last edit as if it had not been asked for. */
  async takeBack(): Promise<void> {
    await this.move(-1)
    this.#versions = this.#versions.slice(0, this.#at + 1)
  }

  async #store(write: () => Promise<unknown>): Promise<void> {
    try {
      await write()
    } catch (error) {
      if (!(error instanceof Problem) || (error.code !== 'disk-full' && error.code !== 'storage-refused'))
        throw error
      this.storage = 'memory'
    }
  }

  #refuseReading(): void {
    if (this.readOnly) throw new Problem('read-only', {})
  }

  #read(sheet: string, file: FileOrigin['file'], progress: StepContext['progress']): Promise<ReadResult> {
    const source = this.source(sheet)
    if (source === undefined)
      return Promise.reject(new Problem('missing-source', { sheet, file: file.name ?? '' }))
    const kept = this.#readings.get(source.id) ?? []
    const key = JSON.stringify([file.format, file.options])
    const known = kept.find((each) => each.key === key)
    if (known !== undefined) return known.reading
    const received: SourceFile = { name: source.name, bytes: source.bytes }
    const reading = readFile(received, file, { progress })
    const remembered = { key, reading }
    this.#readings.set(source.id, [remembered, ...kept].slice(0, READINGS_KEPT))
    reading.catch(() => {
      const left = this.#readings.get(source.id)?.filter((each) => each !== remembered) ?? []
      this.#readings.set(source.id, left)
    })
    return reading
  }

  /** Puts in a reading that was made before the workbook existed. */
  remember(source: StoredSource, file: FileOrigin['file'], reading: ReadResult): void {
    this.#readings.set(source.id, [
      { key: JSON.stringify([file.format, file.options]), reading: Promise.resolve(reading) },
    ])
  }
}
