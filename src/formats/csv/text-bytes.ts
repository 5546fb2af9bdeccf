import type { ReadContext, SourceFile } from '../format.ts'
import type { Encoding } from './encoding.ts'

const LARGEST_PIECE = 1 << 16

/**
 * The file's bytes after `skip` of them (a byte order mark), piece by piece; UTF-16 is turned into UTF-8 on the way, other
 * encodings come as they are. Says the progress after each piece.
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
  const reader = bytes.slice(skip).stream().getReader()
  let done = 0
  try {
    for (;;) {
      const piece = await reader.read()
      if (piece.done) break
      done += piece.value.length
      for (let at = 0; at < piece.value.length; at += LARGEST_PIECE) {
        const part = piece.value.subarray(at, at + LARGEST_PIECE)
        yield decoder === null ? part : encoder.encode(decoder.decode(part, { stream: true }))
      }
      const said = context.progress(Math.min(1, (skip + done) / bytes.size))
      if (said !== undefined) await said
    }
    const rest = decoder?.decode() ?? ''
    if (rest !== '') yield encoder.encode(rest)
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
