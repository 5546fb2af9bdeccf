import { expect, test } from 'vitest'
import { warmReader } from '../../../src/formats/csv/warm-reader.ts'

test('making the reader ready asks for nothing and ends', async () => {
  await expect(warmReader()).resolves.toBeUndefined()
})
