/** A longer difference is no slip: marking it would only shout. */
const MOST_MARKED = 4
const STRAY = /(^\s+|\s+$|\s{2,}|[\t\u00a0])/

interface Piece {
  text: string
  marked: boolean
}

/** A spelling with what sets it apart from the chosen one marked: needless spaces as dots, and a few differing letters. */
export function markedPieces(text: string, to: string): Piece[] {
  const { start, end } = differingPart(text, to)
  if (start === end) return strayPieces(text)
  return [
    ...strayPieces(text.slice(0, start), true),
    { text: text.slice(start, end).replace(/\s/g, '·'), marked: true },
    ...strayPieces(text.slice(end), true),
  ]
}

/** Where the one part of the text is that differs, when it is short; an empty range otherwise. */
function differingPart(text: string, to: string): { start: number; end: number } {
  let start = 0
  while (start < text.length && start < to.length && text[start] === to[start]) start++
  let tail = 0
  const most = Math.min(text.length, to.length) - start
  while (tail < most && text[text.length - 1 - tail] === to[to.length - 1 - tail]) tail++
  const end = text.length - tail
  const isShort = end - start <= MOST_MARKED && to.length - tail - start <= MOST_MARKED
  return isShort ? { start, end } : { start: 0, end: 0 }
}

/** `inside`: the text goes on, so that one space at its edge is none too many. */
const strayPieces = (text: string, inside = false): Piece[] =>
  text
    .split(STRAY)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.trim() === '' && !(piece === ' ' && inside)
        ? { text: '·'.repeat(piece.length), marked: true }
        : { text: piece, marked: false },
    )
