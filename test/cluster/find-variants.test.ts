import { describe, expect, test } from 'vitest'
import { cutLinks } from '../../src/cluster/cut-links.ts'
import { findVariants } from '../../src/cluster/find-variants.ts'
import { noProgress } from '../../src/cluster/progress.ts'
import { suggestCompanions } from '../../src/cluster/suggest-companions.ts'
import { variantWords } from '../../src/app/panels/variant-reasons.ts'
import { Problem } from '../../src/problem/problem.ts'
import { tableOf } from '../../src/table/table.ts'
import { columnOf } from './columns.ts'

const texts = (groups: Awaited<ReturnType<typeof findVariants>>): string[][] =>
  groups.map(({ values }) => values.map(({ text }) => text).sort())

/** Other names, which tell what words the column is made of. */
const OTHERS = ['judo', 'danse', 'lecture', 'boules'].flatMap((subject) =>
  ['Belledonne', 'Malherbe', 'Championnet', 'Teisseire'].map((place) => `Club ${subject} ${place}`),
)

describe('each way of writing a name is found, with its reason in words', () => {
  for (const [a, b, reason] of [
    ['Club judo Hoche', 'Club  judo Hoche ', 'mêmes lettres, espaces en plus ou en moins'],
    ['Club judo Hoche', 'CLUB JUDO HOCHE', 'mêmes lettres, majuscules ou minuscules'],
    ['Club échecs Hoche', 'CLUB ECHECS HOCHE', 'mêmes lettres, accents en plus ou en moins'],
    ['Club judo Notre-Dame', 'Club judo, Notre Dame', 'mêmes mots, ponctuation différente'],
    ['Club judo Hoche', 'Hoche club judo', 'mêmes mots dans un autre ordre'],
    ['Club judo de la Villeneuve', 'Club judo Villeneuve', 'mêmes mots, articles en plus ou en moins'],
    ['Union sportive Hoche', 'U.S. Hoche', 'même nom avec une abréviation'],
    ['Club musical de Meylan', 'Club musical de Meylan (CMM)', 'même nom avec une abréviation'],
    ['Club judo Hoche', 'C1ub judo Hoche', 'une lettre d’écart'],
    ['Club judo Championnet', 'Club judo Charnpionnet', '2 lettres d’écart'],
    ['Chorale de badminton Prévert', 'Chorale de badminton Prév', 'nom coupé avant la fin'],
    ['Club judo Île Verte', 'Club judo ÎleVerte', 'mots collés ou coupés'],
    ['Club judo Belledonne', 'Club judo Beledonne', 'une lettre d’écart'],
    ['Club judo Championnet', 'Club jduo Championet', '2 lettres d’écart'],
    [
      'Association des Amis du livre',
      'Les Amis du livre',
      'même nom, «\u00a0association\u00a0» ou forme juridique en plus ou en moins',
    ],
  ] as const)
    test(`${a} and ${b}`, async () => {
      const values = [...OTHERS.filter((name) => name !== a), a, a, b]
      const [group, ...more] = await findVariants(columnOf(values), [], noProgress)
      expect(more).toEqual([])
      expect(group?.values.map(({ text }) => text)).toEqual([a, b])
      expect(group?.proposed).toBe(a)
      expect(variantWords.fr.reason(group!.reason)).toBe(reason)
    })
})

test('what a number, an ordinal, a Roman numeral or a lone letter tells apart is never joined', async () => {
  const values =
    'Lot1bis Hoche,Lot2bis Hoche,Association sportive des Hautes Terres,Association sportive des Hautes Terres Est,Chorale de badminton de Vif I,Chorale de badminton de Vif II,Judo 2,Judo 3,École 1,École,École 1er,École 2e,Judo II,Judo III,Section A,Section B,U12,U13,12 rue Hoche,12 bis rue Hoche,Lot 1 tranche 2,Lot 2 tranche 1,Saint-Martin,Sainte-Martine,011,11,-5,5,1.5,15'.split(
      ',',
    )
  expect(texts(await findVariants(columnOf(values), [], noProgress))).toEqual([])
})

test('two words that both stand in several names are two words', async () => {
  const values = ['Club', 'Cercle', 'Comité', 'Amicale'].flatMap((kind) => [
    `${kind} de Villard`,
    `${kind} de Villars`,
  ])
  expect(texts(await findVariants(columnOf(values), [], noProgress))).toEqual([])
})

