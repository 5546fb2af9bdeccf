import { Problem } from '../../problem/problem.ts'
import type { ReadContext } from '../format.ts'
import { crc32 } from '../spreadsheet/crc32.ts'
import { directoryEnd, directoryEntry, localHeader, type WrittenPart } from '../spreadsheet/zip-writer.ts'

/** A file with its place in a folder or an archive, parts separated by `/`. */
export interface PlacedFile {
  path: string
  bytes: Blob
}

const PIECE_BYTES = 1 << 22
/** Larger archives need other records (ZIP64), which nothing that a page can hold asks for. */
const MOST_BYTES = 0xffffffff

/**
 * Files in one archive (zip), in the order of their paths so that the same files give the same bytes. Unless `packed`, the bytes
 * are those of the files themselves: nothing is copied, and the archive costs no memory. Throws what `progress` throws, and Problem
 * `file-too-large`.
 */
export async function packFiles(
  files: readonly PlacedFile[],
  { packed }: { packed: boolean },
  { progress }: ReadContext,
): Promise<Blob> {
  const all = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const total = all.reduce((sum, { bytes }) => sum + bytes.size, 0)
  if (total > MOST_BYTES) {
    throw new Problem('file-too-large', { file: all[0]?.path ?? '', bytes: total, most: MOST_BYTES })
  }
  const parts: WrittenPart[] = []
  const blobs: BlobPart[] = []
  let offset = 0
  let before = 0
  const add = (bytes: Uint8Array | Blob): void => {
    blobs.push(bytes as Uint8Array<ArrayBuffer> | Blob)
    offset += bytes instanceof Blob ? bytes.size : bytes.length
  }
  for (const { path, bytes } of all) {
    const within: ReadContext = {
      progress: (part) => progress((before + part * bytes.size) / Math.max(1, total)),
    }
    const written = packed ? await deflated(bytes, within) : await asIs(bytes, within)
    const part: WrittenPart = {
      name: new TextEncoder().encode(path),
      method: packed ? 8 : 0,
      flags: UTF8_NAME,
      crc: written.crc,
      packedSize: written.bytes.size,
      size: bytes.size,
      offset,
    }
    parts.push(part)
    add(localHeader(part))
    add(written.bytes)
    before += bytes.size
  }
  const start = offset
  for (const part of parts) add(directoryEntry(part))
  add(directoryEnd(parts.length, start, offset - start))
  return new Blob(blobs, { type: 'application/zip' })
}

const UTF8_NAME = 0x800

async function asIs(bytes: Blob, { progress }: ReadContext): Promise<{ bytes: Blob; crc: number }> {
  let crc = 0
  for (let at = 0; at < bytes.size; at += PIECE_BYTES) {
    await progress(at / bytes.size)
    crc = crc32(new Uint8Array(await bytes.slice(at, at + PIECE_BYTES).arrayBuffer()), crc)
  }
  return { bytes, crc }
}

/** Bytes before and after the deflated ones in a gz file, the last eight being check sum and size (RFC 1952). */
const GZ_HEAD = 10
const GZ_TAIL = 8

/** Deflated by the browser, as a gz file, which says the check sum too. */
async function deflated(bytes: Blob, { progress }: ReadContext): Promise<{ bytes: Blob; crc: number }> {
  let read = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    async transform(piece, controller) {
      read += piece.length
      await progress(read / bytes.size)
      controller.enqueue(piece)
    },
  })
  const packed = bytes.stream().pipeThrough(counted).pipeThrough(new CompressionStream('gzip'))
  const gz = await new Response(packed).blob()
  const crc = new DataView(await gz.slice(-GZ_TAIL).arrayBuffer()).getInt32(0, true)
  return { bytes: gz.slice(GZ_HEAD, -GZ_TAIL), crc }
}
