import { markedEncoding } from './find-encoding.ts'

/** A name without its namespace prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Name of the root element, prefix included, from the first bytes of a file; `null` if this does not look like XML. */
export function rootElement(head: Uint8Array): string | null {
  // The name itself is ASCII in every file that we open: any one-byte encoding finds it.
  const encoding = markedEncoding(head) ?? 'windows-1252'
  let text = new TextDecoder(encoding)
    .decode(head)
    .replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '')
    .trimStart()
  for (;;) {
    const beside = /^(<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[\s\S]*?\])?\s*>)\s*/.exec(text)
    if (beside === null) break
    text = text.slice(beside[0].length)
  }
  return /^<([^\s<>/!?]+)/.exec(text)?.[1] ?? null
}
