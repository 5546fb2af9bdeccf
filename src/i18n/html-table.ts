import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words in a web page that is written. */
export const htmlTable = messages({
  fr: {
    caption: (rows: number, columns: number) =>
      `Tableau de ${fr.count(rows, 'ligne', 'lignes')} et ${fr.count(columns, 'colonne', 'colonnes')}`,
  },
  en: {
    caption: (rows, columns) =>
      `Table of ${en.count(rows, 'row', 'rows')} and ${en.count(columns, 'column', 'columns')}`,
  },
})
