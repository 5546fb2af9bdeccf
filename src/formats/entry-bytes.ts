import { type Column } from '../table/column.ts'

/** The bytes that stand for each dictionary entry in a written file, one after another. */
export interface EntryBytes {
  bytes: Uint8Array
  /** `ends[code]` is where the entry's bytes end; they begin where the entry before ends. */
  ends: Uint32Array
}

/**
 * The bytes of each entry as a format writes them. `rewrite` gives those of an entry that are not its own text, and
 * `undefined` for one that is written as it is; without any such entry nothing is copied.
 */
export function entryBytes(
  { dictionary }: Column,
  rewrite: (code: number, start: number, end: number) => Uint8Array | undefined,
): EntryBytes {
  const { bytes, ends } = dictionary
  let written: Uint8Array | null = null
  let length = 0
  const newEnds = new Uint32Array(ends.length)
  const reserve = (extra: number): Uint8Array => {
    if (written === null || length + extra > written.length) {
      const larger = new Uint8Array(Math.max(bytes.length + 1024, 2 * (length + extra)))
      larger.set(written === null ? bytes.subarray(0, length) : written.subarray(0, length))
      written = larger
    }
    return written
  }
  for (let code = 0; code < ends.length; code++) {
    const start = dictionary.start(code)
    const end = dictionary.end(code)
    const other = rewrite(code, start, end)
    if (other !== undefined) {
      reserve(other.length).set(other, length)
      length += other.length
    } else {
      if (written !== null) {
        const target = reserve(end - start)
        for (let i = start, at = length; i < end; i++) target[at++] = bytes[i]!
      }
      length += end - start
    }
    newEnds[code] = length
  }
  return { bytes: written ?? bytes, ends: newEnds }
}
