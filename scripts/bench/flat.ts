import { clusterByKey } from '../../src/cluster/cluster-by-key.ts'
import { findKeyer } from '../../src/cluster/keyers.ts'
import { padCodes } from '../../src/steps/pad-codes.ts'
import { replaceValues } from '../../src/steps/replace-values.ts'
import type { StepContext } from '../../src/steps/step-context.ts'
import { toNumber } from '../../src/steps/to-number.ts'
import { trimAndCollapse } from '../../src/steps/trim-and-collapse.ts'
import { countCodes, type Column } from '../../src/table/column.ts'
import { emptyCodes } from '../../src/table/codes.ts'
import { DictionaryBuilder } from '../../src/table/dictionary.ts'
import { tableOf, type Table } from '../../src/table/table.ts'

const VALUES = 20_000
const SIZES = [100_000, 1_000_000]
const RUNS = 7
const context: StepContext = {
  sheet: () => Promise.reject(new Error('no sheet')),
  progress: () => Promise.resolve(),
}

/** Milliseconds of value steps at two numbers of rows with the same 20,000 values in each column, in Node; Markdown. */
export async function flatTable(): Promise<string[]> {
  const times = new Map<string, number[]>()
  for (const rows of SIZES) {
    const table = tableOf(
      [
        column('Nom', rows, (i) => `${i % 9 === 0 ? ' ' : ''}Association ${i % 40} de la rue ${i}`),
        column('Code', rows, (i) => String(i)),
        column('Montant', rows, (i) => `${i} 000,${10 + (i % 90)} €`),
      ],
      rows,
    )
    // Counts of cells are made once a column, when it is read.
    for (const each of table.columns) countCodes(each)
    for (const [name, work] of Object.entries(works)) {
      const runs: number[] = []
      for (let run = 0; run < RUNS; run++) {
        const start = performance.now()
        await work(table)
        runs.push(performance.now() - start)
      }
      times.set(name, [...(times.get(name) ?? []), runs.sort((a, b) => a - b)[RUNS >> 1]!])
    }
  }
  return [
    '## Cost follows distinct values',
    '',
    `Columns of ${VALUES.toLocaleString('en')} distinct values, median of ${RUNS} runs, in Node. Ten times the rows should cost the same; what is left is giving the rows their new codes.`,
    '',
    `| ms | ${SIZES.map((rows) => `${rows.toLocaleString('en')} rows`).join(' | ')} | |`,
    '|---|---:|---:|---:|',
    ...[...times].map(
      ([name, [few = 0, many = 0]]) =>
        `| ${name} | ${few.toFixed(1)} | ${many.toFixed(1)} | ${(many / few).toFixed(2)} × |`,
    ),
    '',
  ]
}

const works: Readonly<Record<string, (table: Table) => unknown>> = {
  'clean spaces': (table) => trimAndCollapse.apply(table, { columns: ['Nom'] }, context),
  'replace 500 spellings': (table) =>
    replaceValues.apply(
      table,
      {
        column: 'Nom',
        replacements: Array.from({ length: 500 }, (_, i) => ({
          from: [table.columns[0]!.dictionary.text(i + 1)],
          to: `nom ${i}`,
        })),
      },
      context,
    ),
  'pad codes': (table) => padCodes.apply(table, { columns: ['Code'], length: 6 }, context),
  'amounts with € to numbers': (table) => toNumber.apply(table, { columns: ['Montant'] }, context),
  'group variants by fingerprint': (table) => clusterByKey(table.columns[0]!, findKeyer('fingerprint')!),
}

function column(name: string, rows: number, text: (i: number) => string): Column {
  const builder = new DictionaryBuilder()
  for (let i = 0; i < VALUES; i++) builder.addText(text(i))
  const codes = emptyCodes(rows, builder.size)
  for (let row = 0; row < rows; row++) codes[row] = 1 + ((row * 7919) % VALUES)
  return { name, type: 'text', codes, dictionary: builder.finish() }
}
