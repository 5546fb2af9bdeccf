import { AFTER, type CellScanner, type Scanned } from './cell-scanner.ts'

/** Gives a scanner all the bytes, keeping only the cell that a piece leaves unfinished. */
export async function scanPieces(pieces: AsyncIterable<Uint8Array>, scanner: CellScanner): Promise<Scanned> {
  let buffer = new Uint8Array(1 << 18)
  let length = 0
  for await (const piece of pieces) {
    if (length + piece.length + AFTER > buffer.length) {
      const larger = new Uint8Array(2 * (length + piece.length))
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    buffer.set(piece, length)
    length += piece.length
    const used = scanner.scan(buffer, length, false)
    buffer.copyWithin(0, used, length)
    length -= used
  }
  scanner.scan(buffer, length, true)
  return scanner.finish()
}
