import { Gunzip } from 'fflate'
import { Problem } from '../../problem/problem.ts'
import type { ReadContext, SourceFile } from '../format.ts'
import { crc32 } from '../spreadsheet/crc32.ts'

/** What a gz file may unzip to, in bytes. */
const MOST_UNZIPPED = 2 * 1024 ** 3
/** Past `RATIO_FROM` bytes, a file that is so many times larger than it was made to do harm. */
const MOST_RATIO = 200
const RATIO_FROM = 128 * 1024 ** 2
const PIECE_BYTES = 1 << 16

/** Collects what comes out, and stops what would never end. */
class Unzipped {
  readonly pieces: Uint8Array<ArrayBuffer>[] = []
  size = 0
  readonly #file: SourceFile

  constructor(file: SourceFile) {
    this.#file = file
  }

  add(piece: Uint8Array): void {
    this.size += piece.length
    if (
      this.size > MOST_UNZIPPED ||
      (this.size > RATIO_FROM && this.size > MOST_RATIO * this.#file.bytes.size)
    )
      throw new Problem('archive-bomb', { file: this.#file.name })
    this.pieces.push(piece as Uint8Array<ArrayBuffer>)
  }
}

/** What a gz file holds. Throws Problem `archive-damaged` or `archive-bomb`. */
export async function gunzip(file: SourceFile, context: ReadContext): Promise<Blob> {
  if (typeof DecompressionStream !== 'undefined') {
    const whole = await byBrowser(file, context)
    if (whole !== null) return whole
  }
  return byHand(file, context)
}

/** `null` where the browser refuses the file, as some do when it is made of several parts. */
async function byBrowser(file: SourceFile, context: ReadContext): Promise<Blob | null> {
  const unzipped = new Unzipped(file)
  let read = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      read += piece.length
      controller.enqueue(piece)
    },
  })
  const stream = new DecompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array>
  const reader = file.bytes.stream().pipeThrough(counted).pipeThrough(stream).getReader()
  try {
    for (;;) {
      const piece = await reader.read()
      if (piece.done) return new Blob(unzipped.pieces)
      unzipped.add(piece.value)
      await context.progress(Math.min(1, read / file.bytes.size))
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    return null
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function byHand(file: SourceFile, context: ReadContext): Promise<Blob> {
  const { bytes, name } = file
  const damaged = new Problem('archive-damaged', { file: name })
  const unzipped = new Unzipped(file)
  const seen = { parts: 1, crc: 0, ended: false }
  const inflate = new Gunzip((piece, last) => {
    seen.crc = crc32(piece, seen.crc)
    seen.ended ||= last
    unzipped.add(piece)
  })
  inflate.onmember = () => seen.parts++
  for (let start = 0; start < bytes.size; start += PIECE_BYTES) {
    await context.progress(start / bytes.size)
    const piece = new Uint8Array(await bytes.slice(start, start + PIECE_BYTES).arrayBuffer())
    try {
      inflate.push(piece, start + PIECE_BYTES >= bytes.size)
    } catch (error) {
      throw error instanceof Problem ? error : damaged
    }
  }
  if (!seen.ended) throw damaged
  // The check sum of each of several parts stands within the file.
  if (seen.parts === 1 && !(await endsWith(bytes, seen.crc, unzipped.size))) throw damaged
  return new Blob(unzipped.pieces)
}

/** A gz file ends with the check sum and the size of what it holds (RFC 1952). */
async function endsWith(bytes: Blob, crc: number, size: number): Promise<boolean> {
  const tail = new DataView(await bytes.slice(-8).arrayBuffer())
  return (
    tail.byteLength === 8 && tail.getInt32(0, true) === (crc | 0) && tail.getUint32(4, true) === size >>> 0
  )
}
