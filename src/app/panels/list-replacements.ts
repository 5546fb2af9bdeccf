/** Each official value with the values that become it, in the order in which they first come. */
export function listReplacements(
  pairs: readonly { text: string; to: string }[],
): { from: string[]; to: string }[] {
  const byOfficial = new Map<string, string[]>()
  for (const { text, to } of pairs) {
    const from = byOfficial.get(to)
    if (from === undefined) byOfficial.set(to, [text])
    else from.push(text)
  }
  return Array.from(byOfficial, ([to, from]) => ({ from, to }))
}
