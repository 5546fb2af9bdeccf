import { describe, expect, it } from 'vitest'
import { ColumnIds, orderOnScreen } from '../../src/app/grid/column-order.ts'

const idsOf = (ids: ColumnIds, names: string[]) => names.map((name) => ids.of(name))

describe('ids of the grid’s columns', () => {
  it('a renamed column keeps its id, so its width and its place', () => {
    const ids = new ColumnIds()
    ids.update(['annee', 'nature', 'montant'])
    const before = ids.of('nature')
    ids.update(['annee', 'BGT_NATURE', 'montant'])
    expect(ids.of('BGT_NATURE')).toBe(before)
  })

  it('two columns that exchange their names keep their own ids', () => {
    const ids = new ColumnIds()
    ids.update(['a', 'b'])
    const [a, b] = idsOf(ids, ['a', 'b'])
    ids.update(['b', 'a'])
    expect(idsOf(ids, ['b', 'a'])).toEqual([b, a])
  })

  it('a column that comes in does not take the id of one that is elsewhere', () => {
    const ids = new ColumnIds()
    ids.update(['a', 'b'])
    const known = idsOf(ids, ['a', 'b'])
    ids.update(['a', 'nouvelle', 'b'])
    expect(idsOf(ids, ['a', 'b'])).toEqual(known)
    expect(new Set(idsOf(ids, ['a', 'nouvelle', 'b'])).size).toBe(3)
  })
})

describe('order on screen', () => {
  it('is the table’s as long as nobody has moved a column', () => {
    expect(orderOnScreen(['a', 'b'], null)).toEqual(['a', 'b'])
  })

  it('keeps what was moved and puts a new column after its left neighbour', () => {
    expect(orderOnScreen(['a', 'new', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'new', 'b'])
  })

  it('forgets a column that has gone', () => {
    expect(orderOnScreen(['a', 'c'], ['c', 'b', 'a'])).toEqual(['c', 'a'])
  })
})
