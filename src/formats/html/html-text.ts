const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** The text with its signs as entities; a null character, which no page can hold, is U+FFFD. */
export const htmlText = (text: string): string =>
  text.replace(/[&<>"\r\0]/g, (sign) => ENTITIES[sign] ?? '\ufffd')
