import { Problem } from '../../problem/problem.ts'

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENTRY_BYTES = 128
const NONE = 0xffffffff
/** Numbers of sectors from here on have another meaning. */
const LAST_SECTOR = 0xfffffffa
const FAT_IN_HEADER = 109
const STREAM = 2

export const isCompoundFile = (head: Uint8Array): boolean => MAGIC.every((byte, at) => head[at] === byte)

interface Entry {
  name: string
  type: number
  start: number
  size: number
  left: number
  right: number
  child: number
}

/** The streams of a compound file ([MS-CFB]) that lie at its root, by name. Everything is checked against the bytes that there are. */
export class CompoundFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorBytes: number
  readonly #fat: Uint32Array
  readonly #entries: Entry[]
  readonly #streams = new Map<string, Entry>()

  /** Throws Problem `spreadsheet-damaged`. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 512 || !isCompoundFile(bytes)) throw damaged()
    const shift = this.#view.getUint16(30, true)
    if (shift < 7 || shift > 16) throw damaged()
    this.#sectorBytes = 1 << shift
    this.#fat = this.#readFat()
    this.#entries = this.#readEntries()
    this.#findStreams()
  }

  has(name: string): boolean {
    return this.#streams.has(name)
  }

  /** The bytes of a stream; `null` if there is none of that name. Throws Problem `spreadsheet-damaged`. */
  stream(name: string): Uint8Array | null {
    const entry = this.#streams.get(name)
    if (entry === undefined) return null
    const isSmall = entry.size < this.#view.getUint32(56, true)
    return isSmall ? this.#smallStream(entry) : this.#chain(entry.start, entry.size)
  }

  #sector(number: number): number {
    return (number + 1) * this.#sectorBytes
  }

  #readFat(): Uint32Array {
    const perSector = this.#sectorBytes / 4
    const most = Math.ceil(this.#bytes.length / this.#sectorBytes)
    const places: number[] = []
    for (let at = 0; at < FAT_IN_HEADER; at++) places.push(this.#view.getUint32(76 + 4 * at, true))
    let next = this.#view.getUint32(68, true)
    for (let seen = 0; next < LAST_SECTOR; seen++) {
      const start = this.#sector(next)
      if (seen > most || start + this.#sectorBytes > this.#bytes.length) throw damaged()
      for (let at = 0; at < perSector - 1; at++) places.push(this.#view.getUint32(start + 4 * at, true))
      next = this.#view.getUint32(start + this.#sectorBytes - 4, true)
    }
    const used = places.filter((place) => place < LAST_SECTOR)
    if (used.length > most) throw damaged()
    const fat = new Uint32Array(used.length * perSector).fill(NONE)
    used.forEach((place, index) => {
      const start = this.#sector(place)
      if (start >= this.#bytes.length) throw damaged()
      const entries = Math.min(perSector, (this.#bytes.length - start) >> 2)
      for (let at = 0; at < entries; at++)
        fat[index * perSector + at] = this.#view.getUint32(start + 4 * at, true)
    })
    return fat
  }

  /** Sectors from this one on, put together; `size` bytes of them, or all if `null`. */
  #chain(first: number, size: number | null): Uint8Array {
    const sectors: number[] = []
    const wanted = size === null ? Infinity : Math.ceil(size / this.#sectorBytes)
    for (let next = first; next < LAST_SECTOR && sectors.length < wanted; next = this.#fat[next] ?? NONE) {
      if (sectors.length > this.#fat.length) throw damaged()
      sectors.push(next)
    }
    const length = size ?? sectors.length * this.#sectorBytes
    if (sectors.length * this.#sectorBytes < length || length > this.#bytes.length) throw damaged()
    const whole = new Uint8Array(length)
    sectors.forEach((sector, index) => {
      const start = this.#sector(sector)
      const at = index * this.#sectorBytes
      const needed = Math.min(this.#sectorBytes, length - at)
      // Some programs leave the end of the last sector out.
      if (size !== null && start + needed > this.#bytes.length) throw damaged()
      whole.set(this.#bytes.subarray(start, start + needed), at)
    })
    return whole
  }

  #readEntries(): Entry[] {
    const bytes = this.#chain(this.#view.getUint32(48, true), null)
    const view = new DataView(bytes.buffer)
    const utf16 = new TextDecoder('utf-16le')
    const entries: Entry[] = []
    for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
      const nameBytes = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2)
      entries.push({
        name: utf16.decode(bytes.subarray(at, at + nameBytes)),
        type: bytes[at + 66]!,
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      })
    }
    if (entries.length === 0) throw damaged()
    return entries
  }

  /** Streams at the root alone: a workbook may hold other files, with workbooks in them. */
  #findStreams(): void {
    const seen = new Set<number>()
    const waiting = [this.#entries[0]!.child]
    for (;;) {
      const number = waiting.pop()
      if (number === undefined) return
      const entry = this.#entries[number]
      if (entry === undefined || seen.has(number)) continue
      seen.add(number)
      waiting.push(entry.left, entry.right)
      if (entry.type === STREAM) this.#streams.set(entry.name, entry)
    }
  }

  /** Small streams share one stream, in sectors of their own. */
  #smallStream({ start, size }: Entry): Uint8Array {
    const shift = this.#view.getUint16(32, true)
    if (shift < 4 || shift > 12) throw damaged()
    const sectorBytes = 1 << shift
    const root = this.#entries[0]!
    const shared = this.#chain(root.start, root.size)
    const table = this.#chain(this.#view.getUint32(60, true), null)
    const next = new DataView(table.buffer)
    const whole = new Uint8Array(size)
    let sector = start
    for (let at = 0; at < size; at += sectorBytes) {
      const from = sector * sectorBytes
      const needed = Math.min(sectorBytes, size - at)
      if (from + needed > shared.length) throw damaged()
      whole.set(shared.subarray(from, from + needed), at)
      sector = 4 * sector + 4 <= table.length ? next.getUint32(4 * sector, true) : NONE
    }
    return whole
  }
}

const damaged = (): Problem<'spreadsheet-damaged'> => new Problem('spreadsheet-damaged', { part: '' })
