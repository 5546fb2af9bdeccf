import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/steps/outcome.ts'
import { unpivot } from '../../src/steps/unpivot.ts'
import { cellValue } from '../../src/table/column.ts'
import { columnTotal, DecimalSum } from '../../src/table/decimal-sum.ts'
import { columnNamed, tableFromRows, textRows, type Table } from '../../src/table/table.ts'
import { Unconverted } from '../../src/table/value.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'
import { hasShared, shared } from '../shared-folder.ts'

type Params = Parameters<typeof unpivot.apply>[1]

async function apply(table: Table, params: unknown) {
  const valid: Params = v.parse(unpivot.schema, params)
  const result = await unpivot.apply(table, valid, surroundings())
  expect(result.table.columns.map(({ name }) => name)).toEqual(
    unpivot.columnsAfter(
      valid,
      table.columns.map(({ name }) => name),
    ),
  )
  return result
}

const frenchRemarks = ({ remarks }: Outcome): string[] => remarks.map(({ fr }) => fr)

const aids = () =>
  smallTable({
    Association: ['Club A', 'Club B', 'Club C'],
    Fonctionnement: numbers('100.50', null, null),
    Projet: numbers('0', '20', null),
  })

it('the names that it proposes are in the language of the person, who would publish them', () => {
  expect(unpivot.initial(['a'], ['a'], 'fr')).toEqual({ columns: ['a'], name: 'objet', value: 'montant' })
  expect(unpivot.initial(['a'], ['a'], 'en')).toEqual({ columns: ['a'], name: 'purpose', value: 'amount' })
})

