import { en, fr } from '../i18n/words.ts'
import { columnNamed, tableOf } from '../table/table.ts'
import { choiceField, optional, orderField } from './fields.ts'
import { applied } from './outcome.ts'
import { step } from './step.ts'

/** Puts columns in the order named; the others keep theirs, after (unless `rest` says before) the named ones. */
export const reorderColumns = step({
  id: 'reorder-columns',
  group: 'columns',
  title: { fr: 'Changer l’ordre des colonnes', en: 'Change the order of columns' },
  about: {
    fr: 'Place des colonnes au début ou à la fin du tableau, dans l’ordre choisi. Les autres gardent leur ordre.',
    en: 'Puts columns at the start or the end of the table, in the chosen order. The others keep theirs.',
  },
  search: {
    fr: 'ordre ranger déplacer réordonner trier colonnes début fin',
    en: 'order arrange move reorder sort columns start end',
  },
  fields: {
    columns: orderField({
      label: { fr: 'Colonnes, dans l’ordre voulu', en: 'Columns, in the wanted order' },
    }),
    rest: optional(
      choiceField({
        label: { fr: 'Les autres colonnes', en: 'The other columns' },
        order: ['after', 'before'],
        choices: {
          after: { fr: 'après celles-ci', en: 'after these' },
          before: { fr: 'avant celles-ci', en: 'before these' },
        },
      }),
    ),
  },
  initial: (selected) => (selected.length === 0 ? {} : { columns: [...selected] }),
  sentence: {
    fr: ({ columns, rest }) => `Placer ${fr.columns(columns)} ${rest === 'before' ? 'à la fin' : 'au début'}`,
    en: ({ columns, rest }) =>
      `Put ${en.columns(columns)} ${rest === 'before' ? 'at the end' : 'at the start'}`,
  },
  columnsAfter: ({ columns, rest }, before) => inOrder(columns, rest, before),
  apply: (table, { columns, rest }) => {
    const before = table.columns.map(({ name }) => name)
    const after = inOrder(columns, rest, before)
    const remarks = after.some((name, index) => name !== before[index])
      ? []
      : [{ fr: 'Les colonnes étaient déjà dans cet ordre.', en: 'The columns were in this order already.' }]
    const ordered = after.map((name) => columnNamed(table, name))
    return applied(table, tableOf(ordered, table.rowCount), { remarks })
  },
})

function inOrder(
  columns: readonly string[],
  rest: 'after' | 'before' | undefined,
  before: readonly string[],
): string[] {
  const named = [...new Set(columns)].filter((name) => before.includes(name))
  const others = before.filter((name) => !columns.includes(name))
  return rest === 'before' ? [...others, ...named] : [...named, ...others]
}
