import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDate } from '../../src/steps/to-date.ts'
import { toText } from '../../src/steps/to-text.ts'
import { columnNamed, textRows, type Table } from '../../src/table/table.ts'
import { dates, numbers, smallTable, surroundings } from '../small-table.ts'

type Given = Partial<Parameters<typeof toDate.apply>[1]>

const run = (table: Table, params: Given = {}) =>
  Promise.resolve(toDate.apply(table, { columns: ['d'], ...params }, surroundings()))
const converted = async (cells: readonly (string | null)[], params: Given = {}) => {
  const { table, outcome } = await run(smallTable({ d: cells }), params)
  return {
    texts: textRows(table).map(([text]) => text),
    type: columnNamed(table, 'd').type,
    kept: outcome.failures.flatMap(({ values }) => values.map(({ text }) => text)),
    remarks: outcome.remarks.map(({ fr }) => fr.replace(/[\u00a0\u202f]/g, ' ')),
    outcome,
  }
}

test('dates written in many ways become days, and blanks stay blank', async () => {
  const { texts, type, kept, outcome } = await converted([
    '31/12/2020',
    '1er janvier 2021',
    null,
    '2021-02-03',
    '20210204',
    'vendredi 5 février 2021',
    ' ',
  ])
  expect(texts).toEqual(['2020-12-31', '2021-01-01', null, '2021-02-03', '2021-02-04', '2021-02-05', null])
  expect(type).toBe('date')
  expect(kept).toEqual([])
  expect(outcome.changedCells).toBe(6)
})

test('what is no date, no whole date or a date that does not exist keeps its text, is listed and explained', async () => {
  const { texts, kept, remarks } = await converted(['31/12/2020', '31/02/2020', 'à venir', '12/2020', '2020'])
  expect(texts).toEqual(['2020-12-31', '31/02/2020', 'à venir', '12/2020', '2020'])
  expect(kept.toSorted()).toEqual(['12/2020', '2020', '31/02/2020', 'à venir'])
  expect(remarks).toEqual([
    '« d » : 1 cellule comme « 31/02/2020 » dit une date qui n’existe pas : elle garde son texte.',
    '« d » : 2 cellules comme « 12/2020 » ne disent pas le jour : elles gardent leur texte. Rien n’est inventé ; pour une colonne entière, choisissez d’écrire l’année et le mois.',
  ])
})

test('one value above 12 says for the whole column what comes first', async () => {
  const day = await converted(['03/04/2020', '03/04/2020', '31/12/2020'])
  expect(day.texts).toEqual(['2020-04-03', '2020-04-03', '2020-12-31'])
  expect(day.remarks).toEqual([
    '« d » : 2 cellules comme « 03/04/2020 » peuvent se lire le 3 avril 2020 ou le 4 mars 2020. 1 autre cellule a le jour d’abord, comme « 31/12/2020 » : toutes sont lues ainsi.',
  ])
  const month = await converted(['03/04/2020', '12/31/2020'])
  expect(month.texts).toEqual(['2020-03-04', '2020-12-31'])
})

test('when nothing says what comes first it is the day, and the person is told of how many cells', async () => {
  const { texts, remarks } = await converted(['03/04/2020', '05/04/2020'])
  expect(texts).toEqual(['2020-04-03', '2020-04-05'])
  expect(remarks).toEqual([
    '« d » : 2 cellules comme « 03/04/2020 » peuvent se lire le 3 avril 2020 ou le 4 mars 2020, et aucune autre valeur ne tranche. Lu le jour d’abord, comme en France.',
  ])
  expect((await converted(['03/04/2020'], { order: 'month' })).texts).toEqual(['2020-03-04'])
})

test('a few dates against all others keep their text; as many for as against leave all of them alone', async () => {
  const few = await converted([...Array.from({ length: 12 }, (_, at) => `${at + 13}/01/2020`), '12/31/2020'])
  expect(few.kept).toEqual(['12/31/2020'])
  expect(few.remarks).toEqual([
    '« d » : 1 cellule comme « 12/31/2020 » ne se lit qu’avec le mois d’abord : elle garde son texte.',
  ])
  const both = await converted(['31/12/2020', '12/31/2020', '03/04/2020'])
  expect(both.texts).toEqual(['31/12/2020', '12/31/2020', '03/04/2020'])
  expect(both.remarks[0]).toContain('se contredisent')
})

