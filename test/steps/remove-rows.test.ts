import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { removeRows } from '../../src/steps/remove-rows.ts'
import type { Condition } from '../../src/steps/condition.ts'
import { tableFromRows, textRows } from '../../src/table/table.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'
import { hasShared, shared } from '../shared-folder.ts'

const table = smallTable({
  Nom: ['Club A', 'TOTAL', null, 'Club B'],
  Montant: numbers('10', '30', '20', 'néant'),
})

describe('remove-rows', () => {
  it('leaves out the rows where the condition holds, counts them and says where the others come from', async () => {
    const where: Condition = { column: 'Nom', startsWith: 'total' }
    const { table: after, outcome, origins } = await removeRows.apply(table, { where }, surroundings())
    expect(textRows(after)).toEqual([
      ['Club A', '10'],
      [null, '20'],
      ['Club B', 'néant'],
    ])
    expect([...origins!]).toEqual([0, 2, 3])
    expect(outcome).toMatchObject({ rowsBefore: 4, rowsAfter: 3, failures: [], remarks: [] })
  })

  it('finds blanks and cells that were not converted', async () => {
    const where: Condition = {
      any: [
        { column: 'Nom', is: 'blank' },
        { column: 'Montant', is: 'unconverted' },
      ],
    }
    const { table: after } = await removeRows.apply(table, { where }, surroundings())
    expect(textRows(after).map(([name]) => name)).toEqual(['Club A', 'TOTAL'])
  })

  it('reports a condition that no row meets, rather than do nothing without a word', async () => {
    const where: Condition = { column: 'Nom', in: ['Total général'] }
    const { table: after, outcome, origins } = await removeRows.apply(table, { where }, surroundings())
    expect(after).toBe(table)
    expect(origins).toBeUndefined()
    expect(outcome.failures).toEqual([
      { code: 'not-found', column: 'Nom', cells: 0, values: [], distinct: 0 },
    ])
    expect(outcome.remarks).toHaveLength(1)
  })

  it('removes with a condition and with its contrary each row exactly once', async () => {
    const leaf = fc.oneof<fc.Arbitrary<Condition>[]>(
      fc.record({
        column: fc.constantFrom('Nom', 'Montant'),
        is: fc.constantFrom('blank' as const, 'filled' as const, 'unconverted' as const),
      }),
      fc.record({
        column: fc.constantFrom('Nom', 'Montant'),
        contains: fc.constantFrom('club', 'A', '1', 'é'),
      }),
      fc.record({ column: fc.constant('Montant'), min: fc.integer({ min: -5, max: 40 }) }),
    )
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 3 }).map((all) => ({ all })),
      fc.array(leaf, { maxLength: 3 }).map((any) => ({ any })),
    )
    await fc.assert(
      fc.asyncProperty(condition, async (where) => {
        const one = await removeRows.apply(table, { where }, surroundings())
        const other = await removeRows.apply(table, { where: { not: where } }, surroundings())
        const rows = [one, other].flatMap(({ origins, table: left }) =>
          origins === undefined ? Array.from({ length: left.rowCount }, (_, row) => row) : [...origins],
        )
        expect(rows.toSorted()).toEqual([0, 1, 2, 3])
      }),
    )
  })

  it('makes no sense without its condition or a column of it', () => {
    expect(v.is(removeRows.schema, {})).toBe(false)
    const where: Condition = { all: [{ column: 'A', is: 'blank' }, { not: { column: 'B', contains: 'x' } }] }
    expect(removeRows.reads({ where })).toEqual(['A', 'B'])
    expect(removeRows.without({ where }, 'B')).toBeNull()
    expect(removeRows.renamed({ where }, (name) => name.toLowerCase())).toEqual({
      where: { all: [{ column: 'a', is: 'blank' }, { not: { column: 'b', contains: 'x' } }] },
    })
  })

  it('says what it does in both languages', () => {
    const where: Condition = { column: 'Nom', is: 'blank' }
    expect(removeRows.sentence.fr({ where })).toBe('Supprimer les lignes où «\u00a0Nom\u00a0» est vide')
    expect(removeRows.sentence.en({ where })).toBe('Remove the rows where “Nom” is blank')
  })
})

describe.skipIf(!hasShared)('remove-rows beside OpenRefine', () => {
  it('leaves the same rows under a filter by value and under one by text', async () => {
    interface Facet {
      type: string
      columnName: string
      query?: string
      selectBlank?: boolean
      selection?: { v: { v: string } }[]
    }
    const recorded = JSON.parse(readFileSync(shared('oracles/operations.json'), 'utf8')) as Record<
      string,
      {
        input: { columns: string[]; rows: (string | null)[][] }
        operations: { engineConfig: { facets: Facet[] } }[]
        output: unknown
      }
    >
    for (const name of ['remove-rows-facet', 'remove-rows-text-filter']) {
      const { input, operations, output } = recorded[name]!
      const [facet] = operations[0]!.engineConfig.facets
      const where: Condition =
        facet!.type === 'text'
          ? { column: facet!.columnName, contains: facet!.query! }
          : {
              any: [
                { column: facet!.columnName, in: facet!.selection!.map((choice) => choice.v.v) },
                ...(facet!.selectBlank === true ? [{ column: facet!.columnName, is: 'blank' as const }] : []),
              ],
            }
      const { table: after } = await removeRows.apply(
        tableFromRows(input.columns, input.rows),
        { where },
        surroundings(),
      )
      expect(shown(after), name).toEqual(output)
    }
  })
})
