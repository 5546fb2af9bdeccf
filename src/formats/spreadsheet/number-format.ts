/** What a spreadsheet makes of a stored number, as far as reading goes. */
export type NumberFormat =
  | { kind: 'number' }
  /** A day, with its time if `time`; `fraction` if parts of a second are shown. */
  | { kind: 'date'; time: boolean; fraction: boolean }
  | { kind: 'time'; fraction: boolean }
  /** Hours, minutes or seconds that may pass a day. */
  | { kind: 'elapsed'; fraction: boolean }
  /** Digits at fixed places, zeros in front kept: `000`, `00000`, `0#" "##" "##" "##" "##`. */
  | { kind: 'digits'; places: string }

export const PLAIN: NumberFormat = { kind: 'number' }

/** Formats that files name by number alone (ECMA-376 part 1, 18.8.30), those that are dates or times. */
const BUILT_IN: readonly (readonly [number, number, string])[] = [
  [14, 17, 'yyyy-mm-dd'],
  [18, 21, 'hh:mm:ss'],
  [22, 22, 'yyyy-mm-dd hh:mm'],
  [27, 31, 'yyyy-mm-dd'],
  [32, 35, 'hh:mm:ss'],
  [36, 36, 'yyyy-mm-dd'],
  [45, 45, 'mm:ss'],
  [46, 46, '[h]:mm:ss'],
  [47, 47, 'mm:ss.0'],
  [50, 58, 'yyyy-mm-dd'],
]

export function builtInFormat(id: number): NumberFormat {
  const code = BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2]
  return code === undefined ? PLAIN : numberFormat(code)
}

/** What a format code such as `d mmm yyyy`, `[h]:mm` or `00000` makes of a number. */
export function numberFormat(code: string): NumberFormat {
  const tokens = tokensOf(code)
  const letters = tokens
    .filter(({ literal }) => !literal)
    .map(({ text }) => text)
    .join('')
    .toLowerCase()
  if (/^(general|standard)?$/.test(letters)) return PLAIN
  const fraction = /s[.,]0/.test(letters)
  if (/\[(h+|m+|s+)\]/.test(letters)) return { kind: 'elapsed', fraction }
  const time = /[hs]/.test(letters)
  if (/[yd]/.test(letters) || /mmm/.test(letters) || (/m/.test(letters) && !time)) {
    return { kind: 'date', time, fraction }
  }
  if (time) return { kind: 'time', fraction }
  return fixedDigits(tokens)
}

interface Token {
  text: string
  /** Shown as it is. */
  literal: boolean
}

/** The tokens of the first section of a format code, for positive numbers; colours, conditions and languages left out. */
function tokensOf(code: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!
    if (character === ';') break
    if (character === '"') {
      const close = code.indexOf('"', at + 1)
      tokens.push({ text: code.slice(at + 1, close < 0 ? code.length : close), literal: true })
      at = close < 0 ? code.length : close
    } else if (character === '\\') tokens.push({ text: code[++at] ?? '', literal: true })
    else if (character === '_' || character === '*') at++
    else if (character === '[') {
      const close = code.indexOf(']', at)
      const inside = code.slice(at, close < 0 ? code.length : close + 1)
      if (/^\[(h+|m+|s+)\]$/i.test(inside)) tokens.push({ text: inside, literal: false })
      at = close < 0 ? code.length : close
    } else if (/^(am\/pm|a\/p)/i.test(code.slice(at))) {
      tokens.push({ text: 'h', literal: false })
      at += code[at + 1] === '/' ? 2 : 4
    } else tokens.push({ text: character, literal: /[ \u00a0\u202f\-:/()+]/.test(character) })
  }
  return tokens
}

/** Two digits or more of which the first must show, with fixed signs between them, and nothing else. */
function fixedDigits(tokens: readonly Token[]): NumberFormat {
  let places = ''
  for (const { text, literal } of tokens) {
    if (!literal && !/^[0#?]$/.test(text)) return PLAIN
    places += literal ? text.replace(/[0#?]/g, '') : text
  }
  const digits = places.replace(/[^0#?]/g, '')
  const padded = /^0./.test(digits) || /0.*0/.test(digits)
  return padded ? { kind: 'digits', places } : PLAIN
}

/** A whole number as its format shows it: digits fill the places from the right, zeros fill what is left. */
export function inPlaces(digits: string, places: string): string {
  let shown = ''
  let left = digits.length
  const first = places.search(/[0#?]/)
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at]!
    if (!/[0#?]/.test(place)) {
      // Signs between places that nothing fills are not shown.
      if (left > 0 || /0/.test(places.slice(0, at)) || at < first) shown = place + shown
      continue
    }
    if (left > 0) shown = digits[--left]! + shown
    else if (place === '0') shown = '0' + shown
    if (at === first) while (left > 0) shown = digits[--left]! + shown
  }
  return shown
}