test('the order that a column has decided goes into the recipe, and a file that contradicts it is said', async () => {
  const table = smallTable({
    d: ['03/04/2020', '12/31/2020'],
    e: ['01/02/2020', null],
    f: ['2020-01-02', null],
  })
  const decided = (columns: string[]) => toDate.decided?.(table, { columns, order: 'auto' }).order
  expect([decided(['d']), decided(['e']), decided(['d', 'e']), decided(['f']), decided(['d', 'f'])]).toEqual([
    'month',
    'day',
    'auto',
    'auto',
    'month',
  ])
  const nextYear = await converted(['03/04/2021', '31/12/2021'], { order: 'month' })
  expect(nextYear.kept).toEqual(['31/12/2021'])
  expect(nextYear.remarks).toEqual([
    '« d » : 1 cellule comme « 03/04/2021 » peut se lire le 3 avril 2021 ou le 4 mars 2021. Lu le mois d’abord, comme demandé ; les autres valeurs disent le contraire, vérifiez.',
    '« d » : 1 cellule comme « 31/12/2021 » ne se lit qu’avec le jour d’abord : elle garde son texte.',
  ])
})

test('years of two digits are said', async () => {
  const { texts, remarks } = await converted(['31/12/20', '31/12/99'])
  expect(texts).toEqual(['2020-12-31', '1999-12-31'])
  expect(remarks[0]).toContain('de 00 à 68, c’est 2000 à 2068')
})

test('times are kept where there are some, without making up others, and midnights alone are none', async () => {
  const timed = await converted(['31/12/2020 14:30', '2021-01-01T08:00:05Z', '02/01/2021'])
  expect(timed.texts).toEqual(['2020-12-31T14:30:00', '2021-01-01T08:00:05Z', '2021-01-02'])
  expect(timed.type).toBe('date')
  const midnights = await converted(['31/12/2020 00:00', '30/12/2020 00:00:00'])
  expect(midnights.texts).toEqual(['2020-12-31', '2020-12-30'])
  expect(midnights.remarks[0]).toContain('minuit')
  const days = await converted(['31/12/2020 14:30'], { write: 'day' })
  expect(days.texts).toEqual(['2020-12-31'])
  expect(days.remarks).toEqual(['« d » : 1 cellule comme « 31/12/2020 14:30 » perd l’heure.'])
})

test('months, years and French dates can be written instead, as texts', async () => {
  const cells = ['31/12/2020', 'décembre 2020', '2020']
  expect(await converted(cells, { write: 'month' })).toMatchObject({
    texts: ['2020-12', '2020-12', '2020'],
    kept: ['2020'],
    type: 'text',
  })
  expect(await converted(cells, { write: 'year' })).toMatchObject({
    texts: ['2020', '2020', '2020'],
    kept: [],
    remarks: [],
  })
  expect((await converted(['2020-12-31', '1er mai 2020 14h30'], { write: 'french' })).texts).toEqual([
    '31/12/2020',
    '01/05/2020 14:30:00',
  ])
})

test('numbers of days are dates beside dates or in a column called so, and are asked about elsewhere', async () => {
  const beside = await converted(['44196', '31/12/2020'])
  expect(beside.texts).toEqual(['2020-12-31', '2020-12-31'])
  expect(beside.remarks[0]).toContain('« 44196 » est le 31 décembre 2020')
  const { table } = await toDate.apply(
    smallTable({ date_notification: ['44196', '44197.5'] }),
    { columns: ['date_notification'] },
    surroundings(),
  )
  expect(textRows(table)).toEqual([['2020-12-31'], ['2021-01-01T12:00:00']])
  const alone = await converted(['44196', '44197'])
  expect(alone.kept).toEqual(['44196', '44197'])
  expect(alone.remarks[0]).toContain('31 décembre 2020')
  expect((await converted(['42734'], { serials: '1904' })).texts).toEqual(['2020-12-31'])
  expect((await converted(['44196', '31/12/2020'], { serials: 'none' })).kept).toEqual(['44196'])
})

