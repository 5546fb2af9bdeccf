import { expect, it } from 'vitest'
import { markedPieces } from '../../../src/app/panels/marked-pieces.ts'

const marked = (text: string, to: string): string =>
  markedPieces(text, to)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

it('marks the few letters and the needless spaces that set a spelling apart', () => {
  expect(marked('Judo Jouhaud', 'Judo Jouhaux')).toBe('Judo Jouhau[d]')
  expect(marked('Judo Jouhaux', 'Judo Jouhaux')).toBe('Judo Jouhaux')
  expect(marked('Judo ', 'Judo')).toBe('Judo[·]')
  expect(marked(' Judo  club', 'JUDO CLUB')).toBe('[·]Judo[··]club')
  expect(marked('Club Mistral 2', 'Club Mistral 3')).toBe('Club Mistral [2]')
})
