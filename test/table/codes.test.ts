import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodesBuilder, emptyCodes } from '../../src/table/codes.ts'

describe('codes', () => {
  it('take the narrowest width that holds the dictionary', () => {
    expect(emptyCodes(3, 256)).toBeInstanceOf(Uint8Array)
    expect(emptyCodes(3, 257)).toBeInstanceOf(Uint16Array)
    expect(emptyCodes(3, 65_536)).toBeInstanceOf(Uint16Array)
    expect(emptyCodes(3, 65_537)).toBeInstanceOf(Uint32Array)
  })

  it('widen on the way without losing what was there', () => {
    const builder = new CodesBuilder()
    const codes = [0, 255, 256, 65_535, 65_536, 4_000_000_000, 1]
    for (const code of codes) builder.push(code)
    expect([...builder.finish()]).toEqual(codes)
  })

  it('come out as pushed, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 70_000 }), { maxLength: 2000 }), (codes) => {
        const builder = new CodesBuilder()
        for (const code of codes) builder.push(code)
        expect([...builder.finish()]).toEqual(codes)
      }),
    )
  })

  it('come out as set, however wrong the number of rows was guessed', () => {
    const guess = fc.integer({ min: 0, max: 1e6 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(guess, fc.integer({ min: 0, max: 70_000 })), { maxLength: 300 }),
        (all) => {
          const builder = new CodesBuilder()
          for (const [rows, code] of all) {
            builder.expect(rows)
            builder.push(code)
          }
          expect([...builder.finish()]).toEqual(all.map(([, code]) => code))
        },
      ),
    )
  })

  it('fill up with blanks', () => {
    const builder = new CodesBuilder()
    builder.push(3)
    builder.padTo(1000)
    builder.padTo(2)
    const codes = builder.finish()
    expect(codes.length).toBe(1000)
    expect([...codes].filter((code) => code !== 0)).toEqual([3])
  })
})
