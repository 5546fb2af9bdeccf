import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words of the account of the work, a page that goes with published data. */
export const accountWords = messages({
  fr: {
    title: (work: string) => `Compte rendu du travail\u00a0: ${work}`,
    file: (work: string) => `${work} - compte rendu`,
    made: (day: string) =>
      `Établi par Tamis le ${day}, d’après les étapes enregistrées. Rien d’autre n’a été changé dans les données.`,
    sheet: (name: string) => `Feuille ${fr.name(name)}`,
    fromFile: (file: string, format: string, rows: number, columns: number) =>
      `Fichier ${fr.name(file)}, ${format}\u00a0: ${fr.count(rows, 'ligne', 'lignes')}, ${fr.count(columns, 'colonne', 'colonnes')}.`,
    fromData: (rows: number) =>
      `Tableau contenu dans la recette\u00a0: ${fr.count(rows, 'ligne', 'lignes')}.`,
    fromSheet: (sheet: string, rows: number) =>
      `À la suite de la feuille ${fr.name(sheet)}\u00a0: ${fr.count(rows, 'ligne', 'lignes')}.`,
    unreadable: (file: string, why: string) => `Le fichier ${fr.name(file)} n’a pas pu être lu. ${why}`,
    readAs: 'Lu ainsi',
    found: (option: string, value: string) => `${option}\u00a0: ${value}`,
    steps: 'Étapes',
    noStep: 'Aucune étape\u00a0: le tableau est celui du fichier.',
    off: 'Désactivée\u00a0: elle n’a pas été faite.',
    skipped: 'N’a pas été faite\u00a0: une colonne manque.',
    without: (columns: readonly string[]) => `Faite sans ${fr.columns(columns)}, qui manque.`,
    note: (text: string) => `Note\u00a0: ${text}`,
    examples: (texts: readonly string[], others: number) =>
      texts.join(', ') + (others > 0 ? ` et ${fr.count(others, 'autre valeur', 'autres valeurs')}` : ''),
    example: (text: string, cells: number) => `${fr.name(text)} (${fr.number(cells)})`,
    column: 'Colonne',
    before: 'Avant',
    after: 'Après',
    cells: 'Cellules',
    why: 'Pourquoi',
    moreChanges: (n: number) =>
      fr.count(n, 'autre valeur changée de même', 'autres valeurs changées de même'),
    dismissed: 'Constats écartés, avec la raison',
    reason: (text: string, reason: string) => `${text} Raison\u00a0: ${reason}`,
    left: 'Ce qui reste à regarder',
    result: (rows: number, columns: number) =>
      `Résultat\u00a0: ${fr.count(rows, 'ligne', 'lignes')}, ${fr.count(columns, 'colonne', 'colonnes')}.`,
  },
  en: {
    title: (work) => `Account of the work: ${work}`,
    file: (work) => `${work} - account`,
    made: (day) =>
      `Written by Tamis on ${day}, from the recorded steps. Nothing else was changed in the data.`,
    sheet: (name) => `Sheet ${en.name(name)}`,
    fromFile: (file, format, rows, columns) =>
      `File ${en.name(file)}, ${format}: ${en.count(rows, 'row', 'rows')}, ${en.count(columns, 'column', 'columns')}.`,
    fromData: (rows) => `Table held in the recipe: ${en.count(rows, 'row', 'rows')}.`,
    fromSheet: (sheet, rows) =>
      `Going on from the sheet ${en.name(sheet)}: ${en.count(rows, 'row', 'rows')}.`,
    unreadable: (file, why) => `The file ${en.name(file)} could not be read. ${why}`,
    readAs: 'Read as',
    found: (option, value) => `${option}: ${value}`,
    steps: 'Steps',
    noStep: 'No step: the table is the one of the file.',
    off: 'Turned off: it was not done.',
    skipped: 'Was not done: a column is missing.',
    without: (columns) => `Done without ${en.columns(columns)}, which is missing.`,
    note: (text) => `Note: ${text}`,
    examples: (texts, others) =>
      texts.join(', ') + (others > 0 ? ` and ${en.count(others, 'other value', 'other values')}` : ''),
    example: (text, cells) => `${en.name(text)} (${en.number(cells)})`,
    column: 'Column',
    before: 'Before',
    after: 'After',
    cells: 'Cells',
    why: 'Why',
    moreChanges: (n) => en.count(n, 'other value changed likewise', 'other values changed likewise'),
    dismissed: 'Findings set aside, with the reason',
    reason: (text, reason) => `${text} Reason: ${reason}`,
    left: 'What is left to look at',
    result: (rows, columns) =>
      `Result: ${en.count(rows, 'row', 'rows')}, ${en.count(columns, 'column', 'columns')}.`,
  },
})
