import { describe, expect, it } from 'vitest'
import { correspondences, correspondenceTable } from '../../src/nomenclature/correspondence.ts'
import { columnNames, textRows } from '../../src/table/table.ts'

const M14 = 'M14-M14_COM_SUP3500'
const M57 = 'M57-M57_D'

describe('from the M14 to the M57', () => {
  const pairsOf = async (part: 'chapters' | 'accounts') =>
    new Map((await correspondences(M14, M57, 2022, part)).map((pair) => [pair.code, pair]))

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
    for (const { code, proposed } of await correspondences(M14, M14, 2022, 'accounts'))
      expect(proposed.map((one) => one.code)).toEqual([code])
  })

  it('is a table that says that it is a proposal, and never chooses between several', async () => {
    const table = await correspondenceTable(M14, M57, 2022, 'accounts')
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

  it('refuses a nomenclature that does not exist', async () => {
    await expect(correspondences('M99', M57, 2022, 'chapters')).rejects.toThrow('unknown-nomenclature')
  })
})
