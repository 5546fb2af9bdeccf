/** Tamis on the tasks of `../shared/bench/README.md`: the real reader, steps and writer, as the worker of the page runs them. */
import { warmReader } from '../../src/formats/csv/warm-reader.ts'
import { csvWriter } from '../../src/formats/csv/write-csv.ts'
import { readFile } from '../../src/formats/formats.ts'
import { dropEmptyColumns } from '../../src/steps/drop-empty-columns.ts'
import { fillFromReference } from '../../src/steps/fill-from-reference.ts'
import type { Applied } from '../../src/steps/outcome.ts'
import { padCodes } from '../../src/steps/pad-codes.ts'
import { replaceValues } from '../../src/steps/replace-values.ts'
import type { StepContext } from '../../src/steps/step-context.ts'
import type { Params, Step } from '../../src/steps/step.ts'
import { toNumber } from '../../src/steps/to-number.ts'
import { unpivot } from '../../src/steps/unpivot.ts'
import { countCodes } from '../../src/table/column.ts'
import { BLANK } from '../../src/table/dictionary.ts'
import { groupRows } from '../../src/table/group-rows.ts'
import { selectRows } from '../../src/table/select-rows.ts'
import { sortedRows } from '../../src/table/sort-rows.ts'
import { columnNamed, tableFromRows, type Table } from '../../src/table/table.ts'
import type { BenchInput } from './bench-input.ts'

/** What the worker of the page does before it is asked for anything. */
export const prepare = warmReader

/** The tasks by name; each resolves with the figure by which engines are checked against each other. */
export function engine(
  bytes: Blob,
  { spellings, reference, amounts }: BenchInput,
): Record<string, () => Promise<number>> {
  const codes = tableFromRows(['code', 'lib'], reference)
  const context: StepContext = { sheet: () => Promise.resolve(codes), progress: () => Promise.resolve() }
  const run = async <P extends Params>(step: Step<P>, table: Table, params: P): Promise<Table> => {
    const done: Applied = await step.apply(table, params, context)
    return done.table
  }
  const load = async (): Promise<Table> =>
    (await readFile({ name: 'in.csv', bytes }, {}, { progress: () => undefined })).table
  const pad = (table: Table) => run(padCodes, table, { columns: ['BGT_CONTNAT'], length: 3 })
  const numbers = (table: Table) => run(toNumber, table, { columns: [...amounts] })
  const label = (table: Table) =>
    run(fillFromReference, table, {
      column: 'BGT_NATURE',
      reference: { sheet: 'ref' },
      key: 'code',
      take: { lib: 'lib' },
    })
  const written = (table: Table): number => {
    let length = 0
    for (const piece of csvWriter.write(table, {})) length += piece.length
    return length
  }
  const filled = (table: Table, name: string): number =>
    table.rowCount - countCodes(columnNamed(table, name))[BLANK]!
  const distinct = (table: Table, name: string): number => {
    const counts = countCodes(columnNamed(table, name))
    let values = 0
    for (let code = BLANK + 1; code < counts.length; code++) if (counts[code]! > 0) values++
    return values
  }

  let table: Table
  let converted: Table
  return {
    T1: async () => (table = await load()).rowCount,
    // No task of the others: what the table takes in memory.
    memory: () => Promise.resolve(bytesOf(table)),
    T2: () => Promise.resolve(distinct(table, 'BENEFICIAIRE') + distinct(table, 'BGT_CONTNAT')),
    T3: async () =>
      distinct(
        await run(replaceValues, table, {
          column: 'BENEFICIAIRE',
          replacements: spellings.map(([from, to]) => ({ from: [from], to })),
        }),
        'BENEFICIAIRE',
      ),
    T4: async () => filled((converted = await numbers(table)), 'BGT_MTPREV'),
    T5: async () => {
      const column = columnNamed(await pad(table), 'BGT_CONTNAT')
      const counts = countCodes(column)
      return counts.reduce(
        (sum, cells, code) => sum + (column.dictionary.text(code) === '011' ? cells : 0),
        0,
      )
    },
    T6: async () => table.columns.length - (await run(dropEmptyColumns, table, {})).columns.length,
    T7: async () =>
      (await run(unpivot, table, { columns: [...amounts], name: 'objet', value: 'montant' })).rowCount,
    T8: async () => filled(await label(table), 'lib'),
    T9: () =>
      Promise.resolve(
        groupRows(converted, {
          by: ['BGT_CONTNAT', 'BGT_SECTION', 'BGT_CODRD'],
          sums: [{ of: 'BGT_MTPREV', name: 'total' }],
        }).table.rowCount,
      ),
    T10: () =>
      Promise.resolve(
        selectRows(converted, sortedRows(converted, [{ column: 'BGT_MTPREV', descending: true }], 100))
          .rowCount,
      ),
    T11: () => Promise.resolve(written(table)),
    T12: async () =>
      written(await label(await numbers(await run(dropEmptyColumns, await pad(await load()), {})))),
  }
}

/** Bytes that the columns of a table hold, those of what they share counted once. */
function bytesOf(table: Table): number {
  const buffers = table.columns.flatMap(({ codes, dictionary: { bytes, ends, unconverted } }) => [
    codes.buffer,
    bytes.buffer,
    ends.buffer,
    ...(unconverted === null ? [] : [unconverted.buffer]),
  ])
  return [...new Set(buffers)].reduce((sum, { byteLength }) => sum + byteLength, 0)
}
