import type { ReadContext, SourceFile } from '../format.ts'
import type { Encoding } from './encoding.ts'

/** Bytes asked for at once: each time costs a turn through the browser, and the page hears of progress after each. */
const PIECE = 1 << 20

/**
 * The file's bytes after `skip` of them (a byte order mark), piece by piece; UTF-16 is turned into UTF-8 on the way, other
 * encodings come as they are. A piece is of no use any more once the next one is asked for. Says the progress after each piece.
 */
export async function* textBytes(
  file: SourceFile,
  encoding: Encoding,
  skip: number,
  context: ReadContext,
): AsyncGenerator<Uint8Array> {
  const { bytes } = file
  const decoder =
    encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding, { ignoreBOM: true }) : null
  const encoder = new TextEncoder()
  let done = skip
  for await (const piece of piecesOf(bytes.slice(skip))) {
    done += piece.length
    yield decoder === null ? piece : encoder.encode(decoder.decode(piece, { stream: true }))
    const said = context.progress(Math.min(1, done / bytes.size))
    if (said !== undefined) await said
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield encoder.encode(rest)
}

/** The bytes, the next piece being read while one is worked on; into two buffers over and over, which takes a third of the time. */
async function* piecesOf(bytes: Blob): AsyncGenerator<Uint8Array> {
  const stream = bytes.stream()
  let reader: ReadableStreamBYOBReader
  try {
    reader = stream.getReader({ mode: 'byob' })
  } catch {
    // Browsers of a few years ago.
    for (const simple = stream.getReader(); ;) {
      const { done, value } = await simple.read()
      if (done) return
      yield value
    }
  }
  try {
    let next = reader.read(new Uint8Array(PIECE))
    let spare = new Uint8Array(PIECE)
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = reader.read(spare)
      next.catch(() => undefined)
      yield value
      spare = new Uint8Array(value.buffer)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
