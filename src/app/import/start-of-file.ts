/** Some hundred thousand rows: enough to make a recipe on. */
const START_BYTES = 50_000_000
const LAST_LINE_BYTES = 1 << 20

/**
 * The first lines of a text file, about fifty megabytes of it, as a file of its own whose name says so. `null` for a file that makes
 * no sense without its end: an archive, a workbook, XML, a JSON list.
 */
export async function startOfFile(file: File, said: string): Promise<File | null> {
  const head = new Uint8Array(await file.slice(0, 256).arrayBuffer())
  const text = new TextDecoder('latin1').decode(head).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  if (/^[\s\0]*[<[]|^PK|^\x1f\x8b/.test(text)) return null
  const from = Math.max(0, START_BYTES - LAST_LINE_BYTES)
  const tail = new Uint8Array(await file.slice(from, START_BYTES).arrayBuffer())
  const lineEnd = Math.max(tail.lastIndexOf(10), tail.lastIndexOf(13))
  // In UTF-16 with the small byte first, a zero belongs to the line end.
  const wide = head[0] === 0xff && head[1] === 0xfe ? 1 : 0
  const end = lineEnd < 0 ? START_BYTES : from + lineEnd + 1 + wide
  const name = file.name.replace(/(\.[A-Za-z0-9]{1,5})?$/, ` (${said})$1`)
  return new File([file.slice(0, end)], name, { type: file.type })
}
