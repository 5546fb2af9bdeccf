import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../../src/formats/format.ts'
import { ods } from '../../../src/formats/ods/ods.ts'
import { odsWriter } from '../../../src/formats/ods/write-ods.ts'
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts'
import { xlsxWriter } from '../../../src/formats/xlsx/write-xlsx.ts'
import { unzipSync, zipSync } from 'fflate'
import { Problem } from '../../../src/problem/problem.ts'
import { smallTable } from '../../small-table.ts'
import { givenFile, joined, silent } from '../given-file.ts'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150)

async function isRefusedOrRead(format: Format, bytes: Uint8Array): Promise<void> {
  try {
    const { table } = await format.read(givenFile(bytes), {}, silent)
    expect(table.columns.every(({ codes }) => codes.length === table.rowCount)).toBe(true)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    cut: fc.nat(12),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom('"', '<', '>', '&', '/', '</row>', '<c', '9999999', '-1', 'r="ZZZZ1"', '&#0;', '\ud800')
        .map((text) => new TextEncoder().encode(text)),
    ),
  }),
  { minLength: 1, maxLength: 5 },
)

function changed(
  bytes: Uint8Array,
  list: readonly { at: number; cut: number; put: Uint8Array }[],
): Uint8Array {
  let result = bytes
  for (const { at, cut, put } of list) {
    const from = Math.floor(at * result.length)
    result = joined([result.subarray(0, from), put, result.subarray(Math.min(result.length, from + cut))])
  }
  return result
}

const table = smallTable({
  code: ['011', '012', null],
  libellé: ['Charges à caractère général', 'a\nb', '=1+1'],
})

describe.each([
  ['xlsx', xlsx, joined(xlsxWriter.write(table, {}))],
  ['ods', ods, joined(odsWriter.write(table, {}))],
] as const)('a damaged %s file is refused with a reason or read, never a crash', (_, format, bytes) => {
  test('whatever bytes of the zip change', async () => {
    await fc.assert(
      fc.asyncProperty(changes, (list) => isRefusedOrRead(format, changed(bytes, list))),
      { numRuns: RUNS },
    )
  })

  test('whatever changes in its parts', async () => {
    const parts = unzipSync(bytes)
    const names = Object.keys(parts)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), changes, (name, list) =>
        isRefusedOrRead(format, zipSync({ ...parts, [name]: changed(parts[name]!, list) })),
      ),
      { numRuns: RUNS },
    )
  })
})
