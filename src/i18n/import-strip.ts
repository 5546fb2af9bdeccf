import { messages, type Localized } from './messages.ts'
import { en, fr } from './words.ts'

type Named = Readonly<Record<string, string>>
type Said = Readonly<Record<string, (value: string) => string>>

const asItIs = (value: string): string => value

/** Names of what reading has to decide, by option; one that is not here goes by its key. */
export const optionNames: Localized<Named> = {
  fr: {
    encoding: 'Encodage (accents)',
    separator: 'Séparateur',
    quote: 'Guillemets',
    escape: 'Guillemet dans une cellule',
    headerRows: 'Lignes de noms',
    table: 'Tableau du fichier',
    repair: 'Textes abîmés',
    recut: 'Lignes écrites autrement',
    sheet: 'Feuille',
    range: 'Plage de cellules',
    merged: 'Cellules fusionnées',
    values: 'Nombres',
    headerRow: 'Noms des colonnes',
    skipLines: 'Lignes ignorées avant',
    nomenclature: 'Nomenclature',
    year: 'Année',
    part: 'Partie',
    decision: 'Document',
    path: 'Partie du fichier lue',
    element: 'Une ligne par',
    lists: 'Listes dans une cellule',
    repeated: 'Éléments répétés',
    numbers: 'Nombres',
    geometry: 'Lieux',
    file: 'Fichier de l’archive',
    format: 'Format',
    package: 'Description',
    description: 'Types et titres',
  },
  en: {
    encoding: 'Encoding (accents)',
    separator: 'Separator',
    quote: 'Quotes',
    escape: 'Quote inside a cell',
    headerRows: 'Lines of names',
    table: 'Table of the file',
    repair: 'Damaged texts',
    recut: 'Rows written otherwise',
    sheet: 'Sheet',
    range: 'Range of cells',
    merged: 'Merged cells',
    values: 'Numbers',
    headerRow: 'Column names',
    skipLines: 'Lines skipped before',
    nomenclature: 'Nomenclature',
    year: 'Year',
    part: 'Part',
    decision: 'Document',
    path: 'Part of the file read',
    element: 'One row for each',
    lists: 'Lists in a cell',
    repeated: 'Repeated elements',
    numbers: 'Numbers',
    geometry: 'Places',
    file: 'File of the archive',
    format: 'Format',
    package: 'Description',
    description: 'Types and titles',
  },
}

/** How an option is said in the strip when its name and value side by side would be too long. */
export const shortOptions: Localized<Said> = {
  fr: {
    encoding: asItIs,
    separator: asItIs,
    headerRow: (value) => (value.startsWith('aucun') ? value : `noms\u00a0: ${value}`),
    skipLines: (value) => `${value} ${value.endsWith('lignes') ? 'ignorées' : 'ignorée'} avant`,
    nomenclature: asItIs,
    year: asItIs,
    decision: asItIs,
    repair: asItIs,
    recut: asItIs,
    path: asItIs,
    element: asItIs,
    geometry: asItIs,
    file: asItIs,
    format: asItIs,
    package: asItIs,
    description: asItIs,
  },
  en: {
    encoding: asItIs,
    separator: asItIs,
    headerRow: (value) => (value.startsWith('no ') ? value : `names: ${value}`),
    skipLines: (value) => `${value} skipped before`,
    nomenclature: asItIs,
    year: asItIs,
    decision: asItIs,
    repair: asItIs,
    recut: asItIs,
    path: asItIs,
    element: asItIs,
    geometry: asItIs,
    file: asItIs,
    format: asItIs,
    package: asItIs,
    description: asItIs,
  },
}

/** What a person needs to know to fill a field, by option. */
export const optionHints: Localized<Readonly<Record<string, string>>> = {
  fr: {
    headerRow: 'Numéro de la ligne du fichier qui porte les noms\u202f; 0 s’il n’y en a pas.',
    range: 'Par exemple A3:F120\u202f; A3:F va jusqu’à la dernière ligne remplie.',
    separator: 'Un signe ou plusieurs\u202f; une tabulation s’écrit \\t, plusieurs espaces se tapent.',
  },
  en: {
    headerRow: 'Number of the line of the file that holds the names; 0 if there is none.',
    range: 'For example A3:F120; A3:F goes down to the last filled row.',
    separator: 'One sign or several; a tab is written \\t, several spaces are typed.',
  },
}

/** Words of the strip that says how a file was read. */
export const importWords = messages({
  fr: {
    understood: 'Lu ainsi',
    plain: (name: string, value: string) => `${name.toLowerCase()}\u00a0: ${value}`,
    skipped: (lines: number) => `${fr.count(lines, 'ligne ignorée', 'lignes ignorées')} avant`,
    change: (name: string, value: string) => `${name}\u00a0: ${value}. Changer`,
    why: (evidence: string) => `Pourquoi\u00a0: ${evidence}`,
    more: 'Autres réglages',
    less: 'Moins de réglages',
    letTamis: 'Laisser Tamis décider',
    apply: 'Lire ainsi',
    other: 'Autre…',
    formatFound: 'le contenu et le nom du fichier le disent.',
    formatOnly: 'aucun autre format ne peut lire ce fichier.',
    formatChosen: 'choisi à la main.',
    forgets: (names: readonly string[]) =>
      `Un autre choix oublie ce qui avait été choisi pour celui-ci\u00a0: ${fr.list(names)}.`,
    unreadable: 'Ce fichier n’a pas pu être lu.',
  },
  en: {
    understood: 'Read as',
    plain: (name, value) => `${name.toLowerCase()}: ${value}`,
    skipped: (lines) => `${en.count(lines, 'line', 'lines')} skipped before`,
    change: (name, value) => `${name}: ${value}. Change`,
    why: (evidence) => `Why: ${evidence}`,
    more: 'Other settings',
    less: 'Fewer settings',
    letTamis: 'Let Tamis decide',
    apply: 'Read it so',
    other: 'Other…',
    formatFound: 'the content and the name of the file say so.',
    formatOnly: 'no other format can read this file.',
    formatChosen: 'chosen by hand.',
    forgets: (names) => `Another choice forgets what had been chosen for this one: ${en.list(names)}.`,
    unreadable: 'This file could not be read.',
  },
})
