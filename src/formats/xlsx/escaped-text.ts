/** Text with `_x000D_` and the like turned into the characters they stand for (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text

/** Text that `unescapeText` makes the same again, without a character that XML does not allow or changes. */
export const escapeText = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    // Controls but tab and line feed, and the two code points that are no characters.
    .replace(
      ILLEGAL,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )

const ILLEGAL = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff]', 'g')
