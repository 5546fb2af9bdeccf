import { GrowingBlob } from '../../src/formats/growing-blob.ts'
import { Problem } from '../../src/problem/problem.ts'

/** Where an exported file goes, piece by piece. */
export interface ExportTarget {
  write(piece: Uint8Array | Blob): Promise<void>
  /** The whole file, or `null` where it has been written to its place. */
  finish(type: string): Promise<Blob | null>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

/** A target on the disk where the person chose a place, else one in memory for the browser's downloads. */
export const exportTarget = (place: FileSystemFileHandle | undefined): ExportTarget =>
  place === undefined ? new InMemory() : new OnDisk(place)

class InMemory implements ExportTarget {
  readonly #collected = new GrowingBlob()
  readonly #whole: Blob[] = []

  write(piece: Uint8Array | Blob): Promise<void> {
    if (piece instanceof Blob) this.#whole.push(this.#collected.take(), piece)
    else this.#collected.add(piece)
    return Promise.resolve()
  }

  finish(type: string): Promise<Blob> {
    return Promise.resolve(new Blob([...this.#whole, this.#collected.take()], { type }))
  }

  discard(): Promise<void> {
    return Promise.resolve()
  }
}

const WRITE_BYTES = 1 << 23

/**
 * Bytes go into a file beside the wanted one, which takes its place once it is whole (File System Access). Some megabytes are written
 * while the next ones are made.
 */
class OnDisk implements ExportTarget {
  readonly #place: FileSystemFileHandle
  #stream: FileSystemWritableFileStream | null = null
  readonly #held = new Uint8Array(WRITE_BYTES)
  #heldBytes = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(place: FileSystemFileHandle) {
    this.#place = place
  }

  async write(piece: Uint8Array | Blob): Promise<void> {
    if (piece instanceof Blob || this.#heldBytes + piece.length > WRITE_BYTES) await this.#send()
    if (piece instanceof Blob || piece.length > WRITE_BYTES) {
      await this.#send(piece)
    } else {
      this.#held.set(piece, this.#heldBytes)
      this.#heldBytes += piece.length
    }
  }

  /** Waits for the bytes before, and has these (those held, unless told) written. */
  async #send(piece: Uint8Array | Blob = this.#held.slice(0, this.#heldBytes)): Promise<void> {
    if (!(piece instanceof Blob)) this.#heldBytes = 0
    await this.#orProblem(async () => {
      this.#stream ??= await this.#place.createWritable()
      await this.#writing
      this.#writing = this.#stream.write(piece as Uint8Array<ArrayBuffer> | Blob)
      // Said at the next turn.
      this.#writing.catch(() => undefined)
    })
  }

  async finish(): Promise<null> {
    await this.#send()
    await this.#orProblem(async () => {
      await this.#writing
      await this.#stream?.close()
    })
    return null
  }

  async discard(): Promise<void> {
    await this.#stream?.abort().catch(() => undefined)
    // Choosing a new name has made an empty file there; a file that was there before is as it was, and stays.
    const { remove } = this.#place as { remove?: () => Promise<void> }
    const bytes = await this.#place.getFile().catch(() => undefined)
    if (bytes?.size === 0) await remove?.call(this.#place).catch(() => undefined)
  }

  /** Throws Problem `cannot-write-file` for what the system refuses: permission, room, a file that is open elsewhere. */
  async #orProblem(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof DOMException ? error.name : String(error)
      throw new Problem('cannot-write-file', { file: this.#place.name, reason })
    }
  }
}
