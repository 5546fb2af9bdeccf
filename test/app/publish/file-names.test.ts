import { expect, it } from 'vitest'
import { ENDINGS } from '../../../src/app/publish/file-names.ts'
import { findWriter } from '../../../src/formats/formats.ts'

it('the name proposed for a file ends as the file that is then written', () => {
  for (const [writer, ending] of Object.entries(ENDINGS)) expect(findWriter(writer)?.extension).toBe(ending)
})
