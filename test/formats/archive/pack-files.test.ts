import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packFiles, type PlacedFile } from '../../../src/formats/archive/pack-files.ts'
import { ZipParts } from '../../../src/formats/spreadsheet/zip-parts.ts'

const context = { progress: () => undefined }

describe('files put in one archive', () => {
  it.each([true, false])('are all found again, byte for byte (packed: %s)', async (packed) => {
    const path = fc.stringMatching(/^[a-zé0-9 _-]{1,12}(\/[a-zé0-9 ._-]{1,12}){0,2}$/)
    const files = fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 3000 })), {
      selector: ([name]) => name,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(files, async (all) => {
        const placed = all.map(([name, bytes]): PlacedFile => ({ path: name, bytes: new Blob([bytes]) }))
        const parts = await ZipParts.open(await packFiles(placed, { packed }, context))
        expect(parts.names).toEqual(all.map(([name]) => name).toSorted())
        for (const [name, bytes] of all) expect([...(await parts.whole(name))]).toEqual([...bytes])
      }),
      { numRuns: 40 },
    )
  })

  it('give the same archive in whatever order they come', async () => {
    const files = ['b.csv', 'a.csv'].map((path) => ({ path, bytes: new Blob([path]) }))
    const one = await packFiles(files, { packed: false }, context)
    const other = await packFiles(files.toReversed(), { packed: false }, context)
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await other.arrayBuffer()))
  })

  it('can be given up', async () => {
    const files = [{ path: 'a', bytes: new Blob(['a'.repeat(100_000)]) }]
    const progress = () => Promise.reject(new Error('given up'))
    await expect(packFiles(files, { packed: false }, { progress })).rejects.toThrow('given up')
    await expect(packFiles(files, { packed: true }, { progress })).rejects.toThrow('given up')
  })
})
