import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes, type Column } from '../table/column.ts'
import { combinationsOf, type Combinations } from '../table/combinations.ts'
import { columnTotal } from '../table/decimal-sum.ts'
import { countColumn, sumColumn } from '../table/group-sums.ts'
import {
  alignedSums,
  averageColumn,
  distinctColumn,
  extremeColumn,
  firstColumn,
  listColumn,
  onlyColumn,
} from '../table/group-values.ts'
import { selectRows } from '../table/select-rows.ts'
import { columnNamed, insertColumns, type Table } from '../table/table.ts'
import { columnsField } from './fields.ts'
import { applied, failuresOf, type Failure, type KeptTotal } from './outcome.ts'
import { readAsNumbers } from './read-as-numbers.ts'
import { step } from './step.ts'
import { summariesField, type Summary } from './summaries.ts'

/** What stands between the values of a list. */
const SEPARATOR = '; '

/** The name that a form proposes for a count of rows. */
const COUNT_NAME: Localized = { fr: 'nombre de lignes', en: 'number of rows' }

/**
 * One row for each combination of values of some columns, in the order in which they first occur, with new columns that sum, count, list…
 * the rows of the group; blanks make a group like any value. Sums are exact. Sums, averages, smallest and largest values are of numbers
 * (or of dates, in a column of dates): texts are read as numbers, and what is none is `not-counted`.
 */
export const summarise = step({
  id: 'summarise',
  group: 'rows',
  title: { fr: 'Faire des totaux par groupe', en: 'Total by group' },
  about: {
    fr: 'Réunit les lignes qui ont la même valeur (par service, par année, par bénéficiaire…) en une seule, avec leur total, leur nombre, leur moyenne…',
    en: 'Brings rows with the same value (by service, by year, by beneficiary…) into one, with their total, their number, their average…',
  },
  search: {
    fr: 'regrouper additionner somme sommer sous-total compter moyenne minimum maximum agréger synthèse récapitulatif tableau croisé par',
    en: 'group by sum add up subtotal count average minimum maximum aggregate summary pivot per',
  },
  fields: {
    by: columnsField({
      label: { fr: 'Une ligne pour chaque…', en: 'One row for each…' },
      hint: {
        fr: 'Par exemple le service, ou le service et l’année. Les autres colonnes ne restent que si vous les demandez ci-dessous.',
        en: 'For example the service, or the service and the year. Other columns only stay if you ask for them below.',
      },
    }),
    summaries: summariesField({ label: { fr: 'Avec, pour chacune', en: 'With, for each' } }),
  },
  check: ({ by, summaries }) => summaries.every(({ name }) => !by.includes(name)),
  initial: (selected, _, language) => ({
    ...(selected.length === 0 ? {} : { by: [...selected] }),
    summaries: [{ how: 'count' as const, name: COUNT_NAME[language] }],
  }),
  sentence: {
    fr: ({ by, summaries }) =>
      `Faire une ligne par ${fr.list(by.map(fr.name))} avec ${fr.columns(summaries.map(({ name }) => name))}`,
    en: ({ by, summaries }) =>
      `Make one row for each ${en.list(by.map(en.name))} with ${en.columns(summaries.map(({ name }) => name))}`,
  },
  columnsAfter: ({ by, summaries }) => [...new Set(by), ...summaries.map(({ name }) => name)],
  apply: async (table, { by, summaries }, context) => {
    const measured = summaries.flatMap((one) => (isOfNumbers(one) ? [one.of] : []))
    const read = await readAsNumbers(
      table,
      measured.filter((name) => columnNamed(table, name).type !== 'date' || summedDate(summaries, name)),
      context,
    )
    const keys = [...new Set(by)].map((name) => columnNamed(table, name))
    const groups = combinationsOf(keys)
    const made: Column[] = []
    const totals: KeptTotal[] = []
    const remarks: Localized[] = [...read.remarks, ...blankGroups(keys, groups)]
    for (const [index, summary] of summaries.entries()) {
      await context.progress(index / summaries.length)
      const { column, remark } = summaryColumn(table, read.table, summary, groups)
      made.push(column)
      remarks.push(...remark)
      if (summary.how === 'sum') totals.push(...keptTotal(columnNamed(read.table, summary.of), column))
    }
    const failures = [...new Set(measured)].flatMap((name) => notCounted(columnNamed(read.table, name)))
    const grouped = selectRows({ columns: keys, rowCount: table.rowCount }, groups.firstRows)
    const after = insertColumns(grouped, made)
    return applied(table, after, { failures, totals, remarks, origins: groups.firstRows })
  },
})

