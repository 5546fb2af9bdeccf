import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { csv } from '../../src/formats/csv/csv.ts'
import { codesToRank } from '../../src/nomenclature/codes-to-rank.ts'
import { rankPlans, rankWords } from '../../src/nomenclature/rank-plans.ts'
import { columnNamed, findColumn } from '../../src/table/table.ts'
import { smallTable } from '../small-table.ts'
import { hasShared, sharedBytes } from '../shared-folder.ts'

const counted = (...texts: string[]) => texts.map((text) => ({ text, cells: 1 }))

describe('which nomenclature explains a column of codes', () => {
  it('tells the norm by a code that only one of them has', async () => {
    const [m14] = await rankPlans(counted('656', '011', '65'), { part: 'chapters' })
    const [m57] = await rankPlans(counted('6586', '016', '65'), { part: 'chapters' })
    expect(m14!.plan).toMatch(/^M14-/)
    expect(m57!.plan).toMatch(/^M57-/)
    expect([m14!.matched, m14!.distinct, m14!.missing]).toEqual([3, 3, []])
    const ranks = await rankPlans(counted('656', '011', '65'), { part: 'chapters' })
    expect(ranks.find(({ plan }) => plan.startsWith('M57'))!.missing).toEqual([{ text: '656', cells: 1 }])
  })

  it('takes among equal years that of the table, or the newest', async () => {
    const codes = counted('011', '65')
    const [newest] = await rankPlans(codes, { part: 'chapters' })
    const [asked] = await rankPlans(codes, { part: 'chapters', year: 2019 })
    expect([newest!.year, asked!.year]).toEqual([2024, 2019])
  })

  it('counts apart codes that the nomenclature only has with a zero, and codes by cells', async () => {
    const [rank] = await rankPlans(
      [
        { text: ' 11 ', cells: 5 },
        { text: '65', cells: 2 },
        { text: '', cells: 9 },
        { text: 'abc', cells: 1 },
      ],
      { part: 'chapters' },
    )
    expect(rank).toMatchObject({
      distinct: 3,
      matched: 1,
      withZeros: 1,
      matchedCells: 2,
      zeroCells: 5,
      cells: 8,
    })
    expect(rankWords(rank!).fr).toMatch(/\s:\s2 sur 8, et 5 avec un zéro devant, manque abc$/)
    expect(rankWords(rank!).en).toMatch(/: 2 of 8, and 5 with a zero in front, lacking abc$/)
  })

  it('finds nothing for codes of another world, and stops when it is told to', async () => {
    expect(await rankPlans(counted('zzz'))).toEqual([])
    const progress = () => Promise.reject(new Error('stop'))
    await expect(rankPlans(counted('011'), { progress })).rejects.toThrow('stop')
  })

  it('gives each code the label beside it', () => {
    const table = smallTable({ c: ['1', '1', '2', null], l: ['', 'Un', null, 'x'] })
    expect(codesToRank(table.columns[0]!, table.columns[1])).toEqual([
      { text: '1', cells: 2, label: 'Un' },
      { text: '2', cells: 1 },
    ])
  })
})

describe.skipIf(!hasShared)('on real budgets (skipped without ../shared)', () => {
  const rank = async (name: string, year: number) => {
    const file = { name, bytes: new Blob([sharedBytes(`data/budget/${name}`).slice()]) }
    const { table } = await csv.read(file, {}, { progress: () => undefined })
    return rankPlans(codesToRank(columnNamed(table, 'BGT_NATURE'), findColumn(table, 'BGT_NATURE_LABEL')), {
      part: 'accounts',
      year,
    })
  }

  it.each([
    ['crach-2022-budget-primitif.expected.csv', 2022, 201],
    ['crach-2021-compte-administratif.expected.csv', 2021, 196],
    ['crach-lotissement-2022-budget-primitif.expected.csv', 2022, 21],
    ['crach-2022-damaged.csv', 2022, 201],
  ])('%s is of the M14 of a commune of 500 to 3,500 inhabitants', async (name, year, cells) => {
    const ranks = await rank(name, year)
    const [first] = ranks
    expect([first!.plan, first!.year]).toEqual(['M14-M14_COM_500_3500', year])
    expect([first!.matchedCells + first!.zeroCells, first!.cells]).toEqual([cells, cells])
    expect(rankWords(ranks.find(({ plan }) => plan === 'M57-M57')!).fr).toMatch(
      /sur \d+(, et 3 avec un zéro devant)?, manque(nt)? \d+/,
    )
  })

  it('takes less than a second for all the nomenclatures and years', async () => {
    const start = performance.now()
    await rank('crach-2022-damaged.csv', 2022)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
