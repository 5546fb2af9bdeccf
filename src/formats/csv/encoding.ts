import { BLANK, DictionaryBuilder } from '../../table/dictionary.ts'
import { emptyCodes } from '../../table/codes.ts'
import type { Column } from '../../table/column.ts'
import { bytesIn, CODE_PAGES, type CodePage } from './code-pages.ts'

export const ENCODINGS = ['utf-8', ...CODE_PAGES, 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const isCodePage = (encoding: Encoding): encoding is CodePage =>
  CODE_PAGES.some((page) => page === encoding)

/** The byte order mark at the start, if any, and its length in bytes. */
export function byteOrderMark(head: Uint8Array): { encoding: Encoding; length: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

/** UTF-16 without a mark shows by the zero in every second byte of Latin text. */
export function guessUtf16(head: Uint8Array): Encoding | null {
  const length = head.length & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return 'utf-16le'
  if (even > 0.7 * pairs && odd < 0.1 * pairs) return 'utf-16be'
  return null
}

/** What the bytes of a text are: ASCII only, UTF-8 with letters beyond ASCII, or not UTF-8. */
export type ByteKind = 'ascii' | 'utf-8' | 'other'

/** Kind of `bytes[start, end)`, by the strict rules of UTF-8: no overlong form, no surrogate, nothing above U+10FFFF. */
export function byteKind(bytes: Uint8Array, start: number, end: number): ByteKind {
  let i = start
  while (i < end && bytes[i]! < 0x80) i++
  if (i === end) return 'ascii'
  while (i < end) {
    const lead = bytes[i]!
    if (lead < 0x80) {
      i++
      continue
    }
    const more = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0
    if (more === 0 || i + more >= end) return 'other'
    const second = bytes[i + 1]!
    const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < least || second > most) return 'other'
    for (let k = 2; k <= more; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return 'other'
    i += more + 1
  }
  return 'utf-8'
}

/** The column with some of its texts exchanged for others; texts that become the same become one. */
export function mapTexts(
  column: Column,
  chosen: readonly number[],
  map: (bytes: Uint8Array, start: number, end: number) => Uint8Array,
): Column {
  if (chosen.length === 0) return column
  const { dictionary, codes } = column
  const builder = new DictionaryBuilder()
  const renumbered = new Uint32Array(dictionary.size)
  const changes = new Set(chosen)
  for (let code = BLANK + 1; code < dictionary.size; code++) {
    const start = dictionary.start(code)
    const end = dictionary.end(code)
    if (changes.has(code)) {
      const text = map(dictionary.bytes, start, end)
      renumbered[code] = builder.add(text, 0, text.length)
    } else renumbered[code] = builder.add(dictionary.bytes, start, end)
  }
  const mapped = emptyCodes(codes.length, builder.size)
  for (let row = 0; row < codes.length; row++) mapped[row] = renumbered[codes[row]!]!
  return { ...column, codes: mapped, dictionary: builder.finish() }
}

/** The bytes of a text in an encoding that the scanner reads as it comes; UTF-16 reaches it as UTF-8. */
export const encodeText = (text: string, encoding: Encoding): Uint8Array =>
  isCodePage(encoding) ? bytesIn(encoding, text) : new TextEncoder().encode(text)
