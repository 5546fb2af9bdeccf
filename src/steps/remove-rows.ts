import { rowsOfMask, selectRows } from '../table/select-rows.ts'
import { conditionColumns, rowsWhere } from './condition.ts'
import { conditionWords } from './condition-words.ts'
import { conditionField } from './fields.ts'
import { applied } from './outcome.ts'
import { step } from './step.ts'

/** Leaves out the rows that a condition chooses. One that chooses nothing is reported as `not-found`, on its first column. */
export const removeRows = step({
  id: 'remove-rows',
  group: 'rows',
  title: { fr: 'Supprimer des lignes', en: 'Remove rows' },
  about: {
    fr: 'Retire les lignes qui remplissent une condition, par exemple la ligne du total.',
    en: 'Takes out the rows that meet a condition, for example the line with the total.',
  },
  search: {
    fr: 'garder ôter supprimer enlever retirer effacer filtrer ligne total vide',
    en: 'remove delete filter row line total blank',
  },
  fields: { where: conditionField({ label: { fr: 'Lignes où', en: 'Rows where' } }) },
  initial: ([column]) => (column === undefined ? {} : { where: { column, is: 'blank' } }),
  sentence: {
    fr: ({ where }) => `Supprimer les lignes où ${conditionWords.fr(where)}`,
    en: ({ where }) => `Remove the rows where ${conditionWords.en(where)}`,
  },
  apply: (table, { where }) => {
    const kept = rowsOfMask(rowsWhere(table, where), true)
    if (kept.length === table.rowCount) {
      const column = conditionColumns(where)[0] ?? ''
      return applied(table, table, {
        failures: [{ code: 'not-found', column, cells: 0, values: [], distinct: 0 }],
        remarks: [
          {
            fr: 'Aucune ligne ne remplit la condition\u00a0: rien n’a été supprimé.',
            en: 'No row meets the condition: nothing was removed.',
          },
        ],
      })
    }
    return applied(table, selectRows(table, kept), { origins: kept })
  },
})
