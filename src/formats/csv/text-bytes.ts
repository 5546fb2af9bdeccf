import type { ReadContext, SourceFile } from '../format.ts'
import type { Encoding } from './encoding.ts'

/** Bytes asked for at once: each time costs a turn through the browser, and the page hears of progress after each. */
const PIECE = 1 << 20

/**
 * The file's bytes after `skip` of them (a byte order mark), piece by piece; UTF-16 is turned into UTF-8 on the way, other
 * encodings come as they are. The next piece is read while one is worked on. Says the progress after each piece.
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
  const pieceAt = (start: number): Promise<ArrayBuffer> => {
    const piece = bytes.slice(start, start + PIECE).arrayBuffer()
    // It is awaited when its turn comes, if ever.
    piece.catch(() => undefined)
    return piece
  }
  let next = pieceAt(skip)
  for (let start = skip; start < bytes.size; start += PIECE) {
    const piece = new Uint8Array(await next)
    if (start + PIECE < bytes.size) next = pieceAt(start + PIECE)
    yield decoder === null ? piece : encoder.encode(decoder.decode(piece, { stream: true }))
    const said = context.progress(Math.min(1, (start + piece.length) / bytes.size))
    if (said !== undefined) await said
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield encoder.encode(rest)
}
