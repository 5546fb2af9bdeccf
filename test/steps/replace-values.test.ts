import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { replaceValues } from '../../src/steps/replace-values.ts'
import { withSpellings } from '../../src/steps/with-spellings.ts'
import { toNumber } from '../../src/steps/to-number.ts'
import { columnTotal } from '../../src/table/decimal-sum.ts'
import { findColumn, tableFromRows, tableRows, textRows, type Table } from '../../src/table/table.ts'
import { Decimal, Unconverted } from '../../src/table/value.ts'
import { surroundings } from '../small-table.ts'

type ReplaceParams = Parameters<typeof replaceValues.apply>[1]
const run = (table: Table, params: Pick<ReplaceParams, 'replacements' | 'where'>) =>
  Promise.resolve(replaceValues.apply(table, { column: 'n', ...params }, surroundings()))
const names = (...cells: (string | null)[]): Table =>
  tableFromRows(
    ['n', 'k'],
    cells.map((cell, i) => [cell, String(i)]),
  )
const newValues = async (table: Table, params: ReplaceParams) =>
  replaceValues.newValues?.(table, params, surroundings())
const first = (table: Table) => [...tableRows(table)].map(([value]) => value)

test('spellings take one form everywhere in the column and nowhere else', async () => {
  const { table, outcome } = await run(names('Judo', 'JUDO', ' judo', 'Danse', null), {
    replacements: [{ from: ['JUDO', ' judo'], to: 'Judo' }],
  })
  expect(first(table)).toEqual(['Judo', 'Judo', 'Judo', 'Danse', null])
  expect(outcome.changedCells).toBe(2)
  expect(outcome.failures).toEqual([])
})

test('values can exchange places: each cell is replaced once', async () => {
  const { table } = await run(names('a', 'b'), {
    replacements: [
      { from: ['a'], to: 'b' },
      { from: ['b'], to: 'a' },
    ],
  })
  expect(first(table)).toEqual(['b', 'a'])
})

test('an empty replacement makes blanks, and blanks can be filled', async () => {
  const { table, outcome } = await run(names('?', null, ''), {
    replacements: [
      { from: ['?'], to: '' },
      { from: [''], to: 'inconnu' },
    ],
  })
  expect(first(table)).toEqual([null, 'inconnu', 'inconnu'])
  expect(outcome.changedCells).toBe(3)
})

test('in a column of numbers the new value is a number, or is marked', async () => {
  const start = await toNumber.apply(names('1', 'deux', 'x', 'y'), { columns: ['n'] }, surroundings())
  const { table, outcome } = await run(start.table, {
    replacements: [
      { from: ['deux'], to: '2,50' },
      { from: ['x'], to: 'z' },
      { from: ['1'], to: '1.234' },
    ],
  })
  expect(first(table)).toEqual([
    new Decimal('1.234'),
    new Decimal('2.50'),
    new Unconverted('z'),
    new Unconverted('y'),
  ])
  expect(outcome.failures.map(({ code, values }) => [code, values])).toEqual([
    ['unconverted', [{ text: 'z', cells: 1 }]],
  ])
})

test('a value that is not there is reported', async () => {
  const { outcome } = await run(names('a'), { replacements: [{ from: ['b', 'c'], to: 'd' }] })
  expect(outcome.failures).toEqual([
    {
      code: 'not-found',
      column: 'n',
      cells: 0,
      distinct: 2,
      values: [
        { text: 'b', cells: 0 },
        { text: 'c', cells: 0 },
      ],
    },
  ])
})

test('only the chosen rows change', async () => {
  const { table } = await run(names('a', 'a'), {
    replacements: [{ from: ['a'], to: 'b' }],
    where: { column: 'k', in: ['1'] },
  })
  expect(first(table)).toEqual(['a', 'b'])
})

