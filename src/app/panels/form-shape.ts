import { messages } from '../../i18n/messages.ts'
import type { Localized } from '../../i18n/messages.ts'
import type { Params } from '../../steps/step.ts'
import { numberedColumns } from './fields/numbered-columns.ts'

/** Ways to fill a step of which each uses some of its fields: choosing one empties the others' fields. */
export interface Alternative {
  label: Localized
  fields: readonly string[]
  /** What the person would most likely fill in, from the names of the table's columns; `undefined` empties a field. */
  start?(columns: readonly string[]): Params
}

/** What a form knows about a step beyond its fields. */
export interface FormShape {
  /** Fields that the recipe may leave out but without which this form is not complete. */
  required?: readonly string[]
  alternatives?: readonly Alternative[]
  /** What a choice that is left out stands for. */
  defaults?: Readonly<Record<string, string>>
  /** Fields folded away. */
  rarely?: readonly string[]
  /** Fields that these parameters leave nothing to choose in. */
  unneeded?(params: Params): readonly string[]
  /** Reference tables that the codes of the step's column need not be in. */
  unlike?: readonly string[]
  /** Whether each value that the step explains can be settled otherwise. */
  revisable?: boolean
  /** Text fields that name a column of the reference table. */
  ofReference?: readonly string[]
  /** Which sentence to say when the parameters do not go together. */
  check?: 'groups' | 'fill' | 'names' | 'join'
  /** What the form is called and says of itself when its parameters make it something simpler; `null` for the step's own words. */
  simpler?(params: Params): { title: Localized; about: Localized } | null
}

const UNPIVOT_WAYS = messages({
  fr: { one: 'Un seul genre de valeur', many: 'Plusieurs genres (Objet 1, Montant 1, Objet 2…)' },
  en: { one: 'One kind of value', many: 'Several kinds (Purpose 1, Amount 1, Purpose 2…)' },
})

/** Numbered columns are what repeats; then no column has to say which one a value comes from. */
function repeatedColumns(columns: readonly string[]): Params {
  const groups = numberedColumns(columns)
  return groups.length === 0 ? {} : { groups, name: undefined }
}

const REPLACING = {
  title: { fr: 'Remplacer des valeurs', en: 'Replace values' },
  about: {
    fr: 'Remplace une valeur par une autre, partout dans la colonne.',
    en: 'Replaces a value by another one, everywhere in the column.',
  },
}

/** Values that become others one by one, and that no method has found, are no spellings of one thing. */
function oneByOne({ replacements, method }: Params): typeof REPLACING | null {
  const all = (Array.isArray(replacements) ? replacements : []) as readonly { from?: readonly string[] }[]
  const single = all.length > 0 && all.every(({ from = [] }) => from.length === 1)
  return single && method === undefined ? REPLACING : null
}

/** The nomenclatures and small tables that Tamis carries have their codes in `code`. */
const keyOfBuiltIn = ({ reference, key }: Params): readonly string[] =>
  typeof reference === 'object' && reference !== null && !('sheet' in reference) && key === 'code'
    ? ['key']
    : []

const SHAPES: Readonly<Record<string, FormShape>> = {
  unpivot: {
    required: ['columns', 'name', 'value'],
    alternatives: [
      { label: { fr: UNPIVOT_WAYS.fr.one, en: UNPIVOT_WAYS.en.one }, fields: ['columns', 'value'] },
      {
        label: { fr: UNPIVOT_WAYS.fr.many, en: UNPIVOT_WAYS.en.many },
        fields: ['groups'],
        start: repeatedColumns,
      },
    ],
    defaults: { drop: 'blanks' },
    rarely: ['keep'],
    check: 'names',
  },
  'to-number': { defaults: { decimal: 'auto' } },
  'to-date': { defaults: { write: 'auto', order: 'auto', serials: 'auto' }, rarely: ['serials'] },
  'reorder-columns': { defaults: { rest: 'after' } },
  'fill-from-reference': {
    defaults: { fill: 'blanks' },
    ofReference: ['key'],
    unneeded: keyOfBuiltIn,
    rarely: ['settled'],
  },
  'convert-codes': { rarely: ['proof', 'settled'], unlike: ['to'], check: 'names', revisable: true },
  'replace-values': {
    ofReference: ['key'],
    rarely: ['within', 'method', 'radius', 'companions', 'reference', 'key', 'refused'],
    check: 'groups',
    simpler: oneByOne,
  },
  'restore-zeros': { ofReference: ['key'], rarely: ['direction', 'movement', 'key', 'settled'] },
  summarise: { check: 'names' },
  'join-sheet': {
    defaults: { keep: 'all', several: 'refuse' },
    rarely: ['alike'],
    unneeded: ({ keep }) => (keep === 'unmatched' ? ['take', 'several'] : []),
    check: 'join',
  },
  'append-rows': { defaults: { extras: 'add' } },
  'pad-codes': { rarely: ['fill'], check: 'fill' },
}

export const formShape = (step: string): FormShape => SHAPES[step] ?? {}
