import { describe, expect, it } from 'vitest'
import { fittingReferences } from '../../src/diagnosis/fitting-references.ts'
import { columnNamed } from '../../src/table/table.ts'
import { smallTable } from '../small-table.ts'

const noProgress = (): Promise<void> => Promise.resolve()

async function best(columns: Record<string, (string | null)[]>): Promise<unknown[]> {
  const table = smallTable(columns)
  const [name] = Object.keys(columns)
  const found = await fittingReferences(table, columnNamed(table, name!), noProgress)
  return found.map(({ reference }) => ('table' in reference ? reference.table : reference.plan.split('-')[0]))
}

describe('which reference explains a column of codes', () => {
  it('knows INSEE codes of communes, those that lost their zero too, whatever the column is called', async () => {
    const table = smallTable({ lieu: ['56165', '1004', '2A004', '13201', '99999'] })
    const [first] = await fittingReferences(table, columnNamed(table, 'lieu'), noProgress)
    expect(first).toMatchObject({
      reference: { table: 'communes', date: '2026-01-01' },
      cells: 5,
      matchedCells: 3,
      zeroCells: 1,
    })
    expect(first!.said.fr).toBe('Communes\u00a0: 3 sur 5, et 1 avec un zéro devant, manque 99999')
    expect(first!.said.en).toBe(
      'Municipalities of France (communes): 3 of 5, and 1 with a zero in front, lacking 99999',
    )
  })

  it('knows the SIREN of EPCI, and tells codes of former communes from those of today', async () => {
    expect((await best({ structure: ['200000172', '200067213', '246200364'] }))[0]).toBe('epci')
    expect((await best({ insee: ['56138', '01018'] }))[0]).toBe('former-communes')
  })

  it('takes short codes for departments, regions or legal forms only where the column says so', async () => {
    expect((await best({ departement: ['01', '2A', '56'] }))[0]).toBe('departments')
    expect((await best({ code_region: ['53', '11', '84'] }))[0]).toBe('regions')
    expect((await best({ categorie_juridique: ['9220', '7210', '5499'] }))[0]).toBe('legal-forms')
    expect(await best({ chapitre: ['11', '12', '65'] })).not.toContain('departments')
  })

  it('leaves a budget to its nomenclature', async () => {
    expect(await best({ nature: ['60611', '6042', '6574', '6531', '2188'] })).not.toContain('communes')
  })

  it('proposes nothing for codes of one’s own, of which a few coincide with accounts', async () => {
    const own = Array.from({ length: 60 }, (_, at) => `X${at + 100}`)
    expect(await best({ nature: ['6574', '60611', ...own] })).toEqual([])
  })
})
