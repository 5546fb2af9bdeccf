import { repairControlCharacters } from '../xml/repair-control-characters.ts'
import type { BiffRecords } from './biff-records.ts'

const WIDE = 1
const PHONETIC = 4
const RICH = 8

/** How a workbook writes its texts: since Excel 97 in Unicode, before in the bytes of a code page. */
export interface XlsTexts {
  /** A text after its length in one byte. */
  short(records: BiffRecords): string
  /** A text after its length in two bytes; what is said of its looks is passed over. */
  long(records: BiffRecords): string
}

export const unicodeTexts: XlsTexts = {
  short: (records) => unicode(records, records.byte()),
  long: (records) => unicode(records, records.short()),
}

function unicode(records: BiffRecords, count: number): string {
  const flags = records.byte()
  const runs = (flags & RICH) === 0 ? 0 : records.short()
  const phonetic = (flags & PHONETIC) === 0 ? 0 : records.long()
  const text = records.characters(count, (flags & WIDE) !== 0)
  records.skip(4 * runs + phonetic)
  return text
}

/** Texts of one byte a character. */
export function codePageTexts(codePage: number): XlsTexts {
  const decoder = new TextDecoder(encodingOf(codePage))
  // Some engines decode windows-1252 as ISO-8859-1 proper.
  const repaired = decoder.encoding === 'windows-1252' ? repairControlCharacters : (text: string) => text
  // Some programs cut a text that is too long for a record and leave its length: what is there is all that the file holds.
  const text = (records: BiffRecords, count: number): string =>
    repaired(decoder.decode(records.slice(Math.min(count, records.end - records.at))))
  return {
    short: (records) => text(records, records.byte()),
    long: (records) => text(records, records.short()),
  }
}

/** Names that every browser knows; Western European where the page is another. */
function encodingOf(codePage: number): string {
  if (codePage === 10000 || codePage === 32768) return 'macintosh'
  if (codePage === 874 || (codePage >= 1250 && codePage <= 1258)) return `windows-${codePage}`
  return 'windows-1252'
}
