import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import type { Column, RowMask } from '../table/column.ts'
import { BLANK } from '../table/dictionary.ts'

const BECOME: Readonly<Record<'number' | 'date', Localized>> = {
  number: { fr: 'devenue nombre', en: 'numbers' },
  date: { fr: 'devenue date', en: 'dates' },
}

/** What is left of the rows that were not chosen, in columns that now have another type. */
export function otherRowsRemark(
  columns: readonly Column[],
  chosen: RowMask | undefined,
  type: 'number' | 'date',
): Localized[] {
  const cells =
    chosen === undefined ? 0 : columns.reduce((sum, column) => sum + filledOutside(column, chosen, type), 0)
  if (cells === 0) return []
  const one = cells === 1
  return [
    {
      fr: `${fr.count(cells, 'cellule des autres lignes garde son', 'cellules des autres lignes gardent leur')} texte, dans une colonne ${BECOME[type].fr}.`,
      en: `${en.count(cells, 'cell', 'cells')} of the other rows ${one ? 'keeps its' : 'keep their'} text, in a column that is now of ${BECOME[type].en}.`,
    },
  ]
}

function filledOutside(column: Column, chosen: RowMask, type: 'number' | 'date'): number {
  if (column.type === type) return 0
  let cells = 0
  for (let row = 0; row < chosen.length; row++) if (chosen[row] === 0 && column.codes[row] !== BLANK) cells++
  return cells
}
