import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes } from '../table/column.ts'
import { selectRows } from '../table/select-rows.ts'
import { sortedRows } from '../table/sort-rows.ts'
import { columnNamed, type Table } from '../table/table.ts'
import { applied, type Failure } from './outcome.ts'
import { readAsNumbers } from './read-as-numbers.ts'
import { sortKeysField, type SortKeys } from './sort-keys.ts'
import { step } from './step.ts'

/**
 * Puts the rows in the order of some columns, the first of them foremost: numbers and dates by value, texts without case and accents,
 * with `as: 'natural'` so that the numbers within them count by value, or with `as: 'number'` as the numbers that they write. What is no number, and then empty cells, come last whichever way. Rows that are
 * alike keep their order.
 */
export const sortRows = step({
  id: 'sort-rows',
  group: 'rows',
  title: { fr: 'Trier les lignes', en: 'Sort the rows' },
  about: {
    fr: 'Range les lignes du tableau d’après une ou plusieurs colonnes. Le fichier publié aura ce nouvel ordre\u202f; l’ordre des lignes qui se valent ne change pas.',
    en: 'Puts the rows of the table in the order of one or more columns. The published file will have this new order; rows that are alike keep theirs.',
  },
  search: {
    fr: 'tri ordre croissant décroissant alphabétique classer ranger du plus grand au plus petit a à z',
    en: 'sort order ascending descending alphabetical arrange largest smallest rank',
  },
  fields: {
    keys: sortKeysField({
      label: { fr: 'Trier d’après', en: 'Sort by' },
      hint: {
        fr: 'La première colonne compte d’abord\u202f; les suivantes départagent. Les cases vides vont à la fin.',
        en: 'The first column counts first; the next ones settle ties. Blank cells go last.',
      },
    }),
  },
  initial: (selected) =>
    selected.length === 0 ? {} : { keys: selected.map((column) => ({ column, as: 'natural' as const })) },
  sentence: {
    fr: ({ keys }) => `Trier les lignes par ${saidKeys(keys).fr}`,
    en: ({ keys }) => `Sort the rows by ${saidKeys(keys).en}`,
  },
  apply: async (table, { keys }, context) => {
    const asNumbers = keys.filter((key) => key.as === 'number').map(({ column }) => column)
    const read = await readAsNumbers(table, asNumbers, context)
    await context.progress(0.3)
    const rows = sortedRows(
      read.table,
      keys.map(({ column, descending = false, as }) => ({
        column,
        descending,
        texts: as === 'natural' ? ('natural' as const) : ('plain' as const),
      })),
    )
    const failures = read.failures.map((failure): Failure => ({ ...failure, code: 'not-counted' }))
    const remarks = [...read.remarks, ...keys.flatMap(({ column }) => lastRows(read.table, column))]
    if (rows.every((row, place) => row === place)) {
      const same = {
        fr: 'Les lignes étaient déjà dans cet ordre.',
        en: 'The rows were in this order already.',
      }
      return applied(table, table, { failures, remarks: [same, ...remarks] })
    }
    await context.progress(0.7)
    return applied(table, selectRows(table, rows), { failures, remarks, origins: rows })
  },
})

function saidKeys(keys: SortKeys): Localized {
  const way = ({ descending = false, as }: SortKeys[number]): Localized =>
    as === 'number'
      ? descending
        ? { fr: 'du plus grand nombre au plus petit', en: 'largest number first' }
        : { fr: 'du plus petit nombre au plus grand', en: 'smallest number first' }
      : {
          fr: `ordre ${descending ? 'décroissant' : 'croissant'}${as === undefined ? ', textes chiffre par chiffre' : ''}`,
          en: `${descending ? 'descending' : 'ascending'}${as === undefined ? ', texts digit by digit' : ''}`,
        }
  return {
    fr: keys.map((key) => `${fr.name(key.column)} (${way(key).fr})`).join(', puis '),
    en: keys.map((key) => `${en.name(key.column)} (${way(key).en})`).join(', then '),
  }
}

/** What comes last for want of a value to compare. */
function lastRows(table: Table, name: string): Localized[] {
  const column = columnNamed(table, name)
  const counts = countCodes(column)
  const { dictionary } = column
  let blank = 0
  let unconverted = 0
  counts.forEach((cells, code) => {
    if (dictionary.isEmpty(code)) blank += cells
    else if (dictionary.isUnconverted(code)) unconverted += cells
  })
  const remarks: Localized[] = []
  if (unconverted > 0)
    remarks.push({
      fr: `${fr.name(name)}\u00a0: ${fr.count(unconverted, 'cellule qui n’a pas pu être convertie vient', 'cellules qui n’ont pas pu être converties viennent')} après les autres.`,
      en: `${en.name(name)}: ${en.count(unconverted, 'cell that could not be converted comes', 'cells that could not be converted come')} after the others.`,
    })
  if (blank > 0)
    remarks.push({
      fr: `${fr.name(name)}\u00a0: ${fr.count(blank, 'case vide va', 'cases vides vont')} à la fin.`,
      en: `${en.name(name)}: ${en.count(blank, 'blank cell goes', 'blank cells go')} last.`,
    })
  return remarks
}
