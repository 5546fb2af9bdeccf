import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf } from '../../src/table/period.ts'

describe('the days that a text names', () => {
  it.each([
    ['2023', 20230101, 20231231],
    [' 2023-02 ', 20230201, 20230231],
    ['02/2023', 20230201, 20230231],
    ['2023-02-03', 20230203, 20230203],
    ['2023-02-03T10:00:00', 20230203, 20230203],
    ['3/2/2023', 20230203, 20230203],
    ['Exercice 2023', 20230101, 20231231],
    ['tarifs-2023.csv', 20230101, 20231231],
  ])('%s', (text, from, to) => {
    expect(periodOf(text)).toEqual({ from, to })
  })

  it.each(['', 'inconnu', '31/13/2023', '2022-2023', '12345', '20230203', '23'])('not %s', (text) => {
    expect(periodOf(text)).toBeNull()
  })

  it('holds a day within its month, and a month within its year (law)', () => {
    const part = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((one) => String(one).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), part(1, 12), part(1, 31), (year, month, day) => {
        const [ofYear, ofMonth, ofDay] = [`${year}`, `${year}-${month}`, `${year}-${month}-${day}`].map(
          (text) => periodOf(text)!,
        )
        expect(ofYear!.from <= ofMonth!.from && ofMonth!.from <= ofDay!.from).toBe(true)
        expect(ofDay!.to <= ofMonth!.to && ofMonth!.to <= ofYear!.to).toBe(true)
      }),
    )
  })
})
