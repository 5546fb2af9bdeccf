import type { SourceFile } from '../format.ts'
import { repairControlCharacters } from '../xml/repair-control-characters.ts'
import type { JsonEncoding } from './json-encoding.ts'
import { JsonScanner, type JsonEvents } from './json-scanner.ts'

const PIECE_BYTES = 1 << 18

/**
 * Tells `events` everything that the file holds, piece by piece; resolves with the number of values at the top. The buffer
 * grows with the longest text of the file only. Throws Problem `json-broken`, or what `events` or `progress` throws.
 */
export async function scanJson(
  { bytes }: SourceFile,
  encoding: JsonEncoding,
  events: JsonEvents,
  progress: (part: number) => void | Promise<void>,
): Promise<number> {
  const scanner = new JsonScanner(events)
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding)
  const encoder = new TextEncoder()
  let buffer = new Uint8Array(2 * PIECE_BYTES)
  let length = 0
  let wanted = 0
  for (let start = 0; start < bytes.size; start += PIECE_BYTES) {
    const raw = new Uint8Array(await bytes.slice(start, start + PIECE_BYTES).arrayBuffer())
    let piece = raw
    if (decoder !== null) {
      const text = decoder.decode(raw, { stream: start + PIECE_BYTES < bytes.size })
      // Some engines decode windows-1252 as ISO-8859-1 proper.
      piece = encoder.encode(encoding === 'windows-1252' ? repairControlCharacters(text) : text)
    } else if (start === 0 && raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) piece = raw.subarray(3)
    if (length + piece.length > buffer.length) {
      const larger = new Uint8Array(2 * (length + piece.length))
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    buffer.set(piece, length)
    length += piece.length
    // A text longer than the buffer is looked at again only once there is twice as much of it.
    if (length >= wanted) {
      const used = scanner.scan(buffer, length, false)
      buffer.copyWithin(0, used, length)
      length -= used
      wanted = 2 * length
    }
    const said = progress(Math.min(1, (start + PIECE_BYTES) / bytes.size))
    if (said !== undefined) await said
  }
  scanner.scan(buffer, length, true)
  return scanner.roots
}
