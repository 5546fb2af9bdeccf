import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addColumn } from '../../src/steps/add-column.ts'
import { parseTemplate, renameInTemplate, templateOf } from '../../src/steps/template.ts'
import { columnNamed, textRows } from '../../src/table/table.ts'
import { numbers, shown, smallTable, surroundings } from '../small-table.ts'

const table = smallTable({
  Code: ['011', '012', null],
  Nature: ['6413', null, null],
  Montant: numbers('10.50', 'néant', null),
})

async function cellsOf(value: string) {
  const { table: after } = await addColumn.apply(table, { name: 'x', value }, surroundings())
  return textRows(after).map((row) => row.at(-1))
}

describe('add-column', () => {
  it('puts the same value in every row, after the chosen column', async () => {
    const params = { name: 'annee', value: '2022', after: 'Code' }
    const { table: after, outcome } = await addColumn.apply(table, params, surroundings())
    expect(shown(after).columns).toEqual(['Code', 'annee', 'Nature', 'Montant'])
    expect(textRows(after).map((row) => row[1])).toEqual(['2022', '2022', '2022'])
    expect(outcome).toMatchObject({ addedColumns: ['annee'], changedCells: 0, remarks: [] })
    expect(addColumn.columnsAfter(params, ['Code', 'Nature', 'Montant'])).toEqual(shown(after).columns)
  })

  it('puts the column last when no place, or one that does not exist, is given', async () => {
    for (const params of [
      { name: 'x', value: '' },
      { name: 'x', value: '', after: 'absente' },
    ]) {
      const { table: after } = await addColumn.apply(table, params, surroundings())
      expect(shown(after).columns.at(-1)).toBe('x')
      expect(addColumn.columnsAfter(params, ['Code']).at(-1)).toBe('x')
    }
  })

  it('makes a text from other columns, in which blanks are empty and unconverted cells keep their text', async () => {
    expect(await cellsOf('{Code}/{Nature} : {Montant}')).toEqual(['011/6413 : 10.50', '012/ : néant', '/ : '])
  })

  it('leaves a cell blank rather than fill it with no text', async () => {
    expect(await cellsOf('{Nature}')).toEqual(['6413', null, null])
    expect(await cellsOf('{Code}{Nature}')).toEqual(['0116413', '012', null])
    expect(await cellsOf('')).toEqual([null, null, null])
  })

  it('keeps the zeros of codes', async () => {
    expect(await cellsOf('{Code}')).toEqual(['011', '012', null])
  })

  it('is text, even when it copies numbers', async () => {
    const { table: after } = await addColumn.apply(table, { name: 'x', value: '{Montant}' }, surroundings())
    expect(columnNamed(after, 'x').type).toBe('text')
  })

  it('writes braces that are doubled or that name nothing, and says so for the latter', async () => {
    expect(await cellsOf('{{Code}} {')).toEqual(['{Code} {', '{Code} {', '{Code} {'])
    const { table: after, outcome } = await addColumn.apply(
      table,
      { name: 'x', value: '{Code}-{annee}' },
      surroundings(),
    )
    expect(textRows(after)[0]!.at(-1)).toBe('011-{annee}')
    expect(outcome.remarks[0]!.fr).toContain('{annee} ne correspond à aucune colonne')
  })

  it('refuses a name that is taken', () => {
    expect(() => addColumn.apply(table, { name: 'Code', value: '' }, surroundings())).toThrow(
      'duplicate-column',
    )
  })

  it('reads the columns of its template, follows them when renamed, and makes no sense without them', () => {
    const params = { name: 'x', value: '{Code}-{Nature}-{{Code}}', after: 'Montant' }
    expect(addColumn.reads(params)).toEqual(['Code', 'Nature', 'Montant'])
    expect(addColumn.renamed(params, (name) => name.toUpperCase())).toEqual({
      name: 'x',
      value: '{CODE}-{NATURE}-{{Code}}',
      after: 'MONTANT',
    })
    expect(addColumn.without(params, 'Code')).toBeNull()
    expect(addColumn.without(params, 'Montant')).toEqual({ name: 'x', value: params.value })
  })

  it('says what it does in both languages', () => {
    expect(addColumn.sentence.fr({ name: 'annee', value: '2022' })).toBe(
      'Ajouter la colonne «\u00a0annee\u00a0»\u00a0: 2022',
    )
    expect(addColumn.sentence.en({ name: 'annee', value: '' })).toBe('Add column “annee”, empty')
  })

  it('gives every row what its own cells make, whatever they hold', async () => {
    const cells = fc.array(
      fc.tuple(
        fc.option(fc.string({ unit: 'grapheme', maxLength: 3 })),
        fc.option(fc.constantFrom('a', 'b', 'é', '')),
      ),
      { maxLength: 40 },
    )
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        const any = smallTable({ A: rows.map(([a]) => a), B: rows.map(([, b]) => b) })
        const { table: after } = await addColumn.apply(
          any,
          { name: 'x', value: '{A}\u00a0→ {B}{A}' },
          surroundings(),
        )
        expect(textRows(after).map((row) => row[2])).toEqual(
          rows.map(([a, b]) => `${a ?? ''}\u00a0→ ${b ?? ''}${a ?? ''}`),
        )
      }),
    )
  })
})

describe('a template', () => {
  it('survives being read and written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', 'é', ' ') }), (template) => {
        const parts = parseTemplate(template)
        expect(parseTemplate(templateOf(parts))).toEqual(parts)
        expect(renameInTemplate(template, (name) => name)).toBe(templateOf(parts))
      }),
    )
  })

  it('shows any text when its braces are doubled', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(parseTemplate(templateOf([{ text }]))).toEqual([{ text }])
      }),
    )
  })
})
