import * as v from 'valibot'
import { GROUPING_METHODS } from '../cluster/grouping-methods.ts'
import { columnsField, optional, referenceField, newColumnField, someColumnsField } from './fields.ts'

/**
 * Values and the one that takes their place; '' stands for a blank on both sides. `within`: only on rows that hold these values in
 * the columns that the step lists under the same name, one each.
 */
export interface Replacement {
  from: string[]
  to: string
  within?: string[] | undefined
}

/** How recipes name the matching against a list, among the methods that find groups. */
export const LIST_METHOD = 'list'

const noColumns = { reads: () => [], without: <T>(value: T) => value }

export const replacementsField = {
  ...noColumns,
  kind: 'groups' as const,
  label: { fr: 'Valeurs et ce qu’elles deviennent', en: 'Values and what they become' },
  hint: { fr: 'Laissez vide pour vider les cellules.', en: 'Leave empty to make the cells blank.' },
  schema: v.array(
    v.strictObject({
      from: v.pipe(v.array(v.string()), v.minLength(1)),
      to: v.string(),
      within: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
    }),
  ),
  renamed: (replacements: Replacement[]) => replacements,
}

const METHODS = [
  ...GROUPING_METHODS,
  { id: LIST_METHOD, name: { fr: 'Rapprochement d’une liste', en: 'Matching against a list' } },
]

/** The method that found the groups; kept so that a replay can tell new spellings that belong to one of them. */
const methodField = {
  ...noColumns,
  kind: 'choice' as const,
  label: { fr: 'Méthode qui a trouvé les groupes', en: 'Method that found the groups' },
  hint: {
    fr: 'Elle sert à reconnaître, dans un autre fichier, les variantes nouvelles.',
    en: 'It serves to recognise new spellings in another file.',
  },
  schema: v.picklist(METHODS.map(({ id }) => id)),
  choices: METHODS.map(({ id, name }) => ({ value: id, label: name })),
  renamed: (method: string) => method,
}

/** How near is near, where the method measures it; kept with the method. */
const radiusField = {
  ...noColumns,
  kind: 'number' as const,
  label: { fr: 'Écart accepté', en: 'Accepted distance' },
  min: 0,
  max: 100,
  schema: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  renamed: (radius: number) => radius,
}

/** Lists of spellings that a person took for different things; they are not proposed as one again. */
const refusedField = {
  ...noColumns,
  kind: 'refused' as const,
  label: { fr: 'Groupes refusés', en: 'Refused groups' },
  hint: {
    fr: 'Ces écritures désignent des choses différentes\u202f; elles ne sont plus proposées ensemble.',
    en: 'These spellings mean different things; they are no longer proposed together.',
  },
  schema: v.array(v.pipe(v.array(v.string()), v.minLength(2))),
  renamed: (refused: string[][]) => refused,
}

/** Columns whose values have to be those of each group; a group means nothing without one of them. */
const withinField = {
  ...columnsField({
    label: { fr: 'Seulement si ces colonnes sont identiques', en: 'Only if these columns are the same' },
    hint: {
      fr: 'Un groupe ne change que les lignes qui y ont ses propres valeurs.',
      en: 'A group changes only the rows that hold its own values there.',
    },
  }),
  without: (names: string[], column: string) => (names.includes(column) ? null : names),
}

/** What is kept beside the replacements and changes nothing: it serves to tell what is new in another file. */
export const searchFields = {
  within: optional(withinField),
  method: optional(methodField),
  radius: optional(radiusField),
  companions: optional(
    someColumnsField({
      label: { fr: 'Colonnes de preuve', en: 'Columns of evidence' },
      hint: {
        fr: 'Leurs valeurs parlent pour ou contre les variantes nouvelles.',
        en: 'Their values speak for or against new spellings.',
      },
    }),
  ),
  reference: optional(referenceField({ label: { fr: 'Liste de référence', en: 'Reference list' } })),
  key: optional(newColumnField({ label: { fr: 'Colonne de la liste', en: 'Column of the list' } })),
  refused: optional(refusedField),
}
