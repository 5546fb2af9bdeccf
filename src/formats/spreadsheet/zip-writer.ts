import { Deflate, deflateSync } from 'fflate'
import { crc32 } from './crc32.ts'

/** One part of a zip file; its pieces are made when their turn comes. */
export interface PartToWrite {
  name: string
  pieces: Iterable<Uint8Array>
  /** Written as it is, for the part that a format wants to be found uncompressed. */
  stored?: boolean
}

/** A part as the headers of a zip file describe it. */
export interface WrittenPart {
  name: Uint8Array
  method: number
  flags: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

const LEVEL = 3
/** 1 January 1980: the same table gives the same bytes whatever the day. */
const DATE = 0x21
const UTF8_NAME = 0x800
const SIZES_AFTER = 8

/** A zip file, piece by piece. Parts that come in several pieces have their sizes after them. */
export function* zipPieces(parts: Iterable<PartToWrite>): Generator<Uint8Array> {
  const written: WrittenPart[] = []
  let offset = 0
  const counted = (bytes: Uint8Array): Uint8Array => {
    offset += bytes.length
    return bytes
  }
  for (const { name, pieces, stored = false } of parts) {
    const part: WrittenPart = {
      name: new TextEncoder().encode(name),
      method: stored ? 0 : 8,
      flags: UTF8_NAME,
      crc: 0,
      packedSize: 0,
      size: 0,
      offset,
    }
    written.push(part)
    const iterator = pieces[Symbol.iterator]()
    const first = iterator.next()
    const second = first.done === true ? first : iterator.next()
    if (second.done === true) {
      const bytes = first.done === true ? new Uint8Array() : first.value
      const packed = stored ? bytes : deflateSync(bytes, { level: LEVEL })
      part.crc = crc32(bytes)
      part.size = bytes.length
      part.packedSize = packed.length
      yield counted(localHeader(part))
      yield counted(packed)
      continue
    }
    part.flags |= SIZES_AFTER
    yield counted(localHeader(part))
    let out: Uint8Array[] = []
    const deflate = new Deflate({ level: LEVEL }, (piece) => out.push(piece))
    let piece: IteratorResult<Uint8Array> = first
    let next: IteratorResult<Uint8Array> = second
    while (piece.done !== true) {
      part.crc = crc32(piece.value, part.crc)
      part.size += piece.value.length
      deflate.push(piece.value, next.done === true)
      for (const packed of out) {
        part.packedSize += packed.length
        if (packed.length > 0) yield counted(packed)
      }
      out = []
      piece = next
      next = piece.done === true ? piece : iterator.next()
    }
    yield counted(sizesAfter(part))
  }
  const start = offset
  for (const part of written) yield counted(directoryEntry(part))
  yield directoryEnd(written.length, start, offset - start)
}

function record(length: number, fill: (view: DataView) => void, ...tail: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(length + tail.reduce((sum, piece) => sum + piece.length, 0))
  fill(new DataView(bytes.buffer))
  let at = length
  for (const piece of tail) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

export const localHeader = (part: WrittenPart): Uint8Array =>
  record(
    30,
    (view) => {
      view.setUint32(0, 0x04034b50, true)
      view.setUint16(4, 20, true)
      setCommon(view, 6, part)
    },
    part.name,
  )

export const directoryEntry = (part: WrittenPart): Uint8Array =>
  record(
    46,
    (view) => {
      view.setUint32(0, 0x02014b50, true)
      view.setUint16(4, 20, true)
      view.setUint16(6, 20, true)
      setCommon(view, 8, part)
      view.setUint32(42, part.offset, true)
    },
    part.name,
  )

/** What both headers of a part say in the same order. */
function setCommon(view: DataView, at: number, part: WrittenPart): void {
  view.setUint16(at, part.flags, true)
  view.setUint16(at + 2, part.method, true)
  view.setUint16(at + 6, DATE, true)
  view.setInt32(at + 8, part.crc, true)
  view.setUint32(at + 12, part.packedSize, true)
  view.setUint32(at + 16, part.size, true)
  view.setUint16(at + 20, part.name.length, true)
}

const sizesAfter = (part: WrittenPart): Uint8Array =>
  record(16, (view) => {
    view.setUint32(0, 0x08074b50, true)
    view.setInt32(4, part.crc, true)
    view.setUint32(8, part.packedSize, true)
    view.setUint32(12, part.size, true)
  })

export const directoryEnd = (count: number, start: number, size: number): Uint8Array =>
  record(22, (view) => {
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, count, true)
    view.setUint16(10, count, true)
    view.setUint32(12, size, true)
    view.setUint32(16, start, true)
  })
