import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/table/column.ts'
import { gather } from '../../src/table/gather.ts'
import { columnNamed, textRows } from '../../src/table/table.ts'
import { dates, numbers, shown, smallTable } from '../small-table.ts'

describe('gather', () => {
  it('makes one row per row and source, in that order, with the source’s label', () => {
    const table = smallTable({ id: ['r', 's'], A: ['1', null], B: ['3', '1'] })
    const {
      table: after,
      origins,
      leftOut,
    } = gather(table, {
      keep: ['id'],
      gathered: [{ name: 'v', from: ['A', 'B'] }],
      label: { name: 'n', values: ['A', 'B'] },
    })
    expect(shown(after)).toEqual({
      columns: ['id', 'n', 'v'],
      rows: [
        ['r', 'A', '1'],
        ['r', 'B', '3'],
        ['s', 'A', null],
        ['s', 'B', '1'],
      ],
    })
    expect([...origins]).toEqual([0, 0, 1, 1])
    expect(leftOut.every((rows) => rows === 0)).toBe(true)
  })

  it('gathers several columns side by side, and blanks where a source is missing', () => {
    const table = smallTable({ 'O 1': ['a'], 'M 1': ['1'], 'M 2': ['2'] })
    const { table: after } = gather(table, {
      keep: [],
      gathered: [
        { name: 'O', from: ['O 1', null] },
        { name: 'M', from: ['M 1', 'M 2'] },
      ],
    })
    expect(textRows(after)).toEqual([
      ['a', '1'],
      [null, '2'],
    ])
  })

  it('keeps the type on which the sources agree, and falls back to text', () => {
    const table = smallTable({ A: numbers('1', 'x'), B: numbers('2', null), C: dates('2022-01-31', null) })
    const typeOf = (...from: string[]) =>
      columnNamed(gather(table, { keep: [], gathered: [{ name: 'v', from }] }).table, 'v').type
    expect(typeOf('A', 'B')).toBe('number')
    expect(typeOf('C')).toBe('date')
    expect(typeOf('A', 'C')).toBe('text')
  })

  it('leaves a row out only if no gathered column has a value worth it, for the largest reason', () => {
    const table = smallTable({
      A1: ['x', null, null],
      B1: ['0', '0', null],
      A2: [null, null, 'y'],
      B2: [null, '5', '0'],
    })
    const reasons = ({ dictionary }: Column): Uint8Array =>
      Uint8Array.from({ length: dictionary.size }, (_, code) =>
        code === 0 ? 1 : dictionary.text(code) === '0' ? 2 : 0,
      )
    const { table: after, leftOut } = gather(table, {
      keep: [],
      gathered: [
        { name: 'A', from: ['A1', 'A2'] },
        { name: 'B', from: ['B1', 'B2'] },
      ],
      reasons,
    })
    expect(textRows(after)).toEqual([
      ['x', '0'],
      [null, '5'],
      ['y', '0'],
    ])
    expect([...leftOut.subarray(0, 4)]).toEqual([0, 2, 1, 0])
    const swapped = gather(table, {
      keep: [],
      gathered: [
        { name: 'B', from: ['B1', 'B2'] },
        { name: 'A', from: ['A1', 'A2'] },
      ],
      reasons,
    })
    expect([...swapped.leftOut.subarray(0, 4)]).toEqual([0, 2, 1, 0])
  })

  it('refuses a name that a kept column has', () => {
    const table = smallTable({ id: ['r'], A: ['1'] })
    expect(() => gather(table, { keep: ['id'], gathered: [{ name: 'id', from: ['A'] }] })).toThrow(
      'duplicate-column',
    )
  })

  it('loses no cell and moves none, with more values than a byte can number', () => {
    const cells = fc.array(fc.option(fc.integer({ min: 0, max: 400 })), { minLength: 300, maxLength: 400 })
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const height = Math.min(a.length, b.length)
        const texts = [a, b].map((column) =>
          column.slice(0, height).map((value) => (value === null ? null : String(value))),
        )
        const { table } = gather(smallTable({ A: texts[0]!, B: texts[1]! }), {
          keep: ['A'],
          gathered: [{ name: 'v', from: ['A', 'B'] }],
        })
        expect(textRows(table)).toEqual(
          texts[0]!.flatMap((text, row) => [
            [text, text],
            [text, texts[1]![row]!],
          ]),
        )
      }),
      { numRuns: 20 },
    )
  })
})
