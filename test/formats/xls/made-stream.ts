/** A record of a workbook stream: its number, and what it holds: shorts, or bytes as they are. */
export function record(
  id: number,
  ...parts: readonly (number | Uint8Array | { byte: number })[]
): Uint8Array {
  const bytes = parts.flatMap((part) => {
    if (typeof part === 'number') return [part & 255, part >> 8]
    return part instanceof Uint8Array ? [...part] : [part.byte]
  })
  return new Uint8Array([id & 255, id >> 8, bytes.length & 255, bytes.length >> 8, ...bytes])
}

export const double = (value: number): Uint8Array => new Uint8Array(new Float64Array([value]).buffer)

/** A text of one byte a character, after its length in one or two bytes, with the flags that Excel has had since 97. */
export const latin1 = (text: string, lengthBytes: 1 | 2): Uint8Array =>
  new Uint8Array([
    text.length & 255,
    ...(lengthBytes === 2 ? [text.length >> 8] : []),
    0,
    ...Array.from(text, (letter) => letter.charCodeAt(0)),
  ])

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...part]))

const END = record(0x000a)

/** A workbook of one sheet as a bare stream; `globals` and `cells` are records. */
export function madeStream(globals: readonly Uint8Array[], cells: readonly Uint8Array[]): Uint8Array {
  const begin = record(0x0809, 0x0600, 0x0005, 0, 0)
  const name = latin1('S', 1)
  const before = joined([begin, ...globals])
  const offset = before.length + 4 + 6 + name.length + END.length
  const sheet = record(0x0085, offset & 0xffff, offset >> 16, 0, name)
  return joined([before, sheet, END, record(0x0809, 0x0600, 0x0010, 0, 0), ...cells, END])
}
