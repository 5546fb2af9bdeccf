import { Problem, type FileKind } from '../problem/problem.ts'
import type { SourceFile } from './format.ts'
import { officeKind } from './office-kind.ts'

/** First bytes of files that are no tables, as text of one character a byte. */
const MAGIC: readonly (readonly [string, FileKind])[] = [
  ['\x89PNG\r\n', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['BM', 'image'],
  ['%PDF-', 'pdf'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ\0', 'archive'],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  ['\xca\xfe\xba\xbe', 'program'],
  ['\xcf\xfa\xed\xfe', 'program'],
  ['{\\rtf', 'document'],
  ['SQLite format 3\0', 'database'],
  ['\0\x01\0\0Standard ', 'database'],
  ['ID3', 'media'],
  ['OggS', 'media'],
  ['\x1aE\xdf\xa3', 'media'],
]

/** Beginnings that text could have too: only with bytes that text does not have. */
const NEEDS_BINARY = new Set(['BM', 'MZ', 'BZh', 'ID3', 'OggS', 'GIF8'])

/**
 * Throws Problem `empty-file` or `not-a-table` for a file that no reader may take for a table, whatever its name says.
 * `head` holds its first bytes, 64 kB at most.
 */
export function refuseOtherFiles(file: SourceFile, head: Uint8Array): void {
  if (file.bytes.size === 0) throw new Problem('empty-file', { file: file.name })
  const kind = otherKind(file.name, head)
  if (kind !== null) throw new Problem('not-a-table', { file: file.name, kind })
}

function otherKind(name: string, head: Uint8Array): FileKind | null {
  const start = String.fromCharCode(...head.subarray(0, 512))
  if (start.startsWith('\x1f\x8b\x08')) return null
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    const office = officeKind(head)
    if (office === 'document') return 'document'
    // Archives are opened for what they hold; a workbook of Tamis is opened elsewhere.
    return /\.tamis$/i.test(name) ? 'archive' : null
  }
  // Its own reader tells a workbook from other files of the same container.
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') || /^\x09\x08[\x08\x10]\0/.test(start)) return null
  if (/^\x09[\0\x02\x04][\x04\x06]\0/.test(start)) return 'spreadsheet'
  if (start.startsWith('RIFF')) return start.slice(8, 12) === 'WEBP' ? 'image' : 'media'
  if (start.slice(4, 8) === 'ftyp') return /^(avif|heic|mif1)/.test(start.slice(8, 12)) ? 'image' : 'media'
  const controls = controlShare(head.subarray(0, LOOKED_AT))
  const binary = controls > 0.02 && !isUtf16(head)
  for (const [magic, kind] of MAGIC) {
    if (start.startsWith(magic) && (binary || !NEEDS_BINARY.has(magic))) return kind
  }
  if (/^(\xef\xbb\xbf)?\s*(<!doctype html|<html)/i.test(start)) return 'web-page'
  return binary && controls > 0.1 ? 'binary' : null
}

/** Bytes that tell text from anything else. */
const LOOKED_AT = 1 << 13

/** Share of bytes that text does not have: control characters but for tabs, line and page ends. */
function controlShare(head: Uint8Array): number {
  let controls = 0
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return head.length === 0 ? 0 : controls / head.length
}

function isUtf16(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const pairs = head.length / 2
  return Math.max(even, odd) > 0.7 * pairs && Math.min(even, odd) < 0.1 * pairs
}
