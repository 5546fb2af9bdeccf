import { en, fr } from '../i18n/words.ts'
import { Unconverted, valueText, type Value } from '../table/value.ts'
import { changeColumns } from './change-columns.ts'
import { columnsField } from './fields.ts'
import { step } from './step.ts'

/**
 * Any type to text: numbers become their canonical text, dates ISO ones, and cells that could not be converted are plain text
 * again. It works on whole columns, since a column has one type.
 */
export const toText = step({
  id: 'to-text',
  group: 'values',
  title: { fr: 'Convertir en texte', en: 'Convert to text' },
  about: {
    fr: 'Rend une colonne de nombres ou de dates à l’état de texte, par exemple pour des codes.',
    en: 'Makes a column of numbers or dates text again, for codes for example.',
  },
  search: { fr: 'chaîne caractères code lettres', en: 'string characters code letters' },
  fields: { columns: columnsField({ label: { fr: 'Colonnes', en: 'Columns' } }) },
  initial: (columns) => ({ columns: [...columns] }),
  sentence: {
    fr: ({ columns }) => `Convertir ${fr.columns(columns)} en texte`,
    en: ({ columns }) => `Convert ${en.columns(columns)} to text`,
  },
  apply: (table, { columns }, context) => changeColumns(table, columns, asText, context, { type: 'text' }),
})

const asText = (value: Value): Value =>
  value instanceof Unconverted ? value.text : value === null ? null : valueText(value)
