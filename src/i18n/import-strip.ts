import { messages } from './messages.ts'

/** Words of the strip that says how a file was read. */
export const importWords = messages({
  fr: {
    understood: 'Lu ainsi',
    options: {
      encoding: 'Encodage (accents)',
      separator: 'Séparateur',
      quote: 'Guillemets',
      headerRow: 'Noms des colonnes',
      skipLines: 'Lignes ignorées avant',
      nomenclature: 'Nomenclature',
      year: 'Année',
      part: 'Partie',
    } as Readonly<Record<string, string>>,
    change: (name: string, value: string) => `${name}\u00a0: ${value}. Changer`,
    why: 'Pourquoi',
    chosen: 'choisi à la main',
    letTamis: 'Laisser Tamis décider',
    apply: 'Lire ainsi',
    lineHint: 'Numéro de la ligne du fichier qui porte les noms\u00a0; 0 s’il n’y en a pas.',
    unreadable: 'Ce fichier n’a pas pu être lu.',
  },
  en: {
    understood: 'Read as',
    options: {
      encoding: 'Encoding (accents)',
      separator: 'Separator',
      quote: 'Quotes',
      headerRow: 'Column names',
      skipLines: 'Lines skipped before',
      nomenclature: 'Nomenclature',
      year: 'Year',
      part: 'Part',
    },
    change: (name, value) => `${name}: ${value}. Change`,
    why: 'Why',
    chosen: 'chosen by hand',
    letTamis: 'Let Tamis decide',
    apply: 'Read it so',
    lineHint: 'Number of the line of the file that holds the names; 0 if there is none.',
    unreadable: 'This file could not be read.',
  },
})
