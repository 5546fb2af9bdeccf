import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { strayBlanks } from '../../src/app/grid/stray-blanks.ts'

describe('blanks that cannot be seen', () => {
  it('are told at both ends, in a row and of another kind; a plain space between words is none', () => {
    const marked = (text: string) => strayBlanks(text).map(({ text, stray }) => (stray ? `[${text}]` : text))
    expect(marked(' Club  de\u00a0judo ')).toEqual(['[ ]', 'Club', '[  ]', 'de', '[\u00a0]', 'judo', '[ ]'])
    expect(marked('Club de judo')).toEqual(['Club de judo'])
    expect(marked('   ')).toEqual(['[   ]'])
    expect(marked('')).toEqual([])
  })

  it('take nothing away from the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) =>
          strayBlanks(text)
            .map((part) => part.text)
            .join('') === text,
      ),
    )
  })
})
