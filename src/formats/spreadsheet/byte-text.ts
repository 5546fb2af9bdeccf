/** Bytes of one text that comes in several ranges; the buffer is used again for the next one. */
export class ByteText {
  /** Bytes kept free in front for whoever takes the text. */
  readonly #head: number
  bytes = new Uint8Array(512)
  end: number

  constructor(head = 0) {
    this.#head = head
    this.end = head
  }

  get start(): number {
    return this.#head
  }

  get isEmpty(): boolean {
    return this.end === this.#head
  }

  clear(): void {
    this.end = this.#head
  }

  add(source: Uint8Array, start: number, end: number): void {
    const needed = this.end + end - start
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(2 * needed)
      larger.set(this.bytes.subarray(0, this.end))
      this.bytes = larger
    }
    const { bytes } = this
    let at = this.end
    for (let i = start; i < end; i++) bytes[at++] = source[i]!
    this.end = at
  }

  addByte(byte: number): void {
    if (this.end === this.bytes.length) {
      const larger = new Uint8Array(2 * this.end)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.end++] = byte
  }
}
