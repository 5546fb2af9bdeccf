import { describe, expect, it } from 'vitest'
import { countCodes } from '../../src/table/column.ts'
import { profileColumn } from '../../src/table/profile.ts'
import {
  columnNamed,
  findColumn,
  insertColumns,
  replaceColumns,
  tableFromRows,
  tableOf,
  textRows,
} from '../../src/table/table.ts'
import { dates, numbers, shown, smallTable } from '../small-table.ts'

describe('a table', () => {
  const table = smallTable({ A: ['1', null], B: ['x', 'y'] })
  const [a, b] = table.columns

  it('refuses two columns of one name, and a name of blanks', () => {
    expect(() => tableOf([a!, a!])).toThrow('duplicate-column')
    expect(() => tableOf([{ ...a!, name: ' ' }])).toThrow('blank-column-name')
  })

  it('says which column is missing and which there are', () => {
    expect(() => columnNamed(table, 'C')).toThrow('missing-column {"column":"C","columns":["A","B"]}')
    expect(findColumn(table, 'C')).toBeUndefined()
    expect(findColumn(table, 'B')).toBe(b)
  })

  it('takes columns in at a place or at the end, and shares the others', () => {
    const added = { ...a!, name: 'N' }
    expect(shown(insertColumns(table, [added], 1)).columns).toEqual(['A', 'N', 'B'])
    const last = insertColumns(table, [added])
    expect(shown(last).columns).toEqual(['A', 'B', 'N'])
    expect(last.columns[0]).toBe(a)
    expect(shown(table).columns).toEqual(['A', 'B'])
  })

  it('exchanges columns in their place, and refuses a name that is taken', () => {
    expect(shown(replaceColumns(table, new Map([['A', { ...b!, name: 'A' }]])))).toEqual({
      columns: ['A', 'B'],
      rows: [
        ['x', 'x'],
        ['y', 'y'],
      ],
    })
    expect(() => replaceColumns(table, new Map([['A', b!]]))).toThrow('duplicate-column')
    expect(replaceColumns(table, new Map())).toBe(table)
  })

  it('fills short rows with blanks, and keeps the empty text apart from them', () => {
    const rows = [['1'], ['', '2']]
    expect(textRows(tableFromRows(['A', 'B'], rows))).toEqual([
      ['1', null],
      ['', '2'],
    ])
  })

  it('keeps its number of rows without columns', () => {
    expect(tableOf([], 3)).toEqual({ columns: [], rowCount: 3 })
  })
})

describe('counts of a column', () => {
  it('tell how many cells hold each value, of all rows or of the chosen ones', () => {
    const column = smallTable({ A: ['a', null, 'b', 'a'] }).columns[0]!
    expect([...countCodes(column)]).toEqual([1, 2, 1])
    expect([...countCodes(column, Uint8Array.of(1, 1, 0, 0))]).toEqual([1, 1, 0])
  })

  it('make a profile: filled and blank cells, those not converted, distinct values, the most frequent ones, the exact sum', () => {
    const column = smallTable({ A: numbers('1.10', '2', null, 'néant', '2', '2', '1.10', '5', '6') })
      .columns[0]!
    expect(profileColumn(column)).toEqual({
      name: 'A',
      type: 'number',
      filled: 8,
      blank: 1,
      unconverted: 1,
      distinct: 5,
      top: [
        { text: '2', cells: 3 },
        { text: '1.10', cells: 2 },
        { text: 'néant', cells: 1 },
      ],
      total: '19.20',
    })
    expect(profileColumn(smallTable({ A: dates('2022-01-31', null) }).columns[0]!)).toMatchObject({
      type: 'date',
      filled: 1,
      total: null,
    })
  })
})
