import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { correspondences, correspondenceTable } from '../../src/nomenclature/correspondence.ts'
import { correspondenceBetween, pairsBetween } from '../../src/steps/correspondence-between.ts'
import { surroundings } from '../small-table.ts'
import { columnNames, textRows } from '../../src/table/table.ts'

const reference = (plan: string, part: 'chapters' | 'accounts') => ({ plan, year: 2022, part })
const M14 = 'M14-M14_COM_SUP3500'
const M57 = 'M57-M57_D'

const between = async (from: string, to: string, part: 'chapters' | 'accounts') =>
  (await pairsBetween(reference(from, part), reference(to, part), surroundings())).pairs

describe('from the M14 to the M57', () => {
  const pairsOf = async (part: 'chapters' | 'accounts') =>
    new Map((await between(M14, M57, part)).map((pair) => [pair.code, pair]))

  it('656 becomes 6586, which has its label', async () => {
    const pair = (await pairsOf('chapters')).get('656')
    expect(pair?.proposed[0]?.code).toBe('6586')
    expect(pair?.pairing).toBe('same label')
  })

  it('keeps what did not change, and gives every code a proof or says that there is none', async () => {
    const chapters = await pairsOf('chapters')
    expect(chapters.get('011')).toMatchObject({ proposed: [{ code: '011' }], pairing: 'same code and label' })
    const accounts = await pairsOf('accounts')
    const counts = new Map<string, number>()
    for (const { pairing, proposed } of accounts.values()) {
      counts.set(pairing, (counts.get(pairing) ?? 0) + 1)
      expect(proposed.length > 0).toBe(pairing !== 'none')
    }
    expect(counts.get('same code and label')).toBeGreaterThan(accounts.size / 2)
  })

  it('never lets an expense become an income by its label alone', async () => {
    for (const { code, proposed, pairing } of (await pairsOf('accounts')).values())
      if (pairing === 'same label') expect(proposed[0]!.code.charAt(0)).toBe(code.charAt(0))
  })

  it('proposes every code to itself in its own nomenclature', async () => {
    for (const { code, proposed } of await between(M14, M14, 'accounts'))
      expect(proposed.map((one) => one.code)).toEqual([code])
  })

  it('is a table that says that it is a proposal, and never chooses between several', async () => {
    const table = await correspondenceBetween(
      reference(M14, 'accounts'),
      reference(M57, 'accounts'),
      [],
      surroundings(),
    )
    expect(columnNames(table)).toEqual([
      'code',
      'libelle',
      'code_propose',
      'libelle_propose',
      'autres',
      'preuve',
      'statut',
    ])
    const rows = textRows(table)
    expect(rows.every((row) => row[6] === 'proposé')).toBe(true)
    const several = rows.filter((row) => row[5] === 'plusieurs codes ont ce libellé')
    expect(several.every((row) => row[2] === null && row[4]!.includes(' | '))).toBe(true)
    expect(rows.find((row) => row[0] === '6413')?.slice(2, 6)).toMatchObject([
      expect.anything(),
      expect.anything(),
      null,
      expect.anything(),
    ])
  })

  it('never takes depreciation for what is depreciated, although the labels are the same', async () => {
    for (const { code, proposed, pairing } of (await pairsOf('accounts')).values())
      if (pairing === 'same label') expect(proposed[0]!.code.slice(0, 2)).toBe(code.slice(0, 2))
  })

  it('proposes nothing that the second nomenclature does not have', () => {
    const list = fc.array(
      fc.record({
        code: fc.stringMatching(/^[0-9]{1,4}$/),
        label: fc.constantFrom('a b c', 'a b d', 'e', ''),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(list, list, fc.constantFrom(1, 2), (before, after, family) => {
        const there = new Map(after.map(({ code }) => [code, true]))
        const pairs = correspondences(before, after, family)
        expect(pairs.map(({ code }) => code)).toEqual(before.map(({ code }) => code))
        for (const { proposed, pairing } of pairs) {
          expect(proposed.every(({ code }) => there.has(code))).toBe(true)
          expect(proposed.length === 0).toBe(pairing === 'none')
        }
      }),
    )
  })

  it('says in the table what a person has decided, with the reason, and that the rest is proposed', () => {
    const after = [
      { code: '2', label: 'b' },
      { code: '3', label: 'c' },
    ]
    const pairs = correspondences(
      [
        { code: '1', label: 'a' },
        { code: '2', label: 'b' },
      ],
      after,
    )
    const decided = new Map([['1', { to: '3', reason: 'vu avec la trésorerie' }]])
    expect(textRows(correspondenceTable(pairs, after, decided))).toEqual([
      ['1', 'a', '3', 'c', null, 'vu avec la trésorerie', 'décidé'],
      ['2', 'b', '2', 'b', null, 'même code, même libellé', 'proposé'],
    ])
  })

  it('refuses a nomenclature that does not exist', async () => {
    await expect(between('M99', M57, 'chapters')).rejects.toThrow('unknown-nomenclature')
  })
})
