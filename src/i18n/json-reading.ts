import { messages } from './messages.ts'
import { en, fr } from './words.ts'

export const jsonReading = messages({
  fr: {
    nested: (cells: number) =>
      `${fr.count(cells, 'cellule contient', 'cellules contiennent')} plusieurs valeurs\u00a0: elles sont gardées telles qu’elles sont écrites.`,
  },
  en: {
    nested: (cells) =>
      `${en.count(cells, 'cell holds', 'cells hold')} several values: they are kept as they are written.`,
  },
})
