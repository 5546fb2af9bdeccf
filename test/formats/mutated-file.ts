import * as fc from 'fast-check'
import { expect } from 'vitest'
import { Problem } from '../../src/problem/problem.ts'
import { columnNames, type Table } from '../../src/table/table.ts'

/** Files tried in a test: 500, or as many as `FUZZ_RUNS` says. */
export const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 500)

/** Time for so many files on a busy machine. */
export const FUZZ_TIMEOUT = 120_000 + FUZZ_RUNS * 100

const LONGEST_MS = 5000

type Mutation = (bytes: number[]) => void

/** Damage to a file: bytes changed, taken out, repeated or put in from `signs`, or the end cut off. */
const mutation = (signs: readonly string[]): fc.Arbitrary<Mutation> => {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const inserted = fc.oneof(
    fc.constantFrom(...signs).map((text) => [...new TextEncoder().encode(text)]),
    fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => [...bytes]),
  )
  return fc.oneof(
    fc.tuple(place, inserted).map(
      ([at, added]): Mutation =>
        (bytes) =>
          void bytes.splice(at * bytes.length, added.length, ...added),
    ),
    fc.tuple(place, inserted).map(
      ([at, added]): Mutation =>
        (bytes) =>
          void bytes.splice(at * bytes.length, 0, ...added),
    ),
    fc.tuple(place, fc.nat(40)).map(
      ([at, count]): Mutation =>
        (bytes) =>
          void bytes.splice(at * bytes.length, count),
    ),
    fc.tuple(place, fc.nat(60), place).map(([from, count, to]): Mutation => (bytes) => {
      const start = Math.floor(from * bytes.length)
      bytes.splice(to * bytes.length, 0, ...bytes.slice(start, start + count))
    }),
    place.map(
      (at): Mutation =>
        (bytes) =>
          void bytes.splice(at * bytes.length),
    ),
  )
}

/** One of these files, damaged in one to six ways. */
export const mutatedFile = (
  files: readonly Uint8Array[],
  signs: readonly string[],
): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...files), fc.array(mutation(signs), { minLength: 1, maxLength: 6 }))
    .map(([file, mutations]) => {
      const bytes = [...file]
      for (const mutate of mutations) mutate(bytes)
      return new Uint8Array(bytes)
    })

/** Reading gives a table that is whole, or a Problem, and soon. */
export async function expectTableOrProblem(read: () => Promise<{ table: Table }>): Promise<void> {
  const start = performance.now()
  try {
    const { table } = await read()
    expect(new Set(columnNames(table)).size).toBe(table.columns.length)
    for (const { codes, dictionary } of table.columns) {
      expect(codes.length).toBe(table.rowCount)
      expect(codes.every((code) => code < dictionary.size)).toBe(true)
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'unexpected') throw error
  }
  expect(performance.now() - start).toBeLessThan(LONGEST_MS)
}
