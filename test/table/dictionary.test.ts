import { describe, expect, it } from 'vitest'
import { cellText, ColumnBuilder } from '../../src/table/column.ts'
import { DictionaryBuilder } from '../../src/table/dictionary.ts'
import { Decimal, Unconverted } from '../../src/table/value.ts'

const encoder = new TextEncoder()

describe('a dictionary', () => {
  it('keeps the blank apart from the empty text', () => {
    const builder = new ColumnBuilder()
    builder.addText(null)
    builder.addText('')
    builder.addText('a')
    const { codes, dictionary } = builder.finish('A')
    expect([...codes]).toEqual([0, 1, 2])
    expect(dictionary.value(0, 'text')).toBeNull()
    expect(dictionary.value(1, 'text')).toBe('')
    expect([0, 1, 2].map((code) => dictionary.isEmpty(code))).toEqual([true, true, false])
  })

  it('keeps a byte order mark at the start of a cell, and every other character', () => {
    const builder = new DictionaryBuilder()
    const texts = ['\ufeffNom', 'Nom', '\u0000', 'e\u0301', 'é', '😀', '\u00a0', '\u200b']
    const codes = texts.map((text) => builder.addText(text))
    const dictionary = builder.finish()
    expect(new Set(codes).size).toBe(texts.length)
    expect(codes.map((code) => dictionary.text(code))).toEqual(texts)
  })

  it('takes a text and the same text that could not be converted for two entries', () => {
    const builder = new DictionaryBuilder()
    const number = builder.addValue(new Decimal('12'), 'number')
    const text = builder.addValue('12', 'number')
    expect(builder.addValue(new Unconverted('12'), 'number')).toBe(text)
    expect(text).not.toBe(number)
    const dictionary = builder.finish()
    expect(dictionary.value(number, 'number')).toEqual(new Decimal('12'))
    expect(dictionary.value(text, 'number')).toEqual(new Unconverted('12'))
  })

  it('tells texts with the same hash apart', () => {
    const builder = new DictionaryBuilder()
    const add = (text: string) => {
      const bytes = encoder.encode(text)
      return builder.addHashed(7, bytes, 0, bytes.length)
    }
    const texts = Array.from({ length: 500 }, (_, i) => `v${i}`)
    const codes = texts.map(add)
    expect(new Set(codes).size).toBe(500)
    expect(texts.map(add)).toEqual(codes)
    const dictionary = builder.finish()
    expect(codes.map((code) => dictionary.text(code))).toEqual(texts)
  })

  it('gives back every one of a great many different values', () => {
    const count = 200_000
    const builder = new ColumnBuilder()
    for (let row = 0; row < count; row++) builder.addText(`FR${row * 7}`)
    for (let row = 0; row < count; row++) builder.addText(`FR${row * 7}`)
    const column = builder.finish('A')
    expect(column.dictionary.size).toBe(count + 1)
    expect(column.codes).toBeInstanceOf(Uint32Array)
    let wrong = 0
    for (let row = 0; row < 2 * count; row++) if (cellText(column, row) !== `FR${(row % count) * 7}`) wrong++
    expect(wrong).toBe(0)
  })
})
