/** The way from the top of a JSON file to a value: names of members, and `ITEM` for "each one of the list". */
export type JsonPath = readonly string[]

/** A step into the items of a list. */
export const ITEM = '\0item'

/** `result.records`, `pages[].records`; `$` for the top. Points, brackets and backslashes of a name have a backslash in front. */
export function pathText(path: JsonPath): string {
  if (path.length === 0) return '$'
  return path
    .map((step, index) =>
      step === ITEM
        ? '[]'
        : (index === 0 ? '' : '.') + step.replace(/[\\.[\]]/g, '\\$&').replace(/^\$$/, '\\$'),
    )
    .join('')
}
