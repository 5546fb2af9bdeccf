import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { cellText } from '../table/column.ts'
import { mapValues } from '../table/map-values.ts'
import { columnNamed, replaceColumns, type Table } from '../table/table.ts'
import { valueFromText } from './value-from-text.ts'
import { columnField, integerField, textField } from './fields.ts'
import { applied, failuresOf, type Applied } from './outcome.ts'
import { step } from './step.ts'

const valueField = (said: Parameters<typeof textField>[0]) => ({ ...textField(said), kind: 'value' as const })

/**
 * Corrects one cell, known by its column, its row and what it holds: if it no longer holds that (another file, other rows
 * before it), nothing changes and it is reported as `not-found`. '' stands for a blank.
 */
export const editCell = step({
  id: 'edit-cell',
  group: 'values',
  title: { fr: 'Corriger une cellule', en: 'Correct a cell' },
  about: {
    fr: 'Change cette cellule seulement, tant qu’elle contient ce qui est indiqué.',
    en: 'Changes this cell only, as long as it holds what is said.',
  },
  search: { fr: 'modifier saisir case valeur faute', en: 'edit type value typo fix' },
  fields: {
    column: columnField({ label: { fr: 'Colonne', en: 'Column' } }),
    row: integerField({
      label: { fr: 'Ligne', en: 'Row' },
      hint: {
        fr: 'La première ligne du tableau porte le numéro 1.',
        en: 'The first row of the table is number 1.',
      },
      min: 1,
      max: 2 ** 31,
    }),
    from: valueField({
      label: { fr: 'Valeur actuelle', en: 'Present value' },
      hint: {
        fr: 'Si la cellule contient autre chose, elle ne sera pas changée.',
        en: 'If the cell holds something else, it will not be changed.',
      },
    }),
    to: valueField({
      label: { fr: 'Nouvelle valeur', en: 'New value' },
      hint: { fr: 'Laissez vide pour vider la cellule.', en: 'Leave empty to make the cell blank.' },
    }),
  },
  sentence: {
    fr: ({ column, row, from, to }) =>
      `Corriger la cellule de ${fr.name(column)}, ligne\u00a0${fr.number(row)}\u00a0: ${saidIn.fr(from)} devient ${saidIn.fr(to)}`,
    en: ({ column, row, from, to }) =>
      `Correct the cell of ${en.name(column)}, row\u00a0${en.number(row)}: ${saidIn.en(from)} becomes ${saidIn.en(to)}`,
  },
  apply: (table, { column: name, row, from, to }) => {
    const column = columnNamed(table, name)
    if (row > table.rowCount) return notThere(table, name, row, from, null)
    const held = cellText(column, row - 1)
    if (held !== from) return notThere(table, name, row, from, held)
    const chosen = new Uint8Array(table.rowCount)
    chosen[row - 1] = 1
    const mapped = mapValues(column, (value) => (from === to ? value : valueFromText(to, column.type)), {
      chosen,
      blanks: true,
    })
    return applied(table, replaceColumns(table, new Map([[name, mapped.column]])), {
      changedCells: mapped.changedCells,
      failures: failuresOf('unconverted', name, mapped.unconverted),
    })
  },
})

/** A cell's text as a sentence says it. */
const saidIn: Localized<(text: string) => string> = {
  fr: (text) => (text === '' ? 'vide' : fr.name(text)),
  en: (text) => (text === '' ? 'blank' : en.name(text)),
}

/** Nothing changed: the cell holds something else, or (`null`) there is no such row. */
function notThere(table: Table, column: string, row: number, from: string, held: string | null): Applied {
  const remark =
    held === null
      ? {
          fr: `Le tableau n’a pas de ligne\u00a0${fr.number(row)}\u00a0: rien n’a changé.`,
          en: `The table has no row\u00a0${en.number(row)}: nothing changed.`,
        }
      : {
          fr: `Ligne\u00a0${fr.number(row)}, la cellule attendue ${saidIn.fr(from)} est ${saidIn.fr(held)}\u00a0: rien n’a changé.`,
          en: `In row\u00a0${en.number(row)} the cell, expected ${saidIn.en(from)}, is ${saidIn.en(held)}: nothing changed.`,
        }
  return applied(table, table, {
    failures: failuresOf('not-found', column, [{ text: from, cells: 1 }]),
    remarks: [remark],
  })
}
