/**
 * Gives columns names that outlive a renaming, so that the grid keeps widths and places: a new name that appears where an old
 * one has gone takes over its id.
 */
export class ColumnIds {
  #ids = new Map<string, string>()
  #names: readonly string[] = []
  #made = 0

  /** Takes the columns of the next table. */
  update(names: readonly string[]): void {
    const before = this.#ids
    const present = new Set(names)
    const sameCount = names.length === this.#names.length
    const next = new Map<string, string>()
    for (const [place, name] of names.entries()) {
      const predecessor = sameCount ? this.#names[place] : undefined
      const inherited =
        predecessor !== undefined && !present.has(predecessor) ? before.get(predecessor) : undefined
      next.set(name, before.get(name) ?? inherited ?? `c${++this.#made}`)
    }
    this.#ids = next
    this.#names = names
  }

  of(name: string): string {
    return this.#ids.get(name) ?? name
  }
}

/**
 * The order on screen: the one that the person made, with new columns after their left neighbour in the table.
 * `arranged` is the person's order, `null` when it is the table's.
 */
export function orderOnScreen(table: readonly string[], arranged: readonly string[] | null): string[] {
  if (arranged === null) return [...table]
  const present = new Set(table)
  const order = arranged.filter((id) => present.has(id))
  const placed = new Set(order)
  for (const [place, id] of table.entries()) {
    if (placed.has(id)) continue
    const left = place === 0 ? undefined : table[place - 1]
    order.splice(left === undefined ? 0 : order.indexOf(left) + 1, 0, id)
    placed.add(id)
  }
  return order
}
