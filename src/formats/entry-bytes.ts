import type { Column } from '../table/column.ts'

/** The bytes that stand for each dictionary entry in a written file, one after another. */
export interface EntryBytes {
  bytes: Uint8Array
  /** `ends[code]` is where the entry's bytes end; they begin where the entry before ends. */
  ends: Uint32Array
}

/**
 * The bytes of each entry as a format writes them. `rewrite` gives those of an entry that are not its own text, and
 * `undefined` for one that is written as it is.
 */
export function entryBytes(
  { dictionary }: Column,
  rewrite: (code: number, start: number, end: number) => Uint8Array | undefined,
): EntryBytes {
  const { bytes } = dictionary
  let written = new Uint8Array(bytes.length + (bytes.length >> 2) + 256)
  let length = 0
  const ends = new Uint32Array(dictionary.size)
  for (let code = 0; code < ends.length; code++) {
    const start = dictionary.start(code)
    const end = dictionary.end(code)
    const other = rewrite(code, start, end)
    const needed = length + (other === undefined ? end - start : other.length)
    if (needed > written.length) {
      const larger = new Uint8Array(Math.ceil(1.6 * needed))
      larger.set(written.subarray(0, length))
      written = larger
    }
    if (other === undefined) for (let i = start; i < end; i++) written[length++] = bytes[i]!
    else for (let i = 0; i < other.length; i++) written[length++] = other[i]!
    ends[code] = length
  }
  return { bytes: written, ends }
}