type OfNumbers = Extract<Summary, { of: string }>

const isOfNumbers = (summary: Summary): summary is OfNumbers =>
  summary.how === 'sum' || summary.how === 'average' || summary.how === 'min' || summary.how === 'max'

/** Days cannot be added up: asked to, they are no numbers, and are said not to be. */
const summedDate = (summaries: readonly Summary[], name: string): boolean =>
  summaries.some((one) => (one.how === 'sum' || one.how === 'average') && one.of === name)

function summaryColumn(
  table: Table,
  read: Table,
  summary: Summary,
  groups: Combinations,
): { column: Column; remark: Localized[] } {
  const { name, how } = summary
  if (how === 'count') return { column: countColumn(name, groups), remark: [] }
  const own = columnNamed(table, summary.of)
  const measured = columnNamed(read, summary.of)
  const plain = (column: Column) => ({ column, remark: [] })
  switch (how) {
    case 'sum':
      return plain(sumColumn(measured, name, groups))
    case 'average':
      return plain(averageColumn(measured, name, groups))
    case 'min':
      return plain(extremeColumn(measured, name, groups, 'smallest'))
    case 'max':
      return plain(extremeColumn(measured, name, groups, 'largest'))
    case 'distinct':
      return plain(distinctColumn(own, name, groups))
    case 'first':
      return plain(firstColumn(own, name, groups))
    case 'list':
      return plain(listColumn(own, name, groups, SEPARATOR))
    case 'only': {
      const { several = '' } = summary
      const found = onlyColumn(own, name, groups, several)
      return { column: found.column, remark: severalValues(name, found.groups, several) }
    }
  }
}

function severalValues(name: string, rows: number, several: string): Localized[] {
  if (rows === 0) return []
  return [
    {
      fr: `${fr.name(name)}\u00a0: ${fr.count(rows, 'ligne réunit', 'lignes réunissent')} plusieurs valeurs\u00a0; ${several === '' ? 'la case reste vide' : `il y est écrit ${fr.name(several)}`}.`,
      en: `${en.name(name)}: ${en.count(rows, 'row brings', 'rows bring')} several values together; ${several === '' ? 'the cell stays blank' : `it says ${en.name(several)}`}.`,
    },
  ]
}

function blankGroups(keys: readonly Column[], { numbers, firstRows }: Combinations): Localized[] {
  const empty = Uint8Array.from(firstRows, (row) =>
    keys.some(({ codes, dictionary }) => dictionary.isEmpty(codes[row]!)) ? 1 : 0,
  )
  let rows = 0
  for (const group of numbers) rows += empty[group]!
  if (rows === 0) return []
  const names = keys.map(({ name }) => name)
  return [
    {
      fr: `${fr.count(rows, 'ligne', 'lignes')} sans valeur dans ${fr.columns(names)}\u00a0: ${rows === 1 ? 'elle est réunie' : 'elles sont réunies'} à part.`,
      en: `${en.count(rows, 'row', 'rows')} without a value in ${en.columns(names)}: brought together apart.`,
    },
  ]
}

/** Cells of a measured column that are neither blank nor of its type. */
function notCounted(column: Column): Failure[] {
  const counts = countCodes(column)
  const values = Array.from(counts.keys())
    .filter((code) => counts[code]! > 0 && column.dictionary.isUnconverted(code))
    .map((code) => ({ text: column.dictionary.text(code), cells: counts[code]! }))
  return failuresOf('not-counted', column.name, values)
}

function keptTotal(before: Column, after: Column): KeptTotal[] {
  const [was, is] = [columnTotal(before), columnTotal(after)]
  if (was === null || is === null) return []
  const [first, second] = alignedSums(was, is)
  return [{ column: after.name, before: first, after: second }]
}