test('numbers already converted, and dates, are read as well', async () => {
  const years = await run(smallTable({ d: numbers('20201231', '12.5') }))
  expect(textRows(years.table)).toEqual([['2020-12-31'], ['12.5']])
  const months = await run(smallTable({ d: dates('2020-12-31') }), { write: 'month' })
  expect(textRows(months.table)).toEqual([['2020-12']])
})

test('only the chosen rows change, and what the others hold is said', async () => {
  const table = smallTable({ d: ['31/12/2020', '30/12/2020'], k: ['a', 'b'] })
  const { table: after, outcome } = await run(table, { where: { column: 'k', in: ['a'] } })
  expect(textRows(after).map(([text]) => text)).toEqual(['2020-12-31', '30/12/2020'])
  expect(outcome.remarks.at(-1)?.fr.replaceAll('\u00a0', ' ')).toBe(
    '1 cellule des autres lignes garde son texte, dans une colonne devenue date.',
  )
})

test('the sentence says what is written and what comes first', () => {
  expect(toDate.sentence.fr({ columns: ['d'] })).toBe('Convertir «\u00a0d\u00a0» en date')
  expect(toDate.sentence.fr({ columns: ['d'], order: 'month', write: 'month' })).toBe(
    'Convertir «\u00a0d\u00a0» en année et mois (mois d’abord)',
  )
  expect(toDate.sentence.en({ columns: ['d'], order: 'day' })).toBe('Convert “d” to date (day first)')
})

const cell: fc.Arbitrary<string> = fc.oneof(
  fc.date({ min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).chain((date) => {
    const iso = date.toISOString()
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
    return fc.constantFrom(
      iso.slice(0, 10),
      iso.slice(0, 19),
      `${day}/${month}/${year}`,
      `${month}/${day}/${year}`,
      `${day}/${month}/${year.slice(2)}`,
      `${month}/${year}`,
      `${day} mai ${year}`,
    )
  }),
  fc.constantFrom('', 'n.c.', '44196', '31/02/2020', '12'),
  fc.string({ maxLength: 12 }),
)

test('converting twice changes nothing more, and every filled cell is a date or is listed with its own text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('auto' as const, 'day' as const),
      async (cells, write) => {
        const table = smallTable({ d: cells })
        const once = await run(table, { write })
        const twice = await run(once.table, { write })
        expect(textRows(twice.table)).toEqual(textRows(once.table))
        const failed = once.outcome.failures.reduce((sum, { cells: count }) => sum + count, 0)
        const texts = textRows(once.table).map(([text = null]) => text)
        const days = texts.filter((text) => text !== null && /^\d{4}-\d\d-\d\d(T.*)?$/.test(text)).length
        const filled = texts.filter((text) => text !== null).length
        expect(filled).toBe(cells.filter((text) => text.trim() !== '').length)
        expect(days + failed).toBeGreaterThanOrEqual(filled)
        texts.forEach((text, row) => {
          if (text !== null && !/^\d{4}-\d\d-\d\d/.test(text)) expect(text).toBe(cells[row])
        })
      },
    ),
  )
})

test('a column decided once converts the same with the order written out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 30 }), async (cells) => {
      const table = smallTable({ d: cells })
      const params = toDate.decided!(table, { columns: ['d'] })
      const [auto, decided] = [await run(table), await run(table, params)]
      expect(textRows(decided.table)).toEqual(textRows(auto.table))
      expect(decided.outcome.remarks).toEqual(auto.outcome.remarks)
    }),
  )
})

test('dates made text again are the ISO texts that files hold', async () => {
  const { table } = await run(smallTable({ d: ['31/12/2020', 'n.c.'] }))
  const back = await toText.apply(table, { columns: ['d'] }, surroundings())
  expect(textRows(back.table)).toEqual([['2020-12-31'], ['n.c.']])
})
