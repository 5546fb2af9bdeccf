import type { SourceFile } from '../format.ts'

export const JSON_ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export type JsonEncoding = (typeof JSON_ENCODINGS)[number]

/** How the bytes of a JSON file become text, and what decided. */
export interface FoundJsonEncoding {
  encoding: JsonEncoding
  reason: 'mark' | 'two-bytes' | 'rule' | 'not-utf-8'
}

const PIECE_BYTES = 1 << 20

/** The encoding that the first bytes show by a mark or by zeros in every second place; `null` if they show none. */
export function shownEncoding(head: Uint8Array): FoundJsonEncoding | null {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', reason: 'mark' }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', reason: 'mark' }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', reason: 'mark' }
  // The first character of JSON is ASCII, and so is the second but within a text.
  if (a !== undefined && a !== 0 && b === 0) return { encoding: 'utf-16le', reason: 'two-bytes' }
  if (a === 0 && b !== undefined && b !== 0) return { encoding: 'utf-16be', reason: 'two-bytes' }
  return null
}

/** JSON is UTF-8 by rule; a file whose bytes cannot be is taken for windows-1252. */
export async function findJsonEncoding({ bytes }: SourceFile): Promise<FoundJsonEncoding> {
  const shown = shownEncoding(new Uint8Array(await bytes.slice(0, 4).arrayBuffer()))
  if (shown !== null) return shown
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let start = 0; start < bytes.size; start += PIECE_BYTES) {
      decoder.decode(await bytes.slice(start, start + PIECE_BYTES).arrayBuffer(), { stream: true })
    }
    decoder.decode()
  } catch {
    return { encoding: 'windows-1252', reason: 'not-utf-8' }
  }
  return { encoding: 'utf-8', reason: 'rule' }
}
