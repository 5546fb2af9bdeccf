import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** What reading a workbook says: choices with their evidence, and notes. */
export const spreadsheetReading = messages({
  fr: {
    allSheets: 'toutes les feuilles, l’une sous l’autre',
    sheetColumn: 'Feuille',
    onlySheet: 'Le classeur n’a qu’une feuille.',
    firstSheet: (count: number) =>
      `C’est la première des ${fr.number(count)} feuilles qui contient un tableau.`,
    sameColumns: (count: number) => `${fr.count(count, 'feuille a', 'feuilles ont')} les mêmes colonnes.`,
    inSheet: (sheet: string, text: string) => `Feuille ${fr.name(sheet)}\u00a0: ${text}`,
    rangeEvidence: (rows: number, columns: number, above: number) =>
      `${fr.count(rows, 'ligne', 'lignes')} et ${fr.count(columns, 'colonne remplie', 'colonnes remplies')}${above === 0 ? '' : `, sous ${fr.count(above, 'ligne', 'lignes')} de titre`}.`,
    headerRow: (row: number) => (row === 0 ? 'aucun nom de colonne' : `ligne ${fr.number(row)}`),
    merged: (value: string): string =>
      value === 'each' ? 'recopiées dans chaque cellule' : 'première cellule seule',
    mergedEvidence: (areas: number) =>
      `${fr.count(areas, 'groupe', 'groupes')} de cellules fusionnées\u00a0: le fichier ne garde la valeur que dans la première.`,
    values: (value: string): string => (value === 'shown' ? 'comme affichées' : 'comme enregistrées'),
    valuesEvidence: (shown: string, stored: string) =>
      `Le tableur affiche ${fr.name(shown)} là où ${fr.name(stored)} est enregistré.`,
    chosen: 'Choisi à la main.',
    padded: (values: number, shown: string, stored: string, asShown: boolean) =>
      `${fr.count(values, 'nombre s’affiche', 'nombres s’affichent')} autrement que ${values < 2 ? 'sa' : 'leur'} valeur\u00a0: ${fr.name(shown)} pour ${stored}. Tamis lit ${asShown ? 'ce qui est affiché' : 'ce qui est enregistré'}.`,
    otherSheets: (read: string, names: readonly string[]) =>
      `La feuille ${fr.name(read)} est ouverte\u202f; le classeur en contient ${names.length < 2 ? 'une autre' : `${fr.number(names.length)} autres`}\u00a0: ${fr.list(names.slice(0, 10).map(fr.name))}${names.length > 10 ? '…' : ''}. Pour en lire une autre, ou toutes, cliquez sur le nom de la feuille dans la ligne «\u00a0Lu ainsi\u00a0».`,
    hiddenSheets: (names: readonly string[]) =>
      `${names.length < 2 ? 'Une feuille est masquée' : `${fr.number(names.length)} feuilles sont masquées`} dans ce classeur\u00a0: ${fr.list(names.slice(0, 10).map(fr.name))}${names.length > 10 ? '…' : ''}.`,
    sheetIsHidden: 'Cette feuille est masquée dans le classeur.',
    blankSheets: (names: readonly string[]) =>
      `${names.length < 2 ? 'Une feuille vide a' : `${fr.number(names.length)} feuilles vides ont`} été laissée${names.length < 2 ? '' : 's'} de côté\u00a0: ${fr.list(names.slice(0, 10).map(fr.name))}.`,
    hiddenRows: (rows: number) =>
      `${fr.count(rows, 'ligne est masquée', 'lignes sont masquées')} dans le tableur (filtre ou autre)\u00a0: ${rows < 2 ? 'elle est lue' : 'elles sont lues'} comme les autres.`,
    hiddenColumns: (names: readonly string[]) =>
      `${names.length < 2 ? 'Une colonne est masquée' : `${fr.number(names.length)} colonnes sont masquées`} dans le tableur et ${names.length < 2 ? 'lue' : 'lues'} comme les autres\u00a0: ${fr.list(names.slice(0, 10).map(fr.name))}${names.length > 10 ? '…' : ''}.`,
    mergedFirst: (areas: number, example: string) =>
      `${fr.count(areas, 'groupe', 'groupes')} de cellules fusionnées (${example})\u00a0: la valeur est dans la première cellule, les autres sont vides.`,
    mergedEach: (areas: number, example: string) =>
      `${fr.count(areas, 'groupe', 'groupes')} de cellules fusionnées (${example})\u00a0: la valeur est recopiée dans chaque cellule.`,
    errors: (cells: number, texts: readonly string[], places: readonly string[]) =>
      `${fr.count(cells, 'cellule contient', 'cellules contiennent')} une erreur du tableur (${fr.list(texts)})\u00a0: ${fr.list(places)}${cells > places.length ? '…' : ''}. Le texte de l’erreur est gardé.`,
    formulas: (cells: number) =>
      `${fr.count(cells, 'cellule est calculée', 'cellules sont calculées')} par une formule\u00a0: le dernier résultat enregistré est lu, rien n’est recalculé.`,
    emptyFormulas: (cells: number, places: readonly string[]) =>
      `${fr.count(cells, 'formule n’a', 'formules n’ont')} pas de résultat enregistré\u00a0: ${fr.list(places)}${cells > places.length ? '…' : ''} ${cells < 2 ? 'est vide' : 'sont vides'}. Ouvrez le classeur dans un tableur et enregistrez-le pour ${cells < 2 ? 'l’' : 'les '}obtenir.`,
  },
  en: {
    allSheets: 'all sheets, one below the other',
    sheetColumn: 'Feuille',
    onlySheet: 'The workbook has a single sheet.',
    firstSheet: (count) => `It is the first of ${en.number(count)} sheets that holds a table.`,
    sameColumns: (count) => `${en.count(count, 'sheet has', 'sheets have')} the same columns.`,
    inSheet: (sheet, text) => `Sheet ${en.name(sheet)}: ${text}`,
    rangeEvidence: (rows, columns, above) =>
      `${en.count(rows, 'row', 'rows')} and ${en.count(columns, 'filled column', 'filled columns')}${above === 0 ? '' : `, below ${en.count(above, 'title row', 'title rows')}`}.`,
    headerRow: (row) => (row === 0 ? 'no column names' : `row ${en.number(row)}`),
    merged: (value) => (value === 'each' ? 'copied to each cell' : 'first cell only'),
    mergedEvidence: (areas) =>
      `${en.count(areas, 'group', 'groups')} of merged cells: the file keeps the value in the first cell only.`,
    values: (value) => (value === 'shown' ? 'as shown' : 'as stored'),
    valuesEvidence: (shown, stored) =>
      `The spreadsheet shows ${en.name(shown)} where ${en.name(stored)} is stored.`,
    chosen: 'Chosen by hand.',
    padded: (values, shown, stored, asShown) =>
      `${en.count(values, 'number is', 'numbers are')} shown otherwise than stored: ${en.name(shown)} for ${stored}. Tamis reads what is ${asShown ? 'shown' : 'stored'}.`,
    otherSheets: (read, names) =>
      `Sheet ${en.name(read)} is open; the workbook holds ${names.length < 2 ? 'another one' : `${en.number(names.length)} others`}: ${en.list(names.slice(0, 10).map(en.name))}${names.length > 10 ? '…' : ''}. To read another one, or all of them, click the name of the sheet in the line “Read as”.`,
    hiddenSheets: (names) =>
      `${names.length === 1 ? 'One sheet is hidden' : `${en.number(names.length)} sheets are hidden`} in this workbook: ${en.list(names.slice(0, 10).map(en.name))}${names.length > 10 ? '…' : ''}.`,
    sheetIsHidden: 'This sheet is hidden in the workbook.',
    blankSheets: (names) =>
      `${names.length === 1 ? 'One blank sheet was' : `${en.number(names.length)} blank sheets were`} set aside: ${en.list(names.slice(0, 10).map(en.name))}.`,
    hiddenRows: (rows) =>
      `${en.count(rows, 'row is hidden', 'rows are hidden')} in the spreadsheet (by a filter or otherwise) and read like the others.`,
    hiddenColumns: (names) =>
      `${names.length === 1 ? 'One column is hidden' : `${en.number(names.length)} columns are hidden`} in the spreadsheet and read like the others: ${en.list(names.slice(0, 10).map(en.name))}${names.length > 10 ? '…' : ''}.`,
    mergedFirst: (areas, example) =>
      `${en.count(areas, 'group', 'groups')} of merged cells (${example}): the value is in the first cell, the others are blank.`,
    mergedEach: (areas, example) =>
      `${en.count(areas, 'group', 'groups')} of merged cells (${example}): the value is copied to each cell.`,
    errors: (cells, texts, places) =>
      `${en.count(cells, 'cell holds', 'cells hold')} a spreadsheet error (${en.list(texts)}): ${en.list(places)}${cells > places.length ? '…' : ''}. The text of the error is kept.`,
    formulas: (cells) =>
      `${en.count(cells, 'cell is', 'cells are')} computed by a formula: the last saved result is read, nothing is computed again.`,
    emptyFormulas: (cells, places) =>
      `${en.count(cells, 'formula has', 'formulas have')} no saved result: ${en.list(places)}${cells > places.length ? '…' : ''} ${cells === 1 ? 'is' : 'are'} blank. Open the workbook in a spreadsheet and save it to have ${cells === 1 ? 'it' : 'them'}.`,
  },
})
