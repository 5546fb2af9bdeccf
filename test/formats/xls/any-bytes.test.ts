import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { test } from 'vitest'
import { xls } from '../../../src/formats/xls/xls.ts'
import { givenFile, silent } from '../given-file.ts'
import { expectTableOrProblem, FUZZ_RUNS, FUZZ_TIMEOUT, mutatedFile } from '../mutated-file.ts'
import { double, latin1, madeStream, record } from './made-stream.ts'

const files = ['xlwt', 'excel-95'].map(
  (name) => new Uint8Array(readFileSync(new URL(`files/${name}.xls`, import.meta.url))),
)
const stream = madeStream(
  [
    record(0x041e, 164, latin1('000', 2)),
    record(0x00e0, 0, 164),
    record(0x00fc, 1, 0, 1, 0, latin1('abc', 2)),
  ],
  [
    record(0x0204, 0, 0, 0, latin1('a', 2)),
    record(0x00fd, 0, 1, 0, 0, 0),
    record(0x0203, 1, 0, 0, double(11)),
    record(0x0006, 1, 1, 0, double(2), 0),
    record(0x00e5, 1, 0, 0, 0, 1),
  ],
)

test(
  `a damaged workbook of Excel 97-2003 gives a table or a sentence, and soon`,
  async () => {
    const reads = (bytes: Uint8Array) => expectTableOrProblem(() => xls.read(givenFile(bytes), {}, silent))
    const signs = ['\u0009\u0008', '\u0000\u0000', '\u00ff\u00ff']
    // Small streams break where it matters; whole files break in the container too.
    await fc.assert(fc.asyncProperty(mutatedFile([stream, stream, stream, ...files], signs), reads), {
      numRuns: FUZZ_RUNS,
    })
  },
  FUZZ_TIMEOUT,
)
