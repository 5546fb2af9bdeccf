import { canChoosePlace } from '../save-file.ts'

const KEY = 'tamis-choose-place'

/** Past so many cells, a file is better written piece by piece to its place than made in memory first. */
const MANY_CELLS = 4_000_000

/** Whether the person is asked where each file goes. Until they say, only for tables that are large. */
class WhereToSave {
  readonly possible = canChoosePlace()
  #said = $state(localStorage.getItem(KEY))

  asks({ rows, columns }: { rows: number; columns: readonly unknown[] }): boolean {
    if (!this.possible) return false
    return this.#said === null ? rows * columns.length > MANY_CELLS : this.#said === 'yes'
  }

  say(asks: boolean): void {
    this.#said = asks ? 'yes' : 'no'
    localStorage.setItem(KEY, this.#said)
  }
}

export const whereToSave = new WhereToSave()