describe('unpivot', () => {
  it('makes one row per filled cell, says which column it comes from, and where each row comes from', async () => {
    const { table, outcome, origins } = await apply(aids(), {
      columns: ['Fonctionnement', 'Projet'],
      name: 'objet',
      value: 'montant',
    })
    expect(shown(table)).toEqual({
      columns: ['Association', 'objet', 'montant'],
      rows: [
        ['Club A', 'Fonctionnement', '100.50'],
        ['Club A', 'Projet', '0'],
        ['Club B', 'Projet', '20'],
      ],
    })
    expect([...origins!]).toEqual([0, 0, 1])
    expect(outcome).toMatchObject({
      rowsBefore: 3,
      rowsAfter: 3,
      addedColumns: ['objet', 'montant'],
      removedColumns: ['Fonctionnement', 'Projet'],
      totals: [{ column: 'montant', before: '120.50', after: '120.50' }],
    })
  })

  it('says how many blanks it left out and which rows are gone with them', async () => {
    const { outcome } = await apply(aids(), {
      columns: ['Fonctionnement', 'Projet'],
      name: 'objet',
      value: 'montant',
    })
    expect(frenchRemarks(outcome)).toEqual([
      '3\u00a0valeurs vides laissées de côté.',
      '1\u00a0ligne n’avait aucune valeur à garder et n’apparaît plus.',
    ])
  })

  it('leaves zeros out on demand and counts them apart, written as numbers or as text', async () => {
    const wide = smallTable({ A: numbers('0', '0.00', '5'), B: numbers('-0.0', null, '7') })
    const numeric = await apply(wide, {
      columns: ['A', 'B'],
      name: 'n',
      value: 'v',
      drop: 'blanks-and-zeros',
    })
    expect(textRows(numeric.table)).toEqual([
      ['A', '5'],
      ['B', '7'],
    ])
    expect(frenchRemarks(numeric.outcome)).toContain('3\u00a0valeurs à zéro laissées de côté.')
    expect(numeric.outcome.totals).toEqual([{ column: 'v', before: '12.00', after: '12.00' }])

    const texts = smallTable({ A: ['0', '0,00', '0 €', '000', '10', 'O'] })
    const written = await apply(texts, { columns: ['A'], name: 'n', value: 'v', drop: 'blanks-and-zeros' })
    expect(textRows(written.table).map(([, value]) => value)).toEqual(['000', '10', 'O'])
  })

  it('keeps blanks and zeros when asked to leave nothing out', async () => {
    const { table, outcome } = await apply(aids(), {
      columns: ['Fonctionnement', 'Projet'],
      name: 'objet',
      value: 'montant',
      drop: 'none',
    })
    expect(table.rowCount).toBe(6)
    expect(outcome.remarks).toEqual([])
  })

  it('keeps cells that are not numbers, marked as before, unless they are zeros to people', async () => {
    const { table } = await apply(smallTable({ A: numbers('1', 'néant', '0 €', ' ') }), {
      columns: ['A'],
      name: 'n',
      value: 'v',
      drop: 'blanks-and-zeros',
    })
    expect(textRows(table).map(([, value]) => value)).toEqual(['1', 'néant', ' '])
    expect(cellValue(columnNamed(table, 'v'), 1)).toEqual(new Unconverted('néant'))
  })

  it('says that the values are text when a column of text is mixed in', async () => {
    const { table, outcome } = await apply(smallTable({ A: numbers('1'), B: ['deux'] }), {
      columns: ['A', 'B'],
      name: 'n',
      value: 'v',
    })
    expect(columnNamed(table, 'v').type).toBe('text')
    expect(outcome.totals).toEqual([])
    expect(frenchRemarks(outcome)[0]).toContain('«\u00a0v\u00a0» est du texte')
    expect(outcome.remarks[0]!.en).toContain('“B”')
  })

  it('repeats only the columns to keep, and says that the others are gone', async () => {
    const wide = smallTable({ Nom: ['a'], Note: ['n'], A: ['1'], B: ['2'] })
    const { table, outcome } = await apply(wide, {
      columns: ['A', 'B'],
      name: 'n',
      value: 'v',
      keep: ['Nom'],
    })
    expect(shown(table).columns).toEqual(['Nom', 'n', 'v'])
    expect(outcome.removedColumns).toEqual(['Note', 'A', 'B'])
  })

  it('turns several columns per rank into rows at once, each row with its own objet and montant', async () => {
    const wide = smallTable({
      Nom: ['a', 'b', 'c'],
      'Objet 1': ['sport', 'danse', null],
      'Montant 1': numbers('10', '20', null),
      'Objet 2': ['projet', null, null],
      'Montant 2': numbers('5', '0', '0'),
    })
    const params = {
      groups: [
        { name: 'objet', columns: ['Objet 1', 'Objet 2'] },
        { name: 'montant', columns: ['Montant 1', 'Montant 2'] },
      ],
      name: 'rang',
      drop: 'blanks-and-zeros',
    }
    const { table, outcome } = await apply(wide, params)
    expect(shown(table)).toEqual({
      columns: ['Nom', 'rang', 'objet', 'montant'],
      rows: [
        ['a', '1', 'sport', '10'],
        ['a', '2', 'projet', '5'],
        ['b', '1', 'danse', '20'],
      ],
    })
    expect(outcome.totals).toEqual([{ column: 'montant', before: '35', after: '35' }])
    expect(frenchRemarks(outcome)).toEqual([
      '1\u00a0valeur vide laissée de côté.',
      '2\u00a0valeurs à zéro laissées de côté.',
      '1\u00a0ligne n’avait aucune valeur à garder et n’apparaît plus.',
    ])
  })

  it('keeps the ranks in line when one column of a group is missing', async () => {
    const params = v.parse(unpivot.schema, {
      groups: [
        { name: 'objet', columns: ['Objet 1', 'Objet 2'] },
        { name: 'montant', columns: ['Montant 1', 'Montant 2'] },
      ],
    })
    const without = unpivot.without(params, 'Objet 1')!
    expect(without['groups']).toEqual([
      { name: 'objet', columns: [null, 'Objet 2'] },
      { name: 'montant', columns: ['Montant 1', 'Montant 2'] },
    ])
    const { table } = await apply(
      smallTable({ 'Montant 1': ['10'], 'Objet 2': ['projet'], 'Montant 2': ['5'] }),
      without,
    )
    expect(textRows(table)).toEqual([
      [null, '10'],
      ['projet', '5'],
    ])
    const noObjet = unpivot.without(without, 'Objet 2')!
    expect(noObjet['groups']).toEqual([{ name: 'montant', columns: ['Montant 1', 'Montant 2'] }])
    expect(unpivot.without(unpivot.without(noObjet, 'Montant 1')!, 'Montant 2')).toBeNull()
  })

  it('goes on without a missing column and follows renamed ones', () => {
    const params = v.parse(unpivot.schema, { columns: ['A', 'B'], name: 'n', value: 'v', keep: ['Nom'] })
    expect(unpivot.without(params, 'A')).toMatchObject({ columns: ['B'] })
    expect(unpivot.without(unpivot.without(params, 'A')!, 'B')).toBeNull()
    expect(unpivot.renamed(params, (name) => name.toLowerCase())).toMatchObject({
      columns: ['a', 'b'],
      keep: ['nom'],
      name: 'n',
    })
    expect(unpivot.reads(params)).toEqual(['A', 'B', 'Nom'])
  })

  it('refuses parameters that say two things at once or nothing', () => {
    const group = { name: 'v', columns: ['A'] }
    for (const params of [
      {},
      { columns: ['A'] },
      { columns: ['A'], name: 'n', value: 'v', groups: [group] },
      { columns: ['A'], name: 'n', value: 'n' },
      { groups: [group, { name: 'w', columns: ['B', 'C'] }] },
      { groups: [{ name: 'v', columns: [null] }] },
    ])
      expect(v.is(unpivot.schema, params), JSON.stringify(params)).toBe(false)
  })

  it('says what it does in both languages', () => {
    const params = v.parse(unpivot.schema, { columns: ['A', 'B'], name: 'objet', value: 'montant' })
    expect(unpivot.sentence.fr(params)).toBe(
      'Passer «\u00a0A\u00a0» et «\u00a0B\u00a0» en lignes, dans «\u00a0objet\u00a0» et «\u00a0montant\u00a0»',
    )
    expect(unpivot.sentence.en(params)).toBe('Turn “A” and “B” into rows, in “objet” and “montant”')
  })

  it('keeps every cell and every cent: cells in are rows out and cells left out', async () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.constantFrom('0', '0.00', 'inconnu', ''),
      fc
        .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 99 }))
        .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`),
    )
    const wide = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }))
    await fc.assert(
      fc.asyncProperty(wide, fc.constantFrom('none', 'blanks', 'blanks-and-zeros'), async (rows, drop) => {
        const width = rows[0]?.length ?? 1
        const columns = Array.from({ length: width }, (_, k) => `c${k}`)
        const amounts = columns.map((name, k) => [name, numbers(...rows.map((row) => row[k]!))] as const)
        const before = smallTable({
          id: rows.map((_, row) => String(row)),
          ...Object.fromEntries(amounts),
        })
        const { table, outcome, origins } = await apply(before, { columns, name: 'n', value: 'v', drop })
        const leftOut = rows.flat().filter((text) => {
          if (text === null || text === '') return drop !== 'none'
          return drop === 'blanks-and-zeros' && Number(text) === 0
        })
        expect(table.rowCount + leftOut.length).toBe(rows.length * width)
        expect(outcome.totals[0]!.after).toBe(outcome.totals[0]!.before)
        const sum = new DecimalSum()
        for (const name of columns) sum.add(columnTotal(columnNamed(before, name))!)
        expect(outcome.totals[0]!.before).toBe(sum.toString())
        textRows(table).forEach(([id, name, value], i) => {
          expect(origins![i]).toBe(Number(id))
          expect(rows[Number(id)]![columns.indexOf(name!)]).toBe(value)
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe.skipIf(!hasShared)('unpivot beside OpenRefine', () => {
  interface Recorded {
    input: { columns: string[]; rows: (string | null)[][] }
    operations: {
      startColumnName: string
      columnCount: number
      keyColumnName: string
      valueColumnName: string
    }[]
    output: { columns: string[]; rows: (string | null)[][] }
  }
  const recorded = (): Record<string, Recorded> =>
    JSON.parse(readFileSync(shared('oracles/operations.json'), 'utf8')) as Record<string, Recorded>

  async function ours({ input, operations: [operation] }: Recorded, drop: string) {
    const start = input.columns.indexOf(operation!.startColumnName)
    const { table } = await apply(tableFromRows(input.columns, input.rows), {
      columns: input.columns.slice(start, start + operation!.columnCount),
      name: operation!.keyColumnName,
      value: operation!.valueColumnName,
      drop,
    })
    return shown(table)
  }

  it('gives the same rows without blanks, but for a row of blanks, which it leaves out and says so', async () => {
    const { 'unpivot-key-value-ignoreBlank-True-fillDown-True': one } = recorded()
    const { columns, rows } = await ours(one!, 'blanks')
    expect(columns).toEqual(one!.output.columns)
    expect(rows).toEqual(one!.output.rows.filter((row) => row[2] !== null))
  })

  it('gives the same names and values with blanks', async () => {
    const { 'unpivot-key-value-ignoreBlank-False-fillDown-False': one } = recorded()
    const { columns, rows } = await ours(one!, 'none')
    expect(columns).toEqual(one!.output.columns)
    expect(rows.map((row) => row.slice(2))).toEqual(one!.output.rows.map((row) => row.slice(2)))
  })
})

describe.skipIf(!hasShared)('unpivot on repeated groups of columns', () => {
  it('finds every aid of the grouped subsidies, with its own purpose and kind', async () => {
    const wide = readCsv(
      new TextDecoder('windows-1252').decode(
        readFileSync(shared('data/subventions/subventions-groupees-2020.csv')),
      ),
      ';',
    )
    const long = readCsv(
      readFileSync(shared('data/subventions/subventions-groupees-2020.long.csv'), 'utf8'),
      ',',
    )
    const ranks = [1, 2, 3]
    const { table, outcome } = await apply(wide, {
      groups: [
        { name: 'objet', columns: ranks.map((rank) => `Objet ${rank}`) },
        { name: 'nature', columns: ranks.map((rank) => `Nature ${rank}`) },
        { name: 'montant', columns: ranks.map((rank) => `Montant ${rank}`) },
      ],
    })
    expect(outcome.rowsAfter).toBe(long.rowCount)
    const kept = textRows(table).map(([, , objet, nature]) => [objet, nature])
    expect(kept).toEqual(textRows(long).map(([, , , objet, nature]) => [objet, nature]))
  })
})

/** A file whose cells hold no separator and no quote. */
function readCsv(text: string, separator: string): Table {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/)
  return tableFromRows(
    header!.split(separator),
    lines.map((line) => line.split(separator).map((cell) => (cell === '' ? null : cell))),
  )
}
