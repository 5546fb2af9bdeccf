const encoder = new TextEncoder()

/** UTF-8 of what stands between the quotes of a JSON string, escapes resolved. A half of a pair alone becomes U+FFFD. */
export const unescaped = (bytes: Uint8Array, start: number, end: number): Uint8Array =>
  encoder.encode(JSON.parse(`"${decoder.decode(bytes.subarray(start, end))}"`) as string)

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text itself. */
export const textOf = (bytes: Uint8Array, start: number, end: number, escaped: boolean): string => {
  const raw = decoder.decode(bytes.subarray(start, end))
  return escaped ? (JSON.parse(`"${raw}"`) as string) : raw
}
