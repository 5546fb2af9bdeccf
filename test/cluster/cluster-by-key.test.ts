import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byGain } from '../../src/cluster/by-gain.ts'
import { clusterByKey } from '../../src/cluster/cluster-by-key.ts'
import { fingerprint } from '../../src/cluster/fingerprint.ts'
import { KEYERS } from '../../src/cluster/keyers.ts'
import { proposedSpelling } from '../../src/cluster/proposed-spelling.ts'
import { ColumnBuilder } from '../../src/table/column.ts'

const columnOf = (values: readonly (string | null)[]) => {
  const builder = new ColumnBuilder()
  for (const value of values) builder.addText(value)
  return builder.finish('v')
}

test('blanks and texts of punctuation alone are not taken for spellings of one thing', () => {
  expect(clusterByKey(columnOf([null, '', '-', '--', ' ', '?', 'a']), fingerprint)).toEqual([])
})

test('values that no row holds any more make no group', () => {
  const column = columnOf(['Judo', 'JUDO', 'a'])
  expect(clusterByKey({ ...column, codes: column.codes.slice(1) }, fingerprint)).toEqual([])
})

test('the proposed spelling is the most frequent, then the one with accents and proper case', () => {
  const cells = (text: string, count = 1) => ({ text, cells: count })
  expect(proposedSpelling([cells('JUDO CLUB', 2), cells('Judo Club')])).toBe('JUDO CLUB')
  expect(
    proposedSpelling([
      cells('CLUB D’ÉCHECS'),
      cells('Club d’echecs'),
      cells(' Club d’échecs'),
      cells('Club d’échecs'),
      cells('club d’échecs'),
    ]),
  ).toBe('Club d’échecs')
})

test('people see first the groups that would change most cells', () => {
  const clusters = clusterByKey(columnOf(['a', 'A', 'a.', 'B', 'B', 'B', 'b', 'b', 'b', 'b']), fingerprint)
  expect(clusters.map(({ key }) => key)).toEqual(['a', 'b'])
  expect(byGain(clusters).map(({ key }) => key)).toEqual(['b', 'a'])
})

test('a group has at least two spellings, all with its key, and no spelling is in two groups', () => {
  const word = fc.constantFrom('Judo', 'judo', 'JUDO.', 'é', 'E', 'ße', 'sse', ' ', '\u202f', '’')
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 3 }).map((words) => words.join(' '))), (texts) => {
      const clusters = clusterByKey(columnOf(texts), fingerprint)
      const grouped = clusters.flatMap(({ values }) => values.map(({ text }) => text))
      expect(new Set(grouped).size).toBe(grouped.length)
      for (const { key, values, proposed } of clusters) {
        expect(values.length).toBeGreaterThan(1)
        expect(values.map(({ text }) => fingerprint.key(text))).toEqual(values.map(() => key))
        expect(values.map(({ text }) => text)).toContain(proposed)
        for (const { text, cells } of values)
          expect(texts.filter((other) => other === text)).toHaveLength(cells)
      }
    }),
  )
})

test('every method has an id of its own and says what it does in both languages', () => {
  expect(new Set(KEYERS.map(({ id }) => id)).size).toBe(KEYERS.length)
  for (const { name, about } of KEYERS)
    expect([name.fr, name.en, about.fr, about.en].every((text) => text.length > 5)).toBe(true)
})
