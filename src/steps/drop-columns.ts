import { en, fr } from '../i18n/words.ts'
import { tableOf } from '../table/table.ts'
import { columnsField } from './fields.ts'
import { applied } from './outcome.ts'
import { step } from './step.ts'

/** Leaves columns out of the table. */
export const dropColumns = step({
  id: 'drop-columns',
  group: 'columns',
  title: { fr: 'Supprimer des colonnes', en: 'Remove columns' },
  about: {
    fr: 'Retire du tableau les colonnes qui ne servent pas. Le fichier d’origine n’est pas touché.',
    en: 'Takes columns that are not needed out of the table. The original file is not touched.',
  },
  search: {
    fr: 'supprimer enlever retirer effacer cacher colonne',
    en: 'remove delete drop take out hide column',
  },
  fields: { columns: columnsField({ label: { fr: 'Colonnes à supprimer', en: 'Columns to remove' } }) },
  sentence: {
    fr: ({ columns }) => `Supprimer ${columns.length === 1 ? 'la colonne ' : ''}${fr.columns(columns)}`,
    en: ({ columns }) => `Remove ${columns.length === 1 ? 'column ' : ''}${en.columns(columns)}`,
  },
  columnsAfter: ({ columns }, before) => before.filter((name) => !columns.includes(name)),
  apply: (table, { columns }) => {
    const left = table.columns.filter(({ name }) => !columns.includes(name))
    const remarks =
      left.length > 0
        ? []
        : [
            {
              fr: 'Toutes les colonnes ont été supprimées\u00a0: le tableau est vide.',
              en: 'All columns were removed: the table is empty.',
            },
          ]
    return applied(table, tableOf(left, table.rowCount), { remarks })
  },
})
