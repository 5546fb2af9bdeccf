import { messages } from './messages.ts'
import { en, fr } from './words.ts'

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
    /** How an option is said in the strip, where its value alone is not clear. */
    short: {
      encoding: (value) => value,
      separator: (value) => value,
      headerRow: (value) => `en-têtes\u00a0: ${value}`,
      skipLines: (value) => `${value} ignorées avant`,
      nomenclature: (value) => value,
      year: (value) => value,
    } as Readonly<Record<string, (value: string) => string>>,
    plain: (name: string, value: string) => `${name.toLowerCase()}\u00a0: ${value}`,
    skipped: (lines: number) => `${fr.count(lines, 'ligne ignorée', 'lignes ignorées')} avant`,
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
    short: {
      encoding: (value) => value,
      separator: (value) => value,
      headerRow: (value) => `names: ${value}`,
      skipLines: (value) => `${value} skipped before`,
      nomenclature: (value) => value,
      year: (value) => value,
    },
    plain: (name, value) => `${name.toLowerCase()}: ${value}`,
    skipped: (lines) => `${en.count(lines, 'line', 'lines')} skipped before`,
    change: (name, value) => `${name}: ${value}. Change`,
    why: 'Why',
    chosen: 'chosen by hand',
    letTamis: 'Let Tamis decide',
    apply: 'Read it so',
    lineHint: 'Number of the line of the file that holds the names; 0 if there is none.',
    unreadable: 'This file could not be read.',
  },
})
