import { gzipSync, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { test } from 'vitest'
import { readFile } from '../../../src/formats/formats.ts'
import { givenFile, silent } from '../given-file.ts'
import { expectTableOrProblem, FUZZ_RUNS, FUZZ_TIMEOUT, mutatedFile } from '../mutated-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const files = [
  zipSync({
    'a.csv': utf8('a;b\n1;2\n'.repeat(9)),
    'b.csv': utf8('a;b\n3;4\n'),
    'c.json': utf8('[{"x":1}]'),
  }),
  zipSync({ 'a.csv': [utf8('a;b\n1;2\n'), { level: 0 }] }),
  zipSync({ 'datapackage.json': utf8('{"resources":[{"path":"a.csv"}]}'), 'a.csv': utf8('a,b\n1,2\n') }),
  gzipSync(utf8('a;b\n1;2\n'.repeat(9))),
]

test(
  'a damaged archive gives a table or a sentence',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        mutatedFile(files, ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', '\0\0', '\xff\xff']),
        fc.boolean(),
        async (bytes, all) =>
          expectTableOrProblem(() =>
            readFile(givenFile(bytes, 'x.zip'), { options: all ? { file: 'all' } : {} }, silent),
          ),
      ),
      { numRuns: FUZZ_RUNS },
    )
  },
  FUZZ_TIMEOUT,
)
