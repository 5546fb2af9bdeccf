/** How the bytes of an XML file become text, and why. */
export interface FoundEncoding {
  /** Name for `TextDecoder`, as it calls it: `utf-8`, `windows-1252` (ISO-8859-1 is read so, as browsers do). */
  encoding: string
  /** What the file declares, as written; `null` if it declares nothing. */
  declared: string | null
  /**
   * `declared`: it is the one declared. `mark`: the first bytes say it. `default`: nothing is declared.
   * `not-utf-8`: UTF-8 is due but the bytes are not. `is-utf-8`: another is declared but every accent is UTF-8.
   * `unknown`: the declared one does not exist or cannot be.
   */
  reason: 'declared' | 'mark' | 'default' | 'not-utf-8' | 'is-utf-8' | 'unknown'
}

const HEAD_BYTES = 1024
const PIECE_BYTES = 1 << 20

/** Finds the encoding from the byte order mark, the declaration, and the bytes themselves, which have the last word. */
export async function findEncoding(bytes: Blob): Promise<FoundEncoding> {
  const head = new Uint8Array(await bytes.slice(0, HEAD_BYTES).arrayBuffer())
  const mark = markedEncoding(head)
  const declared = declaredEncoding(head)
  if (mark !== null) return { encoding: mark, declared, reason: 'mark' }
  const due = declared === null ? null : decoderName(declared)
  const content = await utf8Content(bytes)
  if (content === 'other' && (due === null || due === 'utf-8'))
    return { encoding: 'windows-1252', declared, reason: 'not-utf-8' }
  if (content === 'utf-8' && due !== null && due !== 'utf-8')
    return { encoding: 'utf-8', declared, reason: 'is-utf-8' }
  if (due !== null) return { encoding: due, declared, reason: 'declared' }
  return { encoding: 'utf-8', declared, reason: declared === null ? 'default' : 'unknown' }
}

/** The encoding that the first bytes of an XML file mark, if they do. */
export function markedEncoding([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  return null
}

function declaredEncoding(head: Uint8Array): string | null {
  const text = String.fromCharCode(...head.filter((byte) => byte !== 0))
  return /<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]+)["']/.exec(text)?.[1] ?? null
}

/** The decoder's own name; `null` for one that does not exist or that would have needed two bytes a character. */
function decoderName(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-16') ? null : encoding
  } catch {
    return null
  }
}

/** Whether the bytes are plain ASCII, hold UTF-8 beyond it, or cannot be UTF-8. A character cut by the end of the file is no proof. */
async function utf8Content(bytes: Blob): Promise<'ascii' | 'utf-8' | 'other'> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let characters = 0
  try {
    for (let start = 0; start < bytes.size; start += PIECE_BYTES) {
      const piece = await bytes.slice(start, start + PIECE_BYTES).arrayBuffer()
      characters += decoder.decode(piece, { stream: true }).length
    }
  } catch {
    return 'other'
  }
  return characters === bytes.size ? 'ascii' : 'utf-8'
}
