/** A stretch of a text; `stray` when it is blanks at an end, several in a row, or of another kind than a plain space. */
export interface Stretch {
  text: string
  stray: boolean
}

const STRAY = /^\s+|\s+$|\s{2,}|[^\S ]+/gu

/** A text cut where blanks stand that cannot be seen and seldom are meant. Put together again, it is the text. */
export function strayBlanks(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const { 0: blanks, index } of text.matchAll(STRAY)) {
    if (index > from) stretches.push({ text: text.slice(from, index), stray: false })
    stretches.push({ text: blanks, stray: true })
    from = index + blanks.length
  }
  if (from < text.length) stretches.push({ text: text.slice(from), stray: false })
  return stretches
}
