import { ByteText } from '../spreadsheet/byte-text.ts'
import { scanXml } from '../spreadsheet/xml-scanner.ts'

/** The texts that cells of all sheets share: their UTF-8 one after another, not a string each. */
export interface SharedStrings {
  bytes: Uint8Array
  /** `ends[index]` is where the text ends; it begins where the one before ends. */
  ends: Uint32Array
  count: number
}

export const NO_STRINGS: SharedStrings = { bytes: new Uint8Array(), ends: new Uint32Array(), count: 0 }

/** Reads the part that holds them; parts in different fonts are joined, phonetic readings left out. Throws Problem `spreadsheet-damaged`. */
export async function readSharedStrings(
  pieces: AsyncIterable<Uint8Array>,
  part: string,
): Promise<SharedStrings> {
  const texts = new ByteText()
  let ends = new Uint32Array(1024)
  let count = 0
  let inText = false
  let phonetic = 0
  await scanXml(
    pieces,
    {
      open(name) {
        if (name === 't') inText = phonetic === 0
        else if (name === 'rPh') phonetic++
      },
      text(bytes, start, end) {
        if (inText) texts.add(bytes, start, end)
      },
      close(name) {
        if (name === 't') inText = false
        else if (name === 'rPh') phonetic--
        else if (name === 'si') {
          if (count === ends.length) {
            const larger = new Uint32Array(2 * count)
            larger.set(ends)
            ends = larger
          }
          ends[count++] = texts.end
        }
      },
    },
    part,
  )
  return { bytes: texts.bytes.slice(0, texts.end), ends: ends.slice(0, count), count }
}
