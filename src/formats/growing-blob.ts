const HELD_BYTES = 32 << 20

/** Collects bytes into a Blob. Every 32 MB the runtime takes them over, which a browser does outside of the page's own memory. */
export class GrowingBlob {
  #parts: Blob[] = []
  #pieces: Uint8Array<ArrayBuffer>[] = []
  #held = 0

  /** Takes a piece over: it must not be changed afterwards. */
  add(piece: Uint8Array): void {
    this.#pieces.push(piece as Uint8Array<ArrayBuffer>)
    this.#held += piece.length
    if (this.#held >= HELD_BYTES) this.#handOver()
  }

  /** Everything since the last time. */
  take(): Blob {
    this.#handOver()
    const whole = new Blob(this.#parts)
    this.#parts = []
    return whole
  }

  #handOver(): void {
    if (this.#pieces.length > 0) this.#parts.push(new Blob(this.#pieces))
    this.#pieces = []
    this.#held = 0
  }
}
