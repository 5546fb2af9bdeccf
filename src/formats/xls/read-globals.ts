import { Problem } from '../../problem/problem.ts'
import { cellFormats, type CellFormats } from '../spreadsheet/cell-formats.ts'
import { RECORD, type BiffRecords } from './biff-records.ts'
import { codePageTexts, unicodeTexts, type XlsTexts } from './xls-text.ts'

export interface XlsSheet {
  name: string
  hidden: boolean
  /** Where its records begin in the stream. */
  offset: number
}

/** What the sheets of a workbook have in common. */
export interface XlsContent {
  texts: XlsTexts
  formats: CellFormats
  /** Shared texts: UTF-8 bytes one after another, and where each ends. */
  strings: { bytes: Uint8Array; ends: Uint32Array }
  from1904: boolean
}

/** Kinds of what a stream of records is about. */
const WORKBOOK = 0x0005
const WORKSHEET = 0x0010
const EXCEL_97 = 0x0600
const VERY_OLD = 0x0400

/**
 * Reads what stands before the sheets. A stream that is a sheet by itself, as small programs write it, is one. Throws Problem
 * `spreadsheet-damaged`, `spreadsheet-locked`, or `not-a-table` for a workbook from before 1993.
 */
export function readGlobals(records: BiffRecords, file: string): { sheets: XlsSheet[]; content: XlsContent } {
  if (!records.next() || !records.is(RECORD.begin)) throw damaged()
  const version = records.short()
  const kind = records.short()
  if (version > 0 && version <= VERY_OLD && version >= 0x0200)
    throw new Problem('not-a-table', { file, kind: 'spreadsheet' })
  const content: XlsContent = {
    texts: version === EXCEL_97 ? unicodeTexts : codePageTexts(1252),
    formats: cellFormats([], new Map()),
    strings: { bytes: new Uint8Array(0), ends: new Uint32Array(0) },
    from1904: false,
  }
  if (kind === WORKSHEET) return { sheets: [{ name: 'Feuille 1', hidden: false, offset: 0 }], content }
  if (kind !== WORKBOOK) throw damaged()

  const sheets: XlsSheet[] = []
  const styles: number[] = []
  const codes = new Map<number, string>()
  while (records.next() && !records.is(RECORD.end)) {
    switch (records.id) {
      case RECORD.password:
        throw new Problem('spreadsheet-locked', {})
      case RECORD.codePage:
        if (version !== EXCEL_97) content.texts = codePageTexts(records.short())
        break
      case RECORD.dateMode:
        content.from1904 = records.short() === 1
        break
      case RECORD.format: {
        const id = records.short()
        codes.set(id, version === EXCEL_97 ? content.texts.long(records) : content.texts.short(records))
        break
      }
      case RECORD.style:
        records.skip(2)
        styles.push(records.short())
        break
      case RECORD.sheet: {
        const offset = records.long()
        const state = records.byte()
        // Charts and macros have no cells.
        if (records.byte() === 0)
          sheets.push({ name: content.texts.short(records), hidden: (state & 3) !== 0, offset })
        break
      }
      case RECORD.sharedStrings:
        content.strings = sharedStrings(records)
        break
      default:
    }
  }
  if (!records.is(RECORD.end) || sheets.length === 0) throw damaged()
  return { sheets, content: { ...content, formats: cellFormats(styles, codes) } }
}

const encoder = new TextEncoder()

function sharedStrings(records: BiffRecords): XlsContent['strings'] {
  records.skip(4)
  const count = records.long()
  // A text has three bytes at least.
  if (count > records.bytes.length / 3) throw damaged()
  const ends = new Uint32Array(count)
  let bytes = new Uint8Array(1 << 12)
  let length = 0
  for (let index = 0; index < count; index++) {
    const text = encoder.encode(unicodeTexts.long(records))
    if (length + text.length > bytes.length) {
      const larger = new Uint8Array(2 * (length + text.length))
      larger.set(bytes.subarray(0, length))
      bytes = larger
    }
    bytes.set(text, length)
    length += text.length
    ends[index] = length
  }
  return { bytes: bytes.subarray(0, length), ends }
}

const damaged = (): Problem<'spreadsheet-damaged'> => new Problem('spreadsheet-damaged', { part: '' })