test('what a person refused is not proposed again, nor brought in by a third spelling', async () => {
  const column = columnOf([...OTHERS, 'CLUB JUDO BELLEDONNE', 'Club judo Beledonne'])
  const refused = [['Club judo Belledonne', 'Club judo Beledonne']] as const
  const groups = await findVariants(column, [], noProgress, { refused })
  expect(texts(groups)).toEqual([['CLUB JUDO BELLEDONNE', 'Club judo Belledonne']])
})

test('the same SIRET brings similar names together; another one holds back a doubtful pair and warns of a sure one', async () => {
  const names = [
    'Comité des fêtes Hoche',
    'Comité fêtes et loisirs Hoche',
    'Dupont Marie',
    'Dupond Marie',
    'Judo',
    'JUDO',
  ]
  const sirets = [
    '12345678901234',
    '12345678901234',
    '22345678901234',
    '32345678901234',
    '42345678901234',
    '52345678901234',
  ]
  const column = columnOf(names)
  const alone = await findVariants(column, [], noProgress)
  expect(texts(alone)).toEqual([
    ['JUDO', 'Judo'],
    ['Dupond Marie', 'Dupont Marie'],
  ])
  const groups = await findVariants(column, [columnOf(sirets, 'SIRET')], noProgress)
  expect(texts(groups)).toEqual([
    ['JUDO', 'Judo'],
    ['Comité des fêtes Hoche', 'Comité fêtes et loisirs Hoche'].sort(),
  ])
  expect(groups[0]?.level).toBe('likely')
  expect(groups[0]?.warnings).toEqual([{ a: 'Judo', b: 'JUDO', column: 'SIRET' }])
  expect(groups[1]?.reason).toEqual({ kind: 'same-companion', column: 'SIRET' })
})

test('identifiers and places are suggested as companions, amounts are not', () => {
  const table = tableOf([
    columnOf(['Judo', 'Danse'], 'Nom'),
    columnOf(['12345678901234', '22345678901234'], 'N°'),
    columnOf(['Eybens', 'Gières'], 'Commune'),
    columnOf(['1 200,00', '350'], 'Montant'),
  ])
  expect(suggestCompanions(table, 'Nom')).toEqual(['N°', 'Commune'])
})

test('a chain is shown link by link, and cutting a link makes two groups of it', async () => {
  const values = [...OTHERS, 'CLUB JUDO BELLEDONNE', 'Club judo Beledonne', 'club judo beledonne']
  const [group] = await findVariants(columnOf(values), [], noProgress)
  expect(group?.links).toHaveLength(3)
  const weakest = group!.links.at(-1)!
  expect(weakest.reason).toEqual({ kind: 'letters', letters: 1 })
  expect(group?.confidence).toBe(weakest.confidence)
  expect(texts(cutLinks(group!, [weakest]))).toEqual([
    ['CLUB JUDO BELLEDONNE', 'Club judo Belledonne'],
    ['Club judo Beledonne', 'club judo beledonne'],
  ])
  expect(cutLinks(group!, [])).toEqual([group])
  expect(cutLinks(group!, group!.links)).toEqual([])
})

test('surer groups come first, and only rows of the filter count', async () => {
  const values = [...OTHERS, 'Club judo Beledonne', 'CLUB DANSE MALHERBE']
  const groups = await findVariants(columnOf(values), [], noProgress)
  expect(groups.map(({ level }) => level)).toEqual(['sure', 'likely'])
  const chosen = Uint8Array.from(values, (value) => (value === 'CLUB DANSE MALHERBE' ? 0 : 1))
  expect(await findVariants(columnOf(values), [], noProgress, { chosen })).toHaveLength(1)
})

test('a person can give up the search', async () => {
  const giveUp = () => Promise.reject(new Problem('cancelled', {}))
  await expect(findVariants(columnOf(OTHERS), [], giveUp)).rejects.toThrow(Problem)
})

test('blanks, punctuation and the empty column make no group', async () => {
  expect(await findVariants(columnOf([null, '', '-', '--', ' ']), [], noProgress)).toEqual([])
  expect(await findVariants(columnOf([]), [], noProgress)).toEqual([])
})

test('the search says how far it is often enough for a person to give up at any moment', async () => {
  const names = Array.from(
    { length: 6000 },
    (_, n) => `Club ${n.toString(5)} ${(n * 7919).toString(36)} Hoche`,
  )
  const parts: number[] = []
  await findVariants(columnOf(names), [], (part) => Promise.resolve(void parts.push(part)))
  expect(parts.length).toBeGreaterThan(100)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect(parts.at(-1)).toBeLessThanOrEqual(1)
})
