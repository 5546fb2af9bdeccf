import { highCharacter } from './code-pages.ts'

/** `controls`: control characters that stand for signs of Windows-1252 become these; `doubled`: so do letters encoded twice. */
export const REPAIRS = ['none', 'controls', 'doubled'] as const
export type Repair = (typeof REPAIRS)[number]

/** U+0080 to U+009F, which no text holds on purpose: signs of windows-1252 that were taken for ISO-8859-1. */
const CONTROLS = /[\u0080-\u009f]/g

const CONTINUATION = Array.from({ length: 64 }, (_, index) => {
  const byte = 0x80 + index
  return `\\u${byte.toString(16).padStart(4, '0')}\\u${highCharacter('windows-1252', byte).charCodeAt(0).toString(16).padStart(4, '0')}`
}).join('')

/** UTF-8 of Western letters and signs, read as windows-1252 and encoded again: Ã©, Â°, Å“, â‚¬, â€™. */
const DOUBLED = new RegExp(
  `[ÂÃ][${CONTINUATION}]|Å[\u0092\u0093\u0178’“¸½¾ ¡]|â[€\u0080‚\u0082][${CONTINUATION}]`,
  'g',
)

const byteOf = new Map(
  Array.from({ length: 128 }, (_, index) => [highCharacter('windows-1252', 0x80 + index), 0x80 + index]),
)
const strict = new TextDecoder('utf-8', { fatal: true })

export const withoutControls = (text: string): string =>
  text.replace(CONTROLS, (character) => highCharacter('windows-1252', character.charCodeAt(0)))

/** The text with the letters that were encoded twice, or more often, as they were meant. */
export function undoubled(text: string): string {
  let current = text
  for (let turn = 0; turn < 3; turn++) {
    const next = current.replace(DOUBLED, (letters) => {
      const bytes = Uint8Array.from(letters, (character) => byteOf.get(character) ?? character.charCodeAt(0))
      try {
        return strict.decode(bytes)
      } catch {
        return letters
      }
    })
    if (next === current) break
    current = next
  }
  return current
}

export const repairText = (text: string, repair: Repair): string =>
  repair === 'none' ? text : withoutControls(repair === 'doubled' ? undoubled(text) : text)
