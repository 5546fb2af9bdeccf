/** Separators by name; the first four are common, the others must cut the lines more regularly to be found. */
export const SEPARATORS = [
  ';',
  ',',
  'tab',
  '|',
  ', ',
  'space',
  'spaces',
  ':',
  '~',
  '^',
  '||',
  '::',
  '\u001f',
  'none',
] as const

/** One of the names above, or any other text: the separator itself. */
export type Separator = string

export const COMMON_SEPARATORS: readonly Separator[] = SEPARATORS.slice(0, 4)
export const RARE_SEPARATORS: readonly Separator[] = SEPARATORS.slice(4, -1)

/** Stands for two spaces or more: one space is a part of the cell. */
export const SPACES = '  '

const TEXTS: Readonly<Record<string, string>> = { tab: '\t', space: ' ', spaces: SPACES }

/** The separator as it stands in the text; `null` for none. */
export const separatorText = (separator: Separator): string | null =>
  separator === 'none' ? null : (TEXTS[separator] ?? separator)

/** The name of a separator that stands in a text. */
export const separatorNamed = (text: string): Separator =>
  Object.keys(TEXTS).find((name) => TEXTS[name] === text) ?? text

/** Where the separator that may begin at `at` ends; 0 if none begins there. */
export function separatorEnd(text: string, at: number, separator: string | null): number {
  if (separator === null || text[at] !== separator[0]) return 0
  if (separator.length === 1) return at + 1
  if (!text.startsWith(separator, at)) return 0
  let end = at + separator.length
  if (separator === SPACES) while (text[end] === ' ') end++
  return end
}
