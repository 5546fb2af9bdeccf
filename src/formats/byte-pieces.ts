const PIECE = 1 << 20

/** Collects bytes into pieces of about a megabyte. */
export class BytePieces {
  #bytes = new Uint8Array(PIECE + (1 << 12))
  #length = 0

  /** Whether a piece is ready to be taken. */
  get full(): boolean {
    return this.#length >= PIECE
  }

  addByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = byte
  }

  /** Adds `source[start, end)`. */
  add(source: Uint8Array, start = 0, end = source.length): void {
    const length = end - start
    if (this.#length + length > this.#bytes.length) this.#grow(length)
    const bytes = this.#bytes
    let at = this.#length
    // Most cells are short: a loop costs less than the call that copies a range.
    if (length > 64) bytes.set(source.subarray(start, end), at)
    else for (let i = start; i < end; i++) bytes[at++] = source[i]!
    this.#length += length
  }

  /** What was collected since the last time. */
  take(): Uint8Array {
    const piece = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return piece
  }

  #grow(length: number): void {
    const grown = new Uint8Array(Math.max(this.#length + length, 2 * this.#bytes.length))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }
}
