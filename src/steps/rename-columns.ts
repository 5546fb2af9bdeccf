import { en, fr } from '../i18n/words.ts'
import { tableOf } from '../table/table.ts'
import { namesField } from './fields.ts'
import { applied } from './outcome.ts'
import { step } from './step.ts'

/** Gives columns other names; all at once, so that two columns can exchange theirs. */
export const renameColumns = step({
  id: 'rename-columns',
  group: 'columns',
  title: { fr: 'Renommer', en: 'Rename' },
  about: {
    fr: 'Donne un autre nom à une ou plusieurs colonnes.',
    en: 'Gives one or more columns another name.',
  },
  search: {
    fr: 'nom colonne en-tête titre changer intitulé appeler',
    en: 'name column header title change call',
  },
  fields: { names: namesField({ label: { fr: 'Nouveaux noms', en: 'New names' } }) },
  initial: (selected) => ({ names: Object.fromEntries(selected.map((name) => [name, name])) }),
  sentence: {
    fr: ({ names }) => {
      const [first, ...others] = Object.entries(names)
      if (first === undefined || others.length > 0) return `Renommer ${fr.columns(Object.keys(names))}`
      return `Renommer ${fr.name(first[0])} en ${fr.name(first[1])}`
    },
    en: ({ names }) => {
      const [first, ...others] = Object.entries(names)
      if (first === undefined || others.length > 0) return `Rename ${en.columns(Object.keys(names))}`
      return `Rename ${en.name(first[0])} to ${en.name(first[1])}`
    },
  },
  columnsAfter: ({ names }, before) => before.map((name) => renameIn(names, name)),
  apply: (table, { names }) =>
    applied(
      table,
      tableOf(
        table.columns.map((column) => ({ ...column, name: renameIn(names, column.name) })),
        table.rowCount,
      ),
    ),
})

const renameIn = (names: Record<string, string>, name: string): string =>
  Object.hasOwn(names, name) ? names[name]! : name
