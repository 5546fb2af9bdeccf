import { expect, test } from 'vitest'
import { lostChapterZeros } from '../../src/diagnosis/lost-chapter-zeros.ts'
import { lostZeros } from '../../src/diagnosis/lost-zeros.ts'
import { ruinedIdentifiers } from '../../src/diagnosis/ruined-identifiers.ts'
import { smallTable } from '../small-table.ts'

const params = (columns: Parameters<typeof smallTable>[0]) =>
  lostZeros(smallTable(columns)).map(({ proposal }) => proposal?.params)

test('a postal code of four digits has lost its zero', () => {
  const table = { CODE_POSTAL: ['38000', '1000', '26000', null, '7100', '75001', '2A004'] }
  const [finding] = lostZeros(smallTable(table))
  expect(finding?.rows).toEqual([1, 4])
  expect(finding?.evidence?.fr).toBe('Par exemple «\u00a01000\u00a0» et «\u00a07100\u00a0».')
  expect(finding?.proposal).toEqual({
    step: 'restore-zeros',
    params: { kind: 'postal', column: 'CODE_POSTAL' },
  })
})

test('INSEE codes of a department from 01 to 09 may all have lost their zero; four digits alone are no French postal codes', () => {
  expect(params({ code_insee: ['1004', '1053', '1283'], code_postal: ['1000', '1004', '1200'] })).toEqual([
    { kind: 'insee', column: 'code_insee' },
  ])
})

test('codes without a telling name have lost zeros where others kept theirs', () => {
  expect(params({ ref: ['01234', '38000', '26000', '1235'] })).toEqual([{ columns: ['ref'], length: 5 }])
})

test.each([
  ['numbers that grow past a power of ten', { id: ['9998', '9999', '10000', '10001', '10002'] }],
  ['whole postal codes', { code_postal: ['38000', '01000'] }],
  ['chapters of two lengths', { contnat: ['011', '012', '65', '040', '041', '10'] }],
  ['years and amounts', { annee: ['2020', '2021'], montant: ['12000', '1200', '15000'] }],
  ['codes of many lengths', { compte: ['60611', '6061', '606', '60'] }],
  ['a name that holds the letters of another', { cpte: ['10000', '1000'] }],
])('%s are left alone', (_, columns) => {
  expect(params(columns)).toEqual([])
})

test('chapters 11 and 12 betray lost zeros, and the proposed step lets the article decide about the others', async () => {
  const table = smallTable({
    BGT_CONTNAT: ['11', '65', '12', '10'],
    BGT_NATURE: ['6237', '6531', '6413', '10226'],
  })
  const [finding] = await lostChapterZeros(table)
  expect(finding?.rows).toEqual([0, 2])
  expect(finding?.proposal).toEqual({
    step: 'restore-zeros',
    params: { kind: 'chapter', column: 'BGT_CONTNAT', beside: 'BGT_NATURE' },
  })
  expect(await lostChapterZeros(smallTable({ BGT_CONTNAT: ['011', '65'], mois: ['11', '12'] }))).toEqual([])
  expect(await lostChapterZeros(smallTable({ chapitre: ['1', '2', '40'] }))).toEqual([])
})

test('a SIRET without its zero is told from a wrong number by its check digit', () => {
  const whole = ['21560046100010', '51743470067847', '35600000049837']
  const found = (short: string) => lostZeros(smallTable({ SIRET: [...whole, short] }))
  expect(found('5520135400010')[0]?.proposal).toEqual({
    step: 'restore-zeros',
    params: { kind: 'siret', column: 'SIRET' },
  })
  expect(found('5520135400011')).toEqual([])
})

test('a SIRET ruined by a spreadsheet is a failure, and nothing is proposed', () => {
  const [finding] = ruinedIdentifiers(smallTable({ SIRET: ['51743470067847', '2,1456E+13', '2.1456E+13'] }))
  expect(finding?.severity).toBe('fail')
  expect(finding?.rows).toEqual([1, 2])
  expect(finding?.proposal).toBeUndefined()
  expect(ruinedIdentifiers(smallTable({ c: ['51743470067847', '75542897642378', '2,1E+13'] }))).toHaveLength(
    1,
  )
})

test('measurements and codes with an E are not ruined identifiers', () => {
  expect(
    ruinedIdentifiers(
      smallTable({ mesure: ['1,5E+02', '2,1E+09', '3'], code: ['E09000001', '1E4', '12E08'] }),
    ),
  ).toEqual([])
})
