import { en, fr } from '../i18n/words.ts'
import { changeColumns } from './change-columns.ts'
import { columnsField, integerField, optional, textField, whereField } from './fields.ts'
import { step } from './step.ts'

/** Completes codes made of digits with zeros in front (`1` → `001`); other texts stay as they are. */
export const padCodes = step({
  id: 'pad-codes',
  group: 'codes',
  title: { fr: 'Compléter des codes par des zéros', en: 'Pad codes with zeros' },
  about: {
    fr: 'Ajoute des zéros devant les codes trop courts, par exemple 1 devient 001.',
    en: 'Adds zeros in front of codes that are too short, for example 1 becomes 001.',
  },
  search: { fr: 'zéro longueur chiffres devant manquant compléter', en: 'zero length digits' },
  fields: {
    columns: columnsField({ label: { fr: 'Colonnes', en: 'Columns' } }),
    length: integerField({
      label: { fr: 'Nombre de caractères', en: 'Number of characters' },
      min: 1,
      max: 40,
    }),
    fill: optional(textField({ label: { fr: 'Caractère ajouté', en: 'Character added' } })),
    where: whereField,
  },
  check: ({ fill = '0' }) => [...fill].length === 1,
  initial: (columns) => ({ columns: [...columns], length: 3 }),
  sentence: {
    fr: ({ columns, length }) =>
      `Compléter ${fr.columns(columns)} à ${fr.count(length, 'caractère', 'caractères')}`,
    en: ({ columns, length }) =>
      `Pad ${en.columns(columns)} to ${en.count(length, 'character', 'characters')}`,
  },
  apply: (table, { columns, length, fill = '0', where }, context) =>
    changeColumns(
      table,
      columns,
      (value) => (typeof value === 'string' && /^\d+$/.test(value) ? value.padStart(length, fill) : value),
      context,
      { where },
    ),
})
