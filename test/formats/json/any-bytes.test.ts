import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from '../../../src/formats/json/read-json.ts'
import { givenFile, shown, silent } from '../given-file.ts'
import { expectTableOrProblem, FUZZ_RUNS, FUZZ_TIMEOUT, mutatedFile } from '../mutated-file.ts'

const files = [
  '[{"nom":"Été","n":1.50,"adresse":{"ville":"Lyon","cp":"69001"},"tags":["a","b"]},{"nom":null,"n":-2e3,"x":[{"y":1}]}]',
  '{"result":{"fields":[{"id":"a"}],"records":[{"a":1,"b":"\\u00e9\\n"},{"a":true}]}}',
  '{"a":1,"b":"x"}\n{"a":2,"b":""}\n{"c":[1,2]}\n',
  '{"nom":["A","B"],"n":[1,2]}',
  '[["nom","n"],["A",1],["B",[2]]]',
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1.0,2]}}]}',
].map((text) => new TextEncoder().encode(text))

const signs = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u',
  '\n',
  'null',
  'true',
  '1e',
  '-',
  '"a":',
  '{"a":',
  '[[',
  '\ufeff',
  '\0',
]

test(
  'a damaged JSON file gives a table or a sentence',
  async () => {
    await fc.assert(
      fc.asyncProperty(mutatedFile(files, signs), fc.constantFrom('x.json', 'x.jsonl'), async (bytes, name) =>
        expectTableOrProblem(() => readJson(givenFile(bytes, name), {}, silent)),
      ),
      { numRuns: FUZZ_RUNS },
    )
  },
  FUZZ_TIMEOUT,
)

/** Texts and numbers of a value, wherever they stand, with the digits that JavaScript writes. */
function leaves(value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [JSON.stringify(value)]
  return Object.values(value).flatMap(leaves)
}

test(
  'no value of a record is lost, however it is nested',
  async () => {
    const key = fc.constantFrom('a', 'b', 'a.b', '', 'type', 'geometry', 'properties', '__proto__x', '(2)')
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, true, '', 'x', 'a | b', '|', 'é"\\', 12, 0.5, '12'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }))
    const record = fc.dictionary(key, value, { maxKeys: 5 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('joined', 'json'),
        async (records, lists) => {
          const { table } = await readJson(
            givenFile(JSON.stringify(records), 'x.json'),
            { path: '$', lists: lists },
            silent,
          )
          expect(table.rowCount).toBe(records.length)
          shown(table).rows.forEach((row, index) => {
            const cells = row.filter((cell) => cell !== null)
            const wanted = leaves(records[index])
            // Each cell stands for one value, or for a list whose values are all in it.
            const held = cells.flatMap((cell) => [
              JSON.stringify(cell),
              cell,
              ...cell.split(' | ').map((part) => JSON.stringify(part)),
              ...cell.split(' | '),
            ])
            for (const leaf of wanted)
              expect(
                held.some((text) => text === leaf || text.includes(leaf)),
                `${leaf} in ${JSON.stringify(row)}`,
              ).toBe(true)
            expect(cells.length).toBeLessThanOrEqual(
              Math.max(wanted.length, 0) + JSON.stringify(records[index]).split('[').length,
            )
          })
        },
      ),
      { numRuns: Math.min(FUZZ_RUNS, 2000) },
    )
  },
  FUZZ_TIMEOUT,
)

test.each([
  ['brackets', '['],
  ['objects', '{"a":'],
  ['quotes', '"'],
  ['backslashes', '"\\'],
  ['names', '{"a":1,"b":'],
  ['numbers', '1 '],
  ['lists', '[],'],
  ['empty objects', '{}\n'],
])(
  'a million %s do not make reading endless',
  async (_, part) => {
    const text = part.repeat(500_000)
    await expectTableOrProblem(() => readJson(givenFile(text, 'x.json'), {}, silent))
    await expectTableOrProblem(() => readJson(givenFile(`[${text}`, 'x.json'), {}, silent))
  },
  60_000,
)
