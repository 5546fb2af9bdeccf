import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes } from '../table/column.ts'
import { columnNamed } from '../table/table.ts'
import type { Value } from '../table/value.ts'
import { changeColumns } from './change-columns.ts'
import { chosenRows } from './condition.ts'
import { columnsField, whereField } from './fields.ts'
import { step } from './step.ts'
import { tidied } from './tidied.ts'
import { whereWords } from './where-words.ts'

/** Takes outer white space away and makes inner runs one plain space; a cell of white space alone becomes blank. */
export const trimAndCollapse = step({
  id: 'trim-and-collapse',
  group: 'values',
  title: { fr: 'Nettoyer les espaces', en: 'Clean up spaces' },
  about: {
    fr:
      'Retire les espaces au début et à la fin des textes, et n’en garde qu’un entre deux mots. ' +
      'Les espaces insécables, les tabulations et les retours à la ligne comptent aussi.',
    en:
      'Takes away spaces at both ends of texts and keeps a single one between two words. ' +
      'No-break spaces, tabs and line breaks count too.',
  },
  search: {
    fr: 'espace insécable blanc double début fin tabulation invisible',
    en: 'space whitespace trim double leading trailing tab invisible',
  },
  fields: { columns: columnsField({ label: { fr: 'Colonnes', en: 'Columns' } }), where: whereField },
  initial: (columns) => ({ columns: [...columns] }),
  sentence: {
    fr: ({ columns, where }) => `Nettoyer les espaces de ${fr.columns(columns)}${whereWords.fr(where)}`,
    en: ({ columns, where }) => `Clean up spaces in ${en.columns(columns)}${whereWords.en(where)}`,
  },
  async apply(table, { columns, where }, context) {
    const done = await changeColumns(table, columns, tidiedValue, context, { where })
    const chosen = chosenRows(table, where)
    let emptied = 0
    for (const name of columns) {
      const column = columnNamed(table, name)
      if (column.type !== 'text') continue
      const counts = countCodes(column, chosen)
      for (let code = 1; code < counts.length; code++) {
        if (counts[code]! > 0 && tidied(column.dictionary.text(code)) === '') emptied += counts[code]!
      }
    }
    // What an earlier step could not convert is not this step's failure.
    return { ...done, outcome: { ...done.outcome, failures: [], remarks: emptiedRemark(emptied) } }
  },
})

function tidiedValue(value: Value): Value {
  if (typeof value !== 'string') return value
  const text = tidied(value)
  return text === '' ? null : text
}

function emptiedRemark(cells: number): Localized[] {
  if (cells === 0) return []
  return [
    {
      fr: `${fr.count(cells, 'cellule ne contenait que des espaces\u00a0: elle est vide', 'cellules ne contenaient que des espaces\u00a0: elles sont vides')}.`,
      en: `${en.count(cells, 'cell held only spaces: it is blank', 'cells held only spaces: they are blank')}.`,
    },
  ]
}
