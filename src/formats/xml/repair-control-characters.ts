/** What windows-1252 holds at 0x80–0x9F; the five places that it leaves empty stay as they are. */
const AT_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Reads the control characters U+0080–U+009F as the windows-1252 characters that they were before a wrong decoding:
 * `l’eau` again rather than `l\u0092eau`. Other text is returned as it is.
 */
export const repairControlCharacters = (text: string): string =>
  /[\u0080-\u009f]/.test(text)
    ? text.replace(/[\u0080-\u009f]/g, (control) => AT_80[control.charCodeAt(0) - 0x80] ?? control)
    : text
