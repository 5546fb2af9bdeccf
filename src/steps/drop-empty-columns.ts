import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes, type Column } from '../table/column.ts'
import type { CountedText } from '../table/map-values.ts'
import { tableOf } from '../table/table.ts'
import { optional, someColumnsField } from './fields.ts'
import { applied, failuresOf } from './outcome.ts'
import { step } from './step.ts'

/**
 * Leaves out the columns (of those named, else of all) in which no cell holds anything. A table without rows keeps its columns.
 * Which ones go depends on the data, so `columnsAfter` keeps them all.
 */
export const dropEmptyColumns = step({
  id: 'drop-empty-columns',
  group: 'columns',
  title: { fr: 'Supprimer les colonnes vides', en: 'Remove empty columns' },
  about: {
    fr: 'Retire les colonnes où aucune cellule n’est remplie.',
    en: 'Takes out the columns in which no cell is filled.',
  },
  search: { fr: 'colonne vide blanche inutile nettoyer', en: 'column empty blank useless clean' },
  fields: {
    columns: optional(
      someColumnsField({
        label: { fr: 'Seulement parmi', en: 'Only among' },
        hint: {
          fr: 'Ne choisissez rien pour regarder toutes les colonnes.',
          en: 'Choose nothing to look at all columns.',
        },
      }),
    ),
  },
  initial: () => ({}),
  without: ({ columns = [] }, missing) => {
    const left = columns.filter((name) => name !== missing)
    if (columns.length > 0 && left.length === 0) return null
    return left.length === 0 ? {} : { columns: left }
  },
  sentence: {
    fr: ({ columns = [] }) =>
      `Supprimer les colonnes vides${columns.length === 0 ? '' : ` parmi ${fr.columns(columns)}`}`,
    en: ({ columns = [] }) =>
      `Remove empty columns${columns.length === 0 ? '' : ` among ${en.columns(columns)}`}`,
  },
  apply: (table, { columns = [] }) => {
    const looked = (name: string) => columns.length === 0 || columns.includes(name)
    const left = table.columns.filter((column) => !looked(column.name) || !isEmpty(column))
    const kept = columns.length === 0 ? [] : left.filter(({ name }) => looked(name))
    const remarks: Localized[] = []
    if (left.length === table.columns.length)
      remarks.push({
        fr: 'Aucune colonne n’était vide\u00a0: rien n’a été supprimé.',
        en: 'No column was empty: nothing was removed.',
      })
    const failures = kept.flatMap((column) => failuresOf('not-empty', column.name, filledTexts(column)))
    return applied(table, tableOf(left, table.rowCount), { remarks, failures })
  },
})

function isEmpty(column: Column): boolean {
  const { dictionary, codes } = column
  if (codes.length === 0) return false
  if (dictionary.size === 1) return true
  // The first filled cell settles it: nothing is counted.
  for (let row = 0; row < codes.length; row++) if (!dictionary.isEmpty(codes[row]!)) return false
  return true
}

function filledTexts(column: Column): CountedText[] {
  const { dictionary } = column
  return [...countCodes(column)].flatMap((cells, code) =>
    cells === 0 || dictionary.isEmpty(code) ? [] : [{ text: dictionary.text(code), cells }],
  )
}
