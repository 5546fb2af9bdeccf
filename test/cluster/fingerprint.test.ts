import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../src/cluster/fingerprint.ts'
import { clusterByKey } from '../../src/cluster/cluster-by-key.ts'
import { ColumnBuilder } from '../../src/table/column.ts'
import { hasShared, sharedBytes } from '../shared-folder.ts'

const oracle = (name: string): unknown =>
  JSON.parse(new TextDecoder().decode(sharedBytes(`oracles/${name}`))) as unknown

const columnOf = (values: readonly string[]) => {
  const builder = new ColumnBuilder()
  for (const value of values) builder.addText(value)
  return builder.finish('v')
}

test('spellings that differ by case, accents, punctuation and word order have one key', () => {
  expect(['Luc Martin', 'MARTIN, Luc', ' martin  luc. '].map((text) => fingerprint.key(text))).toEqual(
    Array(3).fill('luc martin'),
  )
  expect(fingerprint.key("Œuvre de l'Île")).toBe('de lile oeuvre')
})

test('a text in ASCII has the same key by the short way and by the long way', () => {
  for (let code = 0; code < 128; code++) {
    const text = `b${String.fromCharCode(code)}a a`
    const long = fingerprint.key(`${text} é`)
    const words = fingerprint.key(`${text} e`)
    expect(`${code}: ${words}`).toBe(`${code}: ${long}`)
  }
})

describe.skipIf(!hasShared)('as OpenRefine 3.6.2 answers (skipped without ../shared)', () => {
  test('every key is the same', () => {
    const { values, keys } = oracle('keyers.json') as {
      values: string[]
      keys: Record<string, (string | null)[]>
    }
    expect(values.map((value) => fingerprint.key(value))).toEqual(keys['fingerprint'])
  })

  interface Recorded {
    values: string[]
    results: { config: { function: string }; clusters: [string, number][][] }[]
  }
  for (const [name, { values, results }] of Object.entries(
    hasShared ? (oracle('clusters.json') as Record<string, Recorded>) : {},
  ))
    test(`the groups of ${name}, their order and their counts are the same`, () => {
      const expected = results.find(({ config }) => config.function === 'fingerprint')!.clusters
      const found = clusterByKey(columnOf(values), fingerprint)
      expect(found.map((cluster) => cluster.values.map(({ text, cells }) => [text, cells]))).toEqual(expected)
    })
})
