import { Inflate } from 'fflate'
import { Problem } from '../../problem/problem.ts'
import type { ReadContext } from '../format.ts'
import { crc32 } from './crc32.ts'

/** What the parts of a workbook may unzip to, in bytes, all together. */
const MOST_UNZIPPED = 2 * 1024 ** 3
/** Past `RATIO_FROM` bytes, a part that is so many times larger than what is in the file was made to do harm. */
const MOST_RATIO = 200
const RATIO_FROM = 128 * 1024 ** 2

/** Bytes inflated at a time: what comes out is at most a thousand times as much. */
const PIECE = 1 << 14
const PROGRESS_EVERY = 1 << 17

const STORED = 0
const DEFLATED = 8

interface Entry {
  method: number
  encrypted: boolean
  crc: number
  packedSize: number
  size: number
  /** Where its local header begins in the file. */
  offset: number
}

const damaged = (part = ''): Problem => new Problem('spreadsheet-damaged', { part })

/** The parts of a zip file, read from it one at a time and in pieces; the file is never held whole. */
export class ZipParts {
  readonly #bytes: Blob
  readonly #entries: ReadonlyMap<string, Entry>
  #unzipped = 0

  private constructor(bytes: Blob, entries: ReadonlyMap<string, Entry>) {
    this.#bytes = bytes
    this.#entries = entries
  }

  /** Throws Problem `spreadsheet-damaged`, `spreadsheet-locked` or `spreadsheet-bomb` for the sizes that the file declares. */
  static async open(bytes: Blob): Promise<ZipParts> {
    const entries = await readDirectory(bytes)
    let declared = 0
    for (const entry of entries.values()) {
      declared += entry.size
      refuseBomb(entry.size, entry.packedSize)
    }
    if (declared > MOST_UNZIPPED) throw new Problem('spreadsheet-bomb', {})
    return new ZipParts(bytes, entries)
  }

  /** The same parts to be read once more: what was unzipped before does not count. */
  again(): ZipParts {
    return new ZipParts(this.#bytes, this.#entries)
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** Bytes of the part once unzipped, as the file declares; 0 for none of that name. */
  size(name: string): number {
    return this.#entries.get(name)?.size ?? 0
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  /** The whole part, for small ones. Throws like `pieces`. */
  async whole(name: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    for await (const piece of this.pieces(name)) pieces.push(piece)
    return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  }

  /**
   * The bytes of a part, piece by piece. Says the progress within the part if a context is given.
   * Throws Problem `spreadsheet-damaged`, `spreadsheet-locked` or `spreadsheet-bomb`.
   */
  async *pieces(name: string, context?: ReadContext): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw damaged(name)
    if (entry.encrypted) throw new Problem('spreadsheet-locked', {})
    if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged(name)
    const header = viewOf(await this.#read(entry.offset, 30))
    if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw damaged(name)
    const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true)
    if (start + entry.packedSize > this.#bytes.size) throw damaged(name)

    let out: Uint8Array[] = []
    const inflate = entry.method === DEFLATED ? new Inflate((piece) => out.push(piece)) : null
    let size = 0
    let crc = 0
    for (let at = 0; at < entry.packedSize || at === 0; at += PROGRESS_EVERY) {
      const said = context?.progress(entry.packedSize === 0 ? 0 : at / entry.packedSize)
      if (said !== undefined) await said
      const packed = await this.#read(start + at, Math.min(PROGRESS_EVERY, entry.packedSize - at))
      for (let from = 0; from < packed.length || from === 0; from += PIECE) {
        const piece = packed.subarray(from, from + PIECE)
        const last = at + from + piece.length >= entry.packedSize
        if (inflate === null) out.push(piece)
        else inflateOrRefuse(inflate, piece, last, name)
        for (const bytes of out) {
          size += bytes.length
          this.#unzipped += bytes.length
          refuseBomb(size, entry.packedSize)
          if (this.#unzipped > MOST_UNZIPPED) throw new Problem('spreadsheet-bomb', {})
          crc = crc32(bytes, crc)
          if (bytes.length > 0) yield bytes
        }
        out = []
      }
    }
    if (size !== entry.size || crc !== entry.crc) throw damaged(name)
  }

  async #read(start: number, length: number): Promise<Uint8Array> {
    return new Uint8Array(await this.#bytes.slice(start, start + length).arrayBuffer())
  }
}

function inflateOrRefuse(inflate: Inflate, piece: Uint8Array, last: boolean, name: string): void {
  try {
    inflate.push(piece, last)
  } catch {
    throw damaged(name)
  }
}

function refuseBomb(size: number, packedSize: number): void {
  if (size > MOST_UNZIPPED || (size > RATIO_FROM && size > MOST_RATIO * packedSize)) {
    throw new Problem('spreadsheet-bomb', {})
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/** The list of parts at the end of a zip file (APPNOTE.TXT 4.3.12 to 4.3.16), those of more than 4 GB included. */
async function readDirectory(bytes: Blob): Promise<Map<string, Entry>> {
  const tailStart = Math.max(0, bytes.size - 65_557)
  const tail = viewOf(new Uint8Array(await bytes.slice(tailStart).arrayBuffer()))
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw damaged()
  let count = tail.getUint16(end + 10, true)
  let size = tail.getUint32(end + 12, true)
  let start = tail.getUint32(end + 16, true)
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    const locator = end - 20
    if (locator < 0 || tail.getUint32(locator, true) !== 0x07064b50) throw damaged()
    const at = Number(tail.getBigUint64(locator + 8, true))
    const large = viewOf(new Uint8Array(await bytes.slice(at, at + 56).arrayBuffer()))
    if (large.byteLength < 56 || large.getUint32(0, true) !== 0x06064b50) throw damaged()
    count = Number(large.getBigUint64(32, true))
    size = Number(large.getBigUint64(40, true))
    start = Number(large.getBigUint64(48, true))
  }
  if (start + size > bytes.size) throw damaged()
  const directory = viewOf(new Uint8Array(await bytes.slice(start, start + size).arrayBuffer()))
  const entries = new Map<string, Entry>()
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50) throw damaged()
    const nameLength = directory.getUint16(at + 28, true)
    const extraLength = directory.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + directory.getUint16(at + 32, true)
    if (next > directory.byteLength) throw damaged()
    const name = new TextDecoder().decode(
      new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength),
    )
    const entry: Entry = {
      encrypted: (directory.getUint16(at + 8, true) & 1) === 1,
      method: directory.getUint16(at + 10, true),
      crc: directory.getInt32(at + 16, true),
      packedSize: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    }
    takeLargeSizes(entry, directory, at + 46 + nameLength, extraLength)
    // Some programs write the separators of their own system.
    entries.set(name.replaceAll('\\', '/'), entry)
    at = next
  }
  return entries
}

/** Sizes of more than 4 GB stand in an extra field, only those that do not fit, in this order. */
function takeLargeSizes(entry: Entry, directory: DataView, start: number, length: number): void {
  for (let at = start; at + 4 <= start + length; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue
    const fieldEnd = Math.min(start + length, at + 4 + directory.getUint16(at + 2, true))
    let from = at + 4
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (entry[key] !== 0xffffffff || from + 8 > fieldEnd) continue
      entry[key] = Number(directory.getBigUint64(from, true))
      from += 8
    }
  }
}