test('a recipe in which two groups claim the same spelling is refused', () => {
  const valid = (replacements: unknown) => v.is(replaceValues.schema, { column: 'n', replacements })
  expect(valid([{ from: ['a'], to: 'b' }])).toBe(true)
  expect(
    valid([
      { from: ['a'], to: 'b' },
      { from: ['a'], to: 'c' },
    ]),
  ).toBe(false)
  expect(valid([{ from: [], to: 'b' }])).toBe(false)
  expect(valid([])).toBe(false)
})

test('next year’s new spellings of a known group are told, with the group', async () => {
  const table = names('Judo', 'judo.', 'JUDO', 'judo !', 'judo !', 'Danse', null)
  const params = { column: 'n', replacements: [{ from: ['JUDO'], to: 'Judo' }] }
  expect(await newValues(table, params)).toEqual([
    { column: 'n', value: 'judo !', cells: 2, near: 'Judo' },
    { column: 'n', value: 'judo.', cells: 1, near: 'Judo' },
  ])
})

test('new spellings are told by the method that found the groups, abbreviations and slips too', async () => {
  const table = names(
    'Comité des fêtes de Villeneuve',
    'Comite des fetes de Vileneuve',
    'Judo 2',
    'Danse',
    'U.S. Hoche',
  )
  const replacements = [
    { from: ['COMITE DES FETES DE VILLENEUVE'], to: 'Comité des fêtes de Villeneuve' },
    { from: ['judo 3'], to: 'Judo 3' },
    { from: ['US Hoche'], to: 'Union sportive Hoche' },
  ]
  expect(await newValues(table, { column: 'n', replacements, method: 'variants' })).toEqual([
    { column: 'n', value: 'Comite des fetes de Vileneuve', cells: 1, near: 'Comité des fêtes de Villeneuve' },
    { column: 'n', value: 'U.S. Hoche', cells: 1, near: 'Union sportive Hoche' },
  ])
  const oneLetter = { column: 'n', replacements, method: 'levenshtein', radius: 1 }
  expect((await newValues(table, oneLetter))?.map(({ value, near }) => [value, near])).toEqual([
    ['Comite des fetes de Vileneuve', 'Comité des fêtes de Villeneuve'],
    ['Judo 2', 'Judo 3'],
  ])
})

test('new spellings join the group that they are near to, each once', () => {
  const params = {
    column: 'n',
    method: 'variants',
    replacements: [
      { from: ['JUDO'], to: 'Judo' },
      { from: ['DANSE'], to: 'Danse' },
    ],
  }
  const values = [
    { column: 'n', value: 'judo.', cells: 1, near: 'Judo' },
    { column: 'n', value: 'x', cells: 1 },
  ]
  expect(withSpellings(params, values)).toEqual({
    ...params,
    replacements: [
      { from: ['JUDO', 'judo.'], to: 'Judo' },
      { from: ['DANSE'], to: 'Danse' },
    ],
  })
})

test('what was refused is kept, changes nothing and is not proposed next year', async () => {
  const params = {
    column: 'n',
    replacements: [{ from: ['JUDO'], to: 'Judo' }],
    refused: [['Judo', 'judo !']],
  }
  expect(await newValues(names('judo.', 'judo !'), params)).toEqual([
    { column: 'n', value: 'judo.', cells: 1, near: 'Judo' },
  ])
  const alone = { column: 'n', replacements: [], refused: [['a', 'A']] }
  expect(v.is(replaceValues.schema, alone)).toBe(true)
  expect(first((await replaceValues.apply(names('a', 'A'), alone, surroundings())).table)).toEqual(['a', 'A'])
  expect(replaceValues.sentence.en(alone)).toBe('Keep apart the spellings of 1\u00a0refused group of “n”')
})

test('rows and the totals of other columns stay the same, whatever is replaced', async () => {
  const letter = fc.constantFrom('a', 'b', 'c', '', '1,5')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(letter, fc.constantFrom('1,50', '-2', '3')), { minLength: 1 }),
      fc.uniqueArray(letter, { minLength: 1 }),
      letter,
      async (rows, from, to) => {
        const start = await toNumber.apply(
          tableFromRows(['n', 'm'], rows),
          { columns: ['m'] },
          surroundings(),
        )
        const { table, outcome } = await run(start.table, { replacements: [{ from, to }] })
        expect(outcome.rowsAfter).toBe(rows.length)
        expect(columnTotal(findColumn(table, 'm')!)).toBe(columnTotal(findColumn(start.table, 'm')!))
        expect(textRows(table).map(([text]) => text ?? '')).toEqual(
          rows.map(([text]) => (from.includes(text) ? to : text)),
        )
      },
    ),
  )
})

