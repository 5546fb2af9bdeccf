import { en, fr } from '../i18n/words.ts'
import { joinTexts } from '../table/join-texts.ts'
import { findColumn, insertColumns, type Table } from '../table/table.ts'
import { newColumnField, placeField, templateField } from './fields.ts'
import { applied } from './outcome.ts'
import { step } from './step.ts'
import { parseTemplate, templateColumns } from './template.ts'

/**
 * Adds a text column, the same text in every row or made from a template (`{Code}-{Nature}`, see `parseTemplate`). Blanks are
 * empty in the template; a cell without any text is blank. What stands in braces and names no column stays as it is written.
 */
export const addColumn = step({
  id: 'add-column',
  group: 'columns',
  title: { fr: 'Ajouter une colonne', en: 'Add a column' },
  about: {
    fr: 'Ajoute une colonne\u00a0: la même valeur partout (une année, un SIRET), ou un texte composé avec d’autres colonnes.',
    en: 'Adds a column: the same value everywhere (a year, a SIRET), or a text made from other columns.',
  },
  search: {
    fr: 'ajouter créer nouvelle colonne constante année siret composer assembler concaténer copier dupliquer',
    en: 'add create new column constant year siret combine join concatenate copy duplicate',
  },
  fields: {
    name: newColumnField({ label: { fr: 'Nom de la nouvelle colonne', en: 'Name of the new column' } }),
    value: templateField({
      label: { fr: 'Valeur', en: 'Value' },
      hint: {
        fr: 'Écrivez la valeur telle quelle. Un nom de colonne entre accolades, comme {Nature}, est remplacé par la valeur de la ligne\u202f; pour une accolade, écrivez-la deux fois.',
        en: 'Write the value as it is. A column’s name in braces, like {Nature}, is replaced by the row’s value; to get a brace, write it twice.',
      },
    }),
    after: placeField({
      label: { fr: 'Placée après', en: 'Placed after' },
      hint: { fr: 'À la fin si vous ne choisissez rien.', en: 'At the end if you choose nothing.' },
    }),
  },
  initial: (selected) => (selected.length === 0 ? { value: '' } : { value: '', after: selected.at(-1)! }),
  sentence: {
    fr: ({ name, value }) =>
      `Ajouter la colonne ${fr.name(name)}${value === '' ? ', vide' : `\u00a0: ${value}`}`,
    en: ({ name, value }) => `Add column ${en.name(name)}${value === '' ? ', empty' : `: ${value}`}`,
  },
  columnsAfter: ({ name, after }, before) => {
    const position = after === undefined ? -1 : before.indexOf(after)
    return before.toSpliced(position < 0 ? before.length : position + 1, 0, name)
  },
  apply: (table, { name, value, after }) => {
    const parts = parseTemplate(value).map((part) =>
      'text' in part ? part.text : (findColumn(table, part.column) ?? `{${part.column}}`),
    )
    const position = table.columns.findIndex((column) => column.name === after)
    const added = joinTexts(name, parts, table.rowCount)
    return applied(table, insertColumns(table, [added], position < 0 ? table.columns.length : position + 1), {
      remarks: unknownNames(table, value),
    })
  },
})

function unknownNames(table: Table, template: string) {
  const unknown = templateColumns(template).filter((name) => findColumn(table, name) === undefined)
  if (unknown.length === 0) return []
  const written = unknown.map((name) => `{${name}}`)
  return [
    {
      fr: `${fr.list(written)} ne correspond à aucune colonne\u00a0: c’est écrit tel quel dans chaque ligne.`,
      en: `${en.list(written)} names no column: it is written as it is in every row.`,
    },
  ]
}
