const OUTER = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g
/** Invisible characters that only come from copying; joiners inside a word belong to some scripts and to emoji. */
const INVISIBLE = /[\u200b\u2060\ufeff]/g
const RUN = /\s+/g
const UNTIDY = /^\s|\s$|[^\S ]|\s\s|[\u200b-\u200d\u2060\ufeff]/

/** The text without outer white space, its inner runs made one plain space; white space includes U+00A0, U+202F and what has no width. */
export function tidied(text: string): string {
  if (!UNTIDY.test(text)) return text
  return text.replace(INVISIBLE, '').replace(OUTER, '').replace(RUN, ' ')
}
