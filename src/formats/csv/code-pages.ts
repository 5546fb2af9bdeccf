import { Dictionary } from '../../table/dictionary.ts'
import type { Column } from '../../table/column.ts'

export const CODE_PAGES = ['windows-1252', 'macintosh', 'cp850'] as const
/** An encoding in which every byte is a character. */
export type CodePage = (typeof CODE_PAGES)[number]

/** Characters of the bytes 0x80 to 0xFF. Windows-1252 as browsers read it: the five bytes that it does not assign are control characters. */
const HIGH: Readonly<Record<CodePage, string>> = {
  'windows-1252':
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
    String.fromCharCode(...Array.from({ length: 96 }, (_, index) => 0xa0 + index)),
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}

const utf8 = new TextEncoder()
const tables = new Map<CodePage, readonly Uint8Array[]>()

/** UTF-8 of each byte. */
function tableOf(page: CodePage): readonly Uint8Array[] {
  const known = tables.get(page)
  if (known !== undefined) return known
  const table = Array.from({ length: 256 }, (_, byte) =>
    utf8.encode(byte < 0x80 ? String.fromCharCode(byte) : HIGH[page][byte - 0x80]!),
  )
  tables.set(page, table)
  return table
}

/** The character of a byte from 0x80. */
export const highCharacter = (page: CodePage, byte: number): string => HIGH[page][byte - 0x80]!

/** UTF-8 of the bytes of a code page. */
export function utf8Of(page: CodePage, bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array {
  const table = tableOf(page)
  let length = 0
  for (let i = start; i < end; i++) length += table[bytes[i]!]!.length
  const result = new Uint8Array(length)
  let at = 0
  for (let i = start; i < end; i++) for (const byte of table[bytes[i]!]!) result[at++] = byte
  return result
}

/** The column with every text read in the code page; distinct texts stay distinct, so codes do not change. */
export function columnIn(page: CodePage, column: Column): Column {
  const { bytes, ends } = column.dictionary
  if (bytes.every((byte) => byte < 0x80)) return column
  const table = tableOf(page)
  const newEnds = new Uint32Array(ends.length)
  let length = 0
  let position = 0
  for (let code = 0; code < ends.length; code++) {
    for (; position < ends[code]!; position++) length += table[bytes[position]!]!.length
    newEnds[code] = length
  }
  return { ...column, dictionary: new Dictionary(utf8Of(page, bytes), newEnds, null) }
}

/** Bytes of a text in the code page; a character that it does not have comes in UTF-8. */
export const bytesIn = (page: CodePage, text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const at = HIGH[page].indexOf(character)
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
      return at < 0 ? [...utf8.encode(character)] : [0x80 + at]
    }),
  )