test('the sentence says how many spellings, or the one value', () => {
  const say = (...replacements: ReplaceParams['replacements']) =>
    replaceValues.sentence.fr({ column: 'Bénéficiaire', replacements }).replaceAll('\u00a0', ' ')
  expect(say({ from: ['a'], to: 'b' })).toBe('Remplacer « a » par « b » dans « Bénéficiaire »')
  expect(say({ from: ['a', 'b'], to: 'B' }, { from: ['c'], to: 'C' })).toBe(
    'Regrouper 3 variantes de « Bénéficiaire » en 2 valeurs',
  )
  expect(say({ from: ['a', 'b'], to: 'B' })).toBe('Regrouper 2 variantes de « Bénéficiaire » en « B »')
  expect(say({ from: [''], to: 'B' })).toBe('Remplir les cellules vides de « Bénéficiaire » par « B »')
  expect(say({ from: ['a'], to: '' })).toBe('Vider les cellules « a » de « Bénéficiaire »')
})

const towns = tableFromRows(
  ['n', 'town', 'siret'],
  [
    ['JUDO', 'Lyon', '1'],
    ['JUDO', 'Nice', '2'],
    ['JUDO', null, '3'],
    ['Danse', 'Lyon', '4'],
  ],
)

test('a group tied to a town changes only the rows of that town', async () => {
  const { table, outcome } = await Promise.resolve(
    replaceValues.apply(
      towns,
      {
        column: 'n',
        within: ['town'],
        replacements: [
          { from: ['JUDO'], to: 'Judo', within: ['Lyon'] },
          { from: ['JUDO'], to: 'Judo sans ville', within: [''] },
          { from: ['Danse'], to: 'La danse' },
          { from: ['JUDO'], to: 'Judo', within: ['Paris'] },
        ],
      },
      surroundings(),
    ),
  )
  expect(first(table)).toEqual(['Judo', 'JUDO', 'Judo sans ville', 'La danse'])
  expect(outcome.changedCells).toBe(3)
  expect(outcome.failures.map(({ code, values }) => [code, values.map(({ text }) => text)])).toEqual([
    ['not-found', ['JUDO (Paris)']],
  ])
})

test('a tied group is checked: as many values as columns, and each spelling claimed once a town', () => {
  const valid = (replacements: unknown, more: object = { within: ['town'] }) =>
    v.is(replaceValues.schema, { column: 'n', replacements, ...more })
  const lyon = { from: ['a'], to: 'b', within: ['Lyon'] }
  expect(valid([lyon, { from: ['a'], to: 'c', within: ['Nice'] }, { from: ['a'], to: 'd' }])).toBe(true)
  expect(valid([lyon, { from: ['a'], to: 'c', within: ['Lyon'] }])).toBe(false)
  expect(valid([{ from: ['a'], to: 'b', within: ['Lyon', 'x'] }])).toBe(false)
  expect(valid([lyon], {})).toBe(false)
})

test('without a column that ties groups the step makes no sense; without one of evidence it does', () => {
  const params = {
    column: 'n',
    within: ['town'],
    companions: ['siret'],
    replacements: [{ from: ['a'], to: 'b' }],
  }
  expect(replaceValues.reads(params)).toEqual(['n', 'town', 'siret'])
  expect(replaceValues.without(params, 'town')).toBeNull()
  expect(replaceValues.without(params, 'siret')).toMatchObject({ companions: [] })
})

