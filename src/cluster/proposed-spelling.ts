import type { CountedText } from '../table/map-values.ts'

/** The spelling that a group would take: the most frequent; among equals the best kept, then the first in the alphabet. */
export function proposedSpelling(values: readonly CountedText[]): string {
  const most = values.reduce((high, { cells }) => Math.max(high, cells), 0)
  const [best] = values
    .filter(({ cells }) => cells === most)
    .map(({ text }) => ({ text, care: careOf(text) }))
    .sort((a, b) => b.care - a.care || (a.text < b.text ? -1 : 1))
  return best?.text ?? ''
}

/** Points for how carefully a text is written: tidy blanks, then both cases with a capital first, then accents. */
function careOf(text: string): number {
  const tidy = !/^\s|\s$|\s\s/.test(text)
  const mixed = text !== text.toUpperCase() && text !== text.toLowerCase()
  const capital = /^\P{L}*\p{Lu}/u.test(text)
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const accents = text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0
  return (
    (tidy ? 1e6 : 0) +
    (mixed ? 1e5 : 0) +
    (capital ? 1e4 : 0) +
    Math.min(accents, 99) * 100 +
    Math.min(capitals, 99)
  )
}
