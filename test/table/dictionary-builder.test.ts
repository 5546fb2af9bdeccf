import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CodesBuilder } from '../../src/table/codes.ts'
import { ColumnBuilder } from '../../src/table/column.ts'
import { hashBytes } from '../../src/table/byte-hash.ts'
import { DictionaryBuilder } from '../../src/table/dictionary.ts'

test('each distinct text has one code, in the order of first appearance, and keeps its text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 4 }), fc.boolean()), { maxLength: 400 }),
      (texts) => {
        const builder = new DictionaryBuilder()
        const expected = new Map<string, number>()
        for (const [text, unconverted] of texts) {
          const key = `${text} ${unconverted}`
          if (!expected.has(key)) expected.set(key, expected.size + 1)
          expect(builder.addText(text, unconverted)).toBe(expected.get(key))
        }
        const dictionary = builder.finish()
        expect(dictionary.size).toBe(expected.size + 1)
        for (const [text, unconverted] of texts) {
          const code = expected.get(`${text} ${unconverted}`)!
          expect([dictionary.text(code), dictionary.isUnconverted(code)]).toEqual([text, unconverted])
        }
      },
    ),
  )
})

test('a reader that makes the hash itself finds the same entries', () => {
  const builder = new DictionaryBuilder()
  const codes = Array.from({ length: 3000 }, (_, i) => builder.addText(`valeur ${i}`))
  codes.forEach((code, i) => {
    const bytes = new TextEncoder().encode(`valeur ${i}`)
    expect(builder.addHashed(hashBytes(bytes, 0, bytes.length), bytes, 0, bytes.length)).toBe(code)
  })
  expect(builder.size).toBe(3001)
})

test('codes survive each widening, and rows passed over are blank', () => {
  const builder = new CodesBuilder()
  const expected: (number | undefined)[] = []
  for (const [row, code] of [
    [0, 7],
    [3, 255],
    [4, 256],
    [900, 65_535],
    [901, 65_536],
    [5000, 1],
  ] as const) {
    builder.set(row, code)
    expected[row] = code
  }
  builder.push(9)
  expected.push(9)
  builder.padTo(5004)
  expected.length = 5004
  expect(Array.from(builder.finish())).toEqual(Array.from(expected, (code) => code ?? 0))
})

test('cells looked up together get the codes that they get one by one', () => {
  const cell = fc.oneof(fc.string({ maxLength: 9 }), fc.integer({ max: 40, min: 0 }).map(String))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 60 }), { maxLength: 40 }), (batches) => {
      const together = new ColumnBuilder()
      const single = new DictionaryBuilder()
      const queue = new Int32Array(4 * 61)
      const expected: number[] = []
      for (const texts of batches) {
        const bytes = new TextEncoder().encode(texts.join(''))
        let start = 0
        queue[0] = 4
        for (const text of texts) {
          const end = start + new TextEncoder().encode(text).length
          queue.set([hashBytes(bytes, start, end), expected.length, start, end], queue[0])
          queue[0] += 4
          expected.push(single.add(bytes, start, end))
          start = end
        }
        together.addQueued(bytes, queue)
      }
      const { codes, dictionary } = together.finish('')
      expect([...codes]).toEqual(expected)
      expect(dictionary.bytes).toEqual(single.finish().bytes)
    }),
  )
})

test('a column in which nearly all is different keeps every text, whether as many rows come as were expected or not', () => {
  for (const guess of [0, 30_000, 60_000, 1e9]) {
    const builder = new ColumnBuilder()
    for (let row = 0; row < 60_000; row++) {
      builder.addText(row % 10 === 0 ? 'autre' : `n° ${row}`)
      if (row % 1000 === 0) builder.expect(guess)
    }
    const { codes, dictionary } = builder.finish('')
    expect(dictionary.size).toBe(54_002)
    for (let row = 0; row < 60_000; row += 7)
      expect(dictionary.text(codes[row]!)).toBe(row % 10 === 0 ? 'autre' : `n° ${row}`)
  }
})

test('a dictionary that says it is ASCII is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 9 }), (texts) => {
      const builder = new DictionaryBuilder()
      for (const text of texts) builder.addText(text)
      const { bytes, isAscii } = builder.finish()
      expect(isAscii).toBe(bytes.every((byte) => byte < 0x80))
    }),
  )
})

test('short texts of one length that are not the same have different hashes: they are not compared', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 4 })
  const hashOf = (text: Uint8Array): number => hashBytes(text, 0, text.length)
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const other = b.slice(0, a.length)
      if (other.length === a.length) expect(hashOf(a) === hashOf(other)).toBe(a.join() === other.join())
    }),
  )
  const two = new Set<number>()
  for (let i = 0; i < 1 << 16; i++) two.add(hashOf(Uint8Array.of(i & 255, i >> 8)))
  expect(two.size).toBe(1 << 16)
})
