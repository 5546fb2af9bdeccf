import { expect, test } from 'vitest'
import { DAMAGES, damagedNames } from '../../scripts/damaged-names.ts'
import { countPairs, precisionOf, recallOf, scoreLine, variantMethod } from '../../scripts/grouping.ts'
import { columnOf } from './columns.ts'

/** What a column cannot tell in full: a cut that several names go on from, a word that many people spell by ear. */
const HARD = new Set(['cut short', 'spelled by ear', 'read by a machine'])

const { values, known, damageOf } = damagedNames(3000, 11)
const column = columnOf(values)
const groups = await variantMethod().groups(column)

test('names damaged as people and machines do are found, kind by kind', () => {
  const groupOf = new Map(groups.flatMap((group, number) => group.map((text) => [text, number] as const)))
  const lines: string[] = []
  for (const kind of Object.keys(DAMAGES)) {
    const damaged = Object.entries(known).flatMap(([name, others]) =>
      others.filter((other) => damageOf.get(other) === kind).map((other) => [name, other] as const),
    )
    const found = damaged.filter(
      ([name, other]) => groupOf.has(name) && groupOf.get(name) === groupOf.get(other),
    ).length
    lines.push(`${kind}: ${found} of ${damaged.length}`)
    if (!HARD.has(kind)) expect(found / damaged.length, kind).toBeGreaterThan(0.94)
  }
  console.log(lines.join('\n'))
})

test('what is proposed of damaged names is right, and look-alikes stay apart', () => {
  const counts = countPairs(groups, known, column)
  console.log(scoreLine(counts))
  expect(precisionOf(counts)).toBeGreaterThanOrEqual(0.99)
  const easy = Object.fromEntries(
    Object.entries(known).map(([name, others]) => [
      name,
      others.filter((other) => !HARD.has(damageOf.get(other)!)),
    ]),
  )
  expect(recallOf(countPairs(groups, easy, column))).toBeGreaterThanOrEqual(0.98)
})
