import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { mapValues } from '../../src/table/map-values.ts'
import { cellValue, type Column } from '../../src/table/column.ts'
import { columnNamed } from '../../src/table/table.ts'
import { Decimal, Unconverted, valueText, type Value } from '../../src/table/value.ts'
import { smallTable } from '../small-table.ts'

const columnOf = (...cells: (string | null)[]): Column => columnNamed(smallTable({ A: cells }), 'A')
const valuesOf = (column: Column): Value[] => Array.from(column.codes, (_, row) => cellValue(column, row))
const upper = (value: Value): Value => (typeof value === 'string' ? value.toUpperCase() : value)

describe('mapValues', () => {
  it('changes every cell, counts those that changed, and asks once per distinct value', () => {
    const fn = vi.fn(upper)
    const { column, changedCells } = mapValues(columnOf('a', 'B', 'a', null), fn)
    expect(valuesOf(column)).toEqual(['A', 'B', 'A', null])
    expect(changedCells).toBe(2)
    expect(fn).toHaveBeenCalledTimes(2)
  })

  it('leaves blanks blank unless asked', () => {
    expect(valuesOf(mapValues(columnOf(null, 'a'), () => 'x').column)).toEqual([null, 'x'])
    expect(valuesOf(mapValues(columnOf(null, 'a'), () => 'x', { blanks: true }).column)).toEqual(['x', 'x'])
  })

  it('changes the chosen rows only, also where others hold the same value', () => {
    const { column, changedCells } = mapValues(columnOf('a', 'a', 'b'), upper, {
      chosen: Uint8Array.of(1, 0, 1),
    })
    expect(valuesOf(column)).toEqual(['A', 'a', 'B'])
    expect(changedCells).toBe(2)
  })

  it('keeps the text of what does not become a value of the new type, and lists it', () => {
    const toNumber = (value: Value): Value =>
      typeof value === 'string' && /^\d+$/.test(value) ? new Decimal(value) : value
    const { column, unconverted, changedCells } = mapValues(
      columnOf('1', 'un', 'un', 'deux', null),
      toNumber,
      {
        type: 'number',
      },
    )
    expect(column.type).toBe('number')
    expect(valuesOf(column)).toEqual([
      new Decimal('1'),
      new Unconverted('un'),
      new Unconverted('un'),
      new Unconverted('deux'),
      null,
    ])
    expect(unconverted).toEqual([
      { text: 'un', cells: 2 },
      { text: 'deux', cells: 1 },
    ])
    expect(changedCells).toBe(1)
  })

  it('gives the same column back when nothing changes, so that caches hold', () => {
    const column = columnOf('A', null)
    expect(mapValues(column, upper).column).toBe(column)
    expect(mapValues(column, upper, { chosen: new Uint8Array(2) }).column).toBe(column)
  })

  it('puts values that become the same under one entry', () => {
    const { column } = mapValues(columnOf('a', 'A', 'á'), () => 'a')
    expect(column.dictionary.size).toBe(2)
  })

  it('does to each cell what the function does to its value, in the chosen rows', () => {
    const cell = fc.option(fc.constantFrom('a', 'b', 'A', '', 'é'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.boolean()), { maxLength: 30 }), fc.boolean(), (rows, all) => {
        const before = columnOf(...rows.map(([text]) => text))
        const chosen = all ? undefined : Uint8Array.from(rows, ([, wanted]) => (wanted ? 1 : 0))
        const { column, changedCells } = mapValues(before, upper, { chosen })
        const expected = rows.map(([text, wanted]) => (all || wanted ? upper(text) : text))
        expect(valuesOf(column)).toEqual(expected)
        expect(changedCells).toBe(rows.filter(([text], row) => text !== expected[row]).length)
        expect(valuesOf(before)).toEqual(rows.map(([text]) => text))
      }),
    )
  })

  it('does the same where few of many values change, also into one that is there already', () => {
    const change = (value: Value): Value =>
      value === 'v3' ? 'v4' : value === 'v5' ? 'new' : value === 'v6' ? null : value
    const row = fc.tuple(fc.option(fc.integer({ min: 0, max: 60 }).map((n) => `v${n}`)), fc.boolean())
    fc.assert(
      fc.property(fc.array(row, { minLength: 40, maxLength: 120 }), fc.boolean(), (rows, all) => {
        const before = columnOf(...rows.map(([text]) => text))
        const chosen = all ? undefined : Uint8Array.from(rows, ([, wanted]) => (wanted ? 1 : 0))
        const { column, changedCells } = mapValues(before, change, { chosen })
        const expected = rows.map(([text, wanted]) => (all || wanted ? change(text) : text))
        expect(valuesOf(column)).toEqual(expected)
        expect(changedCells).toBe(rows.filter(([text], at) => text !== expected[at]).length)
        const texts = Array.from({ length: column.dictionary.size - 1 }, (_, i) =>
          column.dictionary.text(i + 1),
        )
        expect(new Set(texts).size).toBe(texts.length)
      }),
    )
  })

  it('shares dictionary and codes where only the type changes', () => {
    const before = columnOf('1', '2', null)
    const { column, changedCells } = mapValues(before, (value) => new Decimal(valueText(value)), {
      type: 'number',
    })
    expect(column).toEqual({ ...before, type: 'number' })
    expect(column.dictionary).toBe(before.dictionary)
    expect(changedCells).toBe(2)
  })
})
