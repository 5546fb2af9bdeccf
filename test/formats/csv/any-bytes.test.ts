import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../../src/problem/problem.ts'
import { hasShared, sharedBytes } from '../../shared-folder.ts'
import { readGiven } from '../given-file.ts'

/** Every cell has a code of its dictionary, in every column for every row; a file may also be refused. */
async function readsOrRefuses(bytes: Uint8Array): Promise<void> {
  try {
    const { table } = await readGiven(bytes)
    for (const { codes, dictionary } of table.columns) {
      expect(codes.length).toBe(table.rowCount)
      expect(codes.every((code) => code < dictionary.size)).toBe(true)
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

test('any bytes give a table or a sentence', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom('"', '""', ';', ',', '\t', '\n', '\r', '\0', 'é', "'", '\ufeff')
      .map((text) => new TextEncoder().encode(text)),
  )
  const files = fc
    .array(piece, { maxLength: 60 })
    .map((pieces) => new Uint8Array(pieces.flatMap((bytes) => [...bytes])))
  await fc.assert(fc.asyncProperty(files, readsOrRefuses), { numRuns: 1500 })
})

test.skipIf(!hasShared)(
  'a real file with some bytes changed gives a table or a sentence (skipped when ../shared is absent)',
  async () => {
    const whole = sharedBytes('data/subventions/subventions-2021.csv').slice(0, 6000)
    const change = fc.tuple(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.constantFrom(0, 10, 13, 34, 39, 44, 59, 128, 255),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), async (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        await readsOrRefuses(bytes)
      }),
      { numRuns: 150 },
    )
  },
  30_000,
)

test.each([
  ['opening quotes everywhere', '"a\n'],
  ['doubled quotes', '"""a\n'],
  ['a quote at each end of line', 'a,"\n'],
  ['quotes alone', '"'],
  ['apostrophes', "'a,b\n"],
  ['quotes that look escaped', '"a"",\n'],
])(
  '%s do not make reading endless',
  async (_, part) => {
    const start = performance.now()
    await readsOrRefuses(new TextEncoder().encode(part.repeat(400_000)))
    expect(performance.now() - start).toBeLessThan(5000)
  },
  30_000,
)

test('a line without end is not taken for a table of a million columns', async () => {
  await expect(readGiven('1,'.repeat(500_000))).rejects.toMatchObject({ code: 'too-many-columns' })
})
