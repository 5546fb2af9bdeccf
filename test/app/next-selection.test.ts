import { expect, it } from 'vitest'
import { nextSelection } from '../../src/app/grid/next-selection.ts'

const ORDER = ['a', 'b', 'c', 'd']

it('a click selects one column, a second click none', () => {
  expect(nextSelection(['a', 'b'], 'c', 'only', ORDER)).toEqual(['c'])
  expect(nextSelection(['c'], 'c', 'only', ORDER)).toEqual([])
})

it('with Ctrl, columns are added and taken away', () => {
  expect(nextSelection(['a'], 'c', 'toggle', ORDER)).toEqual(['a', 'c'])
  expect(nextSelection(['a', 'c'], 'a', 'toggle', ORDER)).toEqual(['c'])
})

it('with Shift, the range follows the order on screen and can be changed', () => {
  const range = nextSelection(['b'], 'd', 'range', ORDER)
  expect(range.toSorted()).toEqual(['b', 'c', 'd'])
  expect(nextSelection(range, 'a', 'range', ORDER).toSorted()).toEqual(['a', 'b'])
})