test('next year’s new spellings of a tied group are told for its town alone', async () => {
  const params = {
    column: 'n',
    within: ['town'],
    replacements: [{ from: ['judo'], to: 'Judo', within: ['Lyon'] }],
  }
  expect(await newValues(towns, params)).toEqual([
    { column: 'n', value: 'JUDO', cells: 1, near: 'Judo', within: ['Lyon'] },
  ])
})

test('evidence speaks for and against new spellings, and brings in a name that only its SIRET betrays', async () => {
  const [a, b, c] = ['73282932000074', '55208131766522', '44306184100047']
  const table = tableFromRows(
    ['n', 'siret'],
    [
      ['Judo club', a],
      ['Judo-club', a],
      ['JUDO CLUB', b],
      ['Judo de la plaine', a],
      ['Escrime', a],
      ['Danse', c],
    ],
  )
  const params = {
    column: 'n',
    method: 'variants',
    companions: ['siret'],
    replacements: [{ from: ['judo club'], to: 'Judo club' }],
  }
  const found = (await newValues(table, params))!
  expect(Object.fromEntries(found.map(({ value, evidence }) => [value, evidence]))).toEqual({
    'Judo-club': [{ column: 'siret', says: 'same' }],
    'JUDO CLUB': [{ column: 'siret', says: 'different' }],
    'Judo de la plaine': [{ column: 'siret', says: 'same' }],
  })
})

const towned = {
  column: 'n',
  method: 'list',
  reference: { sheet: 'Communes' },
  key: 'nom',
  replacements: [{ from: ['GRENOBLE'], to: 'Grenoble' }],
}
const communes = tableFromRows(['nom'], [['Grenoble'], ['Vif'], ['Échirolles']])
const listed = names('GRENOBLE', 'Grenoble', 'Echirolles', 'Vif', 'vif', 'Ailleurs')

test('next year’s names are matched with the same list: proposed with their score, not applied, refused ones left', async () => {
  const around = surroundings({ Communes: communes })
  const { table } = await Promise.resolve(replaceValues.apply(listed, towned, around))
  expect(first(table)).toEqual(['Grenoble', 'Grenoble', 'Echirolles', 'Vif', 'vif', 'Ailleurs'])
  const found = await replaceValues.newValues?.(listed, { ...towned, refused: [['vif', 'Vif']] }, around)
  expect(found).toMatchObject([{ value: 'Echirolles', near: 'Échirolles', cells: 1 }])
  expect(found?.[0]?.score).toBeGreaterThan(0.9)
  expect(withSpellings(towned, found!)).toMatchObject({
    replacements: [
      { from: ['GRENOBLE'], to: 'Grenoble' },
      { from: ['Echirolles'], to: 'Échirolles' },
    ],
  })
})

test('the method of a list needs its list, and only it does', () => {
  const { reference: _, ...without } = towned
  expect(v.is(replaceValues.schema, towned)).toBe(true)
  expect(v.is(replaceValues.schema, without)).toBe(false)
  expect(v.is(replaceValues.schema, { ...towned, method: 'variants' })).toBe(false)
  expect(replaceValues.sentence.fr(towned)).toBe(
    'Remplacer 1\u00a0valeur de «\u00a0n\u00a0» par celles de la feuille «\u00a0Communes\u00a0»',
  )
})

test('by several methods at once, groups that are new altogether are told too, but not those that were refused', async () => {
  const table = names('Judo', 'Chorale Hoche', 'CHORALE HOCHE', 'Chorale Hoche', 'Basket Vif', 'BASKET VIF')
  const params = {
    column: 'n',
    method: 'variants',
    replacements: [{ from: ['JUDO'], to: 'Judo' }],
    refused: [['Basket Vif', 'BASKET VIF']],
  }
  const found = (await newValues(table, params))!
  expect(found).toMatchObject([{ column: 'n', value: 'CHORALE HOCHE', cells: 1, near: 'Chorale Hoche' }])
  expect(withSpellings(params, found)['replacements']).toEqual([
    { from: ['JUDO'], to: 'Judo' },
    { from: ['CHORALE HOCHE'], to: 'Chorale Hoche' },
  ])
})
