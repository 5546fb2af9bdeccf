import { expect, test } from 'vitest'
import { loadScore } from './load-score.ts'
import { ORDERS, pollutions } from './pollutions.ts'
import { writtenRows } from './written-rows.ts'

const every = process.env['TAMIS_POLLUTIONS'] === 'all'

test('files spoilt in the ways of the Pollock benchmark are read as they were meant (all of them with TAMIS_POLLUTIONS=all)', async () => {
  const byKind = new Map<string, number[]>()
  const worst: string[] = []
  for (const { kind, place, bytes, expected } of pollutions(every)) {
    const score = loadScore(expected, await writtenRows(bytes))
    byKind.set(kind, [...(byKind.get(kind) ?? []), score])
    if (score < 9.97) worst.push(`    ${score.toFixed(3)} ${kind}, ${place}`)
  }
  const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length
  const all = [...byKind.values()].flat()
  const kinds = [...byKind].sort((a, b) => mean(a[1]) - mean(b[1]))
  console.info(
    [
      `pollutions: ${mean(all).toFixed(3)} of 10 on ${all.length} files, ${mean(kinds.map(([, scores]) => mean(scores))).toFixed(3)} when each kind counts the same`,
      ...kinds.map(([kind, scores]) => `  ${mean(scores).toFixed(3)} ${scores.length} ${kind}`),
      ...(worst.length > 0 ? ['  below 9.97:', ...worst.slice(0, 40)] : []),
    ].join('\n'),
  )
  expect(mean(all)).toBeGreaterThan(9.97)
  for (const [kind, scores] of kinds) expect(mean(scores), kind).toBeGreaterThan(9.75)
}, 300_000)

test('the scorer can tell: a reader that knows commas only scores below', () => {
  const scores = [...pollutions(false)].map(({ bytes, expected }) => {
    const rows = new TextDecoder('latin1')
      .decode(bytes)
      .split(/\r\n|\n|\r/)
      .map((line) => line.split(','))
    return loadScore(expected, rows)
  })
  expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeLessThan(9.5)
  expect(loadScore(ORDERS, ORDERS)).toBe(10)
})
