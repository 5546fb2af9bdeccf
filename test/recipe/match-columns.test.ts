import { describe, expect, it } from 'vitest'
import { expectationsOf } from '../../src/recipe/expectations.ts'
import { matchColumns } from '../../src/recipe/match-columns.ts'
import { sketchOf, sketchOverlap } from '../../src/recipe/sketch.ts'
import { tableFromRows, type Table } from '../../src/table/table.ts'

const tableOfNames = (from: number, count: number, header = 'nom'): Table =>
  tableFromRows(
    [header],
    Array.from({ length: count }, (_, i) => [`Association n° ${from + i}`]),
  )

describe('a sketch of values', () => {
  it.each([
    [0, 1],
    [500, 1 / 3],
    [1000, 0],
  ])('tells how many values two columns share when the second begins %i later', (shift, expected) => {
    const a = sketchOf(tableOfNames(0, 1000).columns[0]!)
    const b = sketchOf(tableOfNames(shift, 1000).columns[0]!)
    expect(Math.abs(sketchOverlap(a, b) - expected)).toBeLessThan(0.13)
  })

  it('holds no value', () => {
    const sketch = sketchOf(tableOfNames(0, 3).columns[0]!)
    expect(atob(sketch)).not.toContain('Association')
    expect(sketchOverlap('nonsense', sketch)).toBe(0)
  })
})

const lastYear = (table: Table) => expectationsOf(table, null, table, undefined)
const statesOf = (before: Table, now: Table) => {
  const { columns, unexpected } = matchColumns(lastYear(before), now)
  return { columns: columns.map(({ expected, state, actual }) => [expected.name, state, actual]), unexpected }
}

describe('recognising columns', () => {
  it('finds a column under another case or accent', () => {
    const before = tableFromRows(['Bénéficiaire', 'Montant voté'], [['A', '1']])
    expect(statesOf(before, tableFromRows(['BENEFICIAIRE', 'montant_vote'], [['A', '1']]))).toEqual({
      columns: [
        ['Bénéficiaire', 'respelled', 'BENEFICIAIRE'],
        ['Montant voté', 'respelled', 'montant_vote'],
      ],
      unexpected: [],
    })
  })

  it('proposes a column with another name by the values that it shares', () => {
    const before = tableOfNames(0, 300, 'Tiers')
    const now = tableOfNames(40, 300, 'Organisme')
    expect(statesOf(before, now).columns).toEqual([['Tiers', 'proposed', 'Organisme']])
  })

  it('does not take a new column for a missing one because they share a common word', () => {
    const amounts = (n: number) => String(1000 + 37 * n)
    const rows = (k: number) =>
      Array.from({ length: 50 }, (_, i) => [`A${i}`, amounts(i + k), amounts(i + 99 * k), null])
    const before = tableFromRows(
      ['Nom', 'Subvention sport', 'Subvention projet', 'Subvention culture'],
      rows(1),
    )
    const now = tableFromRows(
      ['Nom', 'Subvention sport', 'Subvention projet', 'Subvention climat'],
      rows(2).map((row) => [row[0]!, row[1]!, row[2]!, '12']),
    )
    const { columns, unexpected } = statesOf(before, now)
    expect(columns.at(-1)).toEqual(['Subvention culture', 'missing', null])
    expect(unexpected).toEqual(['Subvention climat'])
  })

  it('says which columns have moved, not the ones around which they moved', () => {
    const before = tableFromRows(['a', 'b', 'c', 'd'], [['1', '2', '3', '4']])
    const now = tableFromRows(['b', 'c', 'd', 'a'], [['2', '3', '4', '1']])
    const moved = matchColumns(lastYear(before), now).columns.filter((column) => column.moved)
    expect(moved.map(({ expected }) => expected.name)).toEqual(['a'])
  })
})
