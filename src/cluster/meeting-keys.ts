/** A hash of 64 bits, in two halves of 32 with their sign. Those of parts may be added: the order of parts is of no account. */
export interface Key {
  high: number
  low: number
}

export const NO_KEY: Key = { high: 0, low: 0 }

/** The key of a whole to which a part was added, and from which another was taken. */
export const changed = (whole: Key, added: Key, taken: Key): Key => ({
  high: (whole.high + added.high - taken.high) | 0,
  low: (whole.low + added.low - taken.low) | 0,
})

/** Key of one text. */
export function keyOf(text: string): Key {
  let high = 0x811c9dc5
  let low = 0x9e3779b1
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 13)
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d)
  return { high: high ^ (high >>> 12), low: low ^ (low >>> 16) }
}

const SHELVES = 32

/** Numbers under keys, kept in flat arrays: millions of them cost bytes and not objects. */
export class MeetingKeys {
  /** Several, so that making one larger does not take long. */
  readonly #shelves = Array.from({ length: SHELVES }, () => new Shelf())

  add({ high, low }: Key, member: number): void {
    this.#shelves[high & (SHELVES - 1)]!.add(high, low, member)
  }

  /** Tells `take` the last members that were put under the key, `most` at most. */
  each({ high, low }: Key, most: number, take: (member: number) => void): void {
    this.#shelves[high & (SHELVES - 1)]!.each(high, low, most, take)
  }
}

class Shelf {
  #size = 0
  #high = new Int32Array(64)
  #low = new Int32Array(64)
  #members = new Uint32Array(64)
  /** Entry after an entry in its slot, plus one; 0 at the end. */
  #next = new Uint32Array(64)
  /** First entry of a slot, plus one. */
  #slots = new Uint32Array(128)

  add(high: number, low: number, member: number): void {
    if (this.#size === this.#high.length) this.#grow()
    const entry = this.#size++
    this.#high[entry] = high
    this.#low[entry] = low
    this.#members[entry] = member
    this.#link(entry)
  }

  each(high: number, low: number, most: number, take: (member: number) => void): void {
    let left = most
    for (let at = this.#slots[this.#slotOf(high, low)]!; at !== 0 && left > 0; at = this.#next[at - 1]!) {
      const entry = at - 1
      if (this.#high[entry] !== high || this.#low[entry] !== low) continue
      take(this.#members[entry]!)
      left--
    }
  }

  #slotOf(high: number, low: number): number {
    return (Math.imul(high ^ (low >>> 7), 0x9e3779b1) ^ low) & (this.#slots.length - 1)
  }

  #link(entry: number): void {
    const slot = this.#slotOf(this.#high[entry]!, this.#low[entry]!)
    this.#next[entry] = this.#slots[slot]!
    this.#slots[slot] = entry + 1
  }

  #grow(): void {
    const size = this.#high.length * 2
    this.#high = larger(this.#high, new Int32Array(size))
    this.#low = larger(this.#low, new Int32Array(size))
    this.#members = larger(this.#members, new Uint32Array(size))
    this.#next = new Uint32Array(size)
    this.#slots = new Uint32Array(size * 2)
    for (let entry = 0; entry < this.#size; entry++) this.#link(entry)
  }
}

function larger<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
