import { messages, type Localized } from './messages.ts'
import { en, fr } from './words.ts'

/** A column of a total line beside the sum of the rows above it, both as decimal texts. */
export interface SaidTotal {
  column: string
  said: string
  sum: string
  /** How many rows were added. */
  above: number
}

const both = messages({
  fr: {
    totalLine: (text: string, lines: number) =>
      lines === 1
        ? `La ligne ${fr.name(text)} est un total\u00a0: elle compterait deux fois dans les sommes.`
        : `${fr.count(lines, 'ligne', 'lignes')} ${fr.name(text)} sont des totaux\u00a0: elles compteraient deux fois dans les sommes.`,
    equalsSum: ({ column, said, above }: SaidTotal) =>
      `${column}\u00a0: ${fr.decimal(said)} = somme des ${fr.count(above, 'ligne', 'lignes')} au-dessus.`,
    differsFromSum: ({ column, said, sum, above }: SaidTotal) =>
      `${column}\u00a0: ${fr.decimal(said)} écrit, ${fr.decimal(sum)} pour la somme des ${fr.count(above, 'ligne', 'lignes')} au-dessus.`,
    alsoEqual: (columns: number) =>
      columns === 1
        ? 'De même pour une autre colonne.'
        : `De même pour ${fr.number(columns)} autres colonnes.`,
    emptyColumns: (columns: readonly string[]) =>
      columns.length === 1
        ? `La colonne ${fr.name(columns[0]!)} est entièrement vide.`
        : `${fr.columns(columns)} sont entièrement vides.`,
    textAmounts: (columns: readonly string[]) =>
      columns.length === 1
        ? `${fr.name(columns[0]!)} contient des nombres gardés comme du texte\u00a0: ils ne peuvent pas encore être additionnés.`
        : `${fr.columns(columns)} contiennent des nombres gardés comme du texte\u00a0: ils ne peuvent pas encore être additionnés.`,
    allConvert: (cells: number) =>
      `${fr.count(cells, 'cellule, lisible comme un nombre', 'cellules, toutes lisibles comme des nombres')}.`,
    someDoNot: (unreadable: number, cells: number, about: boolean) =>
      `${about ? 'Environ ' : ''}${fr.count(unreadable, 'cellule', 'cellules')} sur ${fr.number(cells)} ne ${unreadable === 1 ? 'pourrait' : 'pourraient'} pas devenir ${unreadable === 1 ? 'un nombre' : 'des nombres'} et ${unreadable === 1 ? 'garderait son' : 'garderaient leur'} texte.`,
    straySpaces: (columns: readonly string[], cells: number) =>
      `${fr.count(cells, 'cellule a', 'cellules ont')} des espaces en trop, au début, à la fin ou entre deux mots, dans ${fr.columns(columns)}.`,
    spellings: (column: string, groups: number) =>
      groups === 1
        ? `Dans ${fr.name(column)}, une même valeur semble écrite de plusieurs façons.`
        : `Dans ${fr.name(column)}, ${fr.number(groups)} valeurs semblent écrites de plusieurs façons.`,
    forExample: (texts: readonly string[]) => `Par exemple ${fr.list(texts.map((text) => fr.name(text)))}.`,
    lostChapterZeros: (column: string, cells: number) =>
      `Dans ${fr.count(cells, 'cellule', 'cellules')} de ${fr.name(column)}, le chapitre a perdu son zéro de devant\u00a0: 11 et 12 n’existent que comme 011 et 012. D’autres chapitres l’ont peut-être perdu aussi.`,
    lostArticleZeros: (column: string, cells: number, examples: readonly string[]) =>
      `Dans ${fr.count(cells, 'cellule', 'cellules')} de ${fr.name(column)}, l’article a perdu ses zéros de devant, comme ${fr.list(examples.map(fr.name))}.`,
    contradictedLabels: (codes: string, labels: string, cells: number) =>
      `Dans ${fr.count(cells, 'ligne', 'lignes')}, ${fr.name(labels)} ne va pas avec ${fr.name(codes)}\u00a0: c’est le libellé d’un autre code.`,
    labelOfAnother: (code: string, label: string) => `Par exemple ${code} avec ${fr.name(label)}.`,
    twoLabels: (codes: string, labels: string, count: number) =>
      `${fr.count(count, 'code', 'codes')} de ${fr.name(codes)} ${count === 1 ? 'a' : 'ont'} plusieurs libellés différents dans ${fr.name(labels)}.`,
    standsBeside: (key: string, values: readonly { text: string; cells: number }[]) =>
      `Par exemple ${key}\u00a0: ${fr.list(values.slice(0, 3).map(({ text, cells }) => `${fr.name(text)} (${fr.count(cells, 'ligne', 'lignes')})`))}.`,
    oneSiretTwoNames: (names: string, count: number) =>
      `${fr.count(count, 'SIRET est écrit', 'SIRET sont écrits')} à côté de plusieurs noms différents dans ${fr.name(names)}.`,
    oneNameTwoSirets: (names: string, count: number) =>
      `${fr.count(count, 'nom', 'noms')} de ${fr.name(names)} ${count === 1 ? 'a' : 'ont'} les SIRET de plusieurs organismes\u00a0: homonymes, ou numéro mal recopié.`,
    ruinedIdentifiers: (column: string, cells: number) =>
      `Dans ${fr.name(column)}, ${fr.count(cells, 'numéro a été abîmé', 'numéros ont été abîmés')} par un tableur\u00a0: les derniers chiffres sont perdus. Reprenez-les dans le fichier d’origine.`,
    lostZeros: (column: string, cells: number, length: number) =>
      `Dans ${fr.name(column)}, ${fr.count(cells, 'code a', 'codes ont')} sans doute perdu ${cells === 1 ? 'son' : 'leur'} zéro de devant\u00a0: ${cells === 1 ? 'il n’a' : 'ils n’ont'} que ${fr.count(length - 1, 'chiffre', 'chiffres')} au lieu de ${fr.number(length)}.`,
  },
  en: {
    totalLine: (text, lines) =>
      lines === 1
        ? `The row ${en.name(text)} is a total: it would count twice in sums.`
        : `${en.count(lines, 'row', 'rows')} ${en.name(text)} are totals: they would count twice in sums.`,
    equalsSum: ({ column, said, above }) =>
      `${column}: ${en.decimal(said)} = sum of the ${en.count(above, 'row', 'rows')} above.`,
    differsFromSum: ({ column, said, sum, above }) =>
      `${column}: ${en.decimal(said)} as written, ${en.decimal(sum)} for the sum of the ${en.count(above, 'row', 'rows')} above.`,
    alsoEqual: (columns) =>
      columns === 1 ? 'The same for another column.' : `The same for ${en.number(columns)} other columns.`,
    emptyColumns: (columns) =>
      columns.length === 1
        ? `The column ${en.name(columns[0]!)} is wholly blank.`
        : `${en.columns(columns)} are wholly blank.`,
    textAmounts: (columns) =>
      `${en.columns(columns)} ${columns.length === 1 ? 'holds' : 'hold'} numbers kept as text: they cannot be added up yet.`,
    allConvert: (cells) =>
      `${en.count(cells, 'cell, readable as a number', 'cells, all readable as numbers')}.`,
    someDoNot: (unreadable, cells, about) =>
      `${about ? 'About ' : ''}${en.number(unreadable)} of ${en.count(cells, 'cell', 'cells')} could not become ${unreadable === 1 ? 'a number' : 'numbers'} and would keep ${unreadable === 1 ? 'its' : 'their'} text.`,
    straySpaces: (columns, cells) =>
      `${en.count(cells, 'cell has', 'cells have')} needless spaces at either end or between two words, in ${en.columns(columns)}.`,
    spellings: (column, groups) =>
      groups === 1
        ? `In ${en.name(column)}, one value seems to be written in several ways.`
        : `In ${en.name(column)}, ${en.number(groups)} values seem to be written in several ways.`,
    forExample: (texts) => `For example ${en.list(texts.map((text) => en.name(text)))}.`,
    lostChapterZeros: (column, cells) =>
      `In ${en.count(cells, 'cell', 'cells')} of ${en.name(column)} the chapter has lost its leading zero: 11 and 12 exist as 011 and 012 alone. Other chapters may have lost theirs too.`,
    lostArticleZeros: (column, cells, examples) =>
      `In ${en.count(cells, 'cell', 'cells')} of ${en.name(column)} the article has lost its leading zeros, like ${en.list(examples.map(en.name))}.`,
    contradictedLabels: (codes, labels, cells) =>
      `In ${en.count(cells, 'row', 'rows')} ${en.name(labels)} does not go with ${en.name(codes)}: it is the label of another code.`,
    labelOfAnother: (code, label) => `For example ${code} with ${en.name(label)}.`,
    twoLabels: (codes, labels, count) =>
      `${en.count(count, 'code', 'codes')} of ${en.name(codes)} ${count === 1 ? 'has' : 'have'} several different labels in ${en.name(labels)}.`,
    standsBeside: (key, values) =>
      `For example ${key}: ${en.list(values.slice(0, 3).map(({ text, cells }) => `${en.name(text)} (${en.count(cells, 'row', 'rows')})`))}.`,
    oneSiretTwoNames: (names, count) =>
      `${en.count(count, 'SIRET stands', 'SIRETs stand')} beside several different names in ${en.name(names)}.`,
    oneNameTwoSirets: (names, count) =>
      `${en.count(count, 'name', 'names')} of ${en.name(names)} ${count === 1 ? 'has' : 'have'} the SIRETs of several bodies: namesakes, or a number copied wrongly.`,
    ruinedIdentifiers: (column, cells) =>
      `In ${en.name(column)}, ${en.count(cells, 'number was', 'numbers were')} ruined by a spreadsheet: the last digits are lost. Take them again from the original file.`,
    lostZeros: (column, cells, length) =>
      `In ${en.name(column)}, ${en.count(cells, 'code has', 'codes have')} surely lost ${cells === 1 ? 'its' : 'their'} leading zero: ${cells === 1 ? 'it has' : 'they have'} only ${en.count(length - 1, 'digit', 'digits')} instead of ${en.number(length)}.`,
  },
})

type Said = (typeof both)['fr']

/** A finding's words in both languages. */
export const findingText = (say: (said: Said) => string): Localized => ({
  fr: say(both.fr),
  en: say(both.en),
})
