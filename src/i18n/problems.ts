import { type PlainProblem, type ProblemCode, type ProblemValues } from '../problem/problem.ts'
import { type Language, type Localized } from './messages.ts'
import { en, fr } from './words.ts'

type Sentences = { readonly [C in ProblemCode]: (values: ProblemValues[C]) => string }

/** What happened, where, what it changes, what to do: one sentence maker a code, in the order of `ProblemValues`. */
const sentences: Localized<Sentences> = {
  fr: {
    'missing-column': ({ column }) =>
      `La colonne ${fr.name(column)} n’existe pas dans ce tableau. L’étape n’a rien changé. Choisissez une autre colonne.`,
    'duplicate-column': ({ column }) =>
      `Deux colonnes s’appelleraient ${fr.name(column)}. Donnez un autre nom à l’une d’elles.`,
    'blank-column-name': () => 'Une colonne n’aurait pas de nom. Donnez-lui-en un.',
    cancelled: () => 'Abandonné\u00a0: rien n’a été changé.',
    'unknown-nomenclature': ({ name, known }) =>
      `Tamis ne connaît pas la nomenclature ${fr.name(name)}. Celles qu’il connaît\u00a0: ${fr.list(known)}.`,
    'xml-cut': ({ line, rows }) =>
      `Ce fichier n’est pas fermé\u00a0: il s’arrête à la ligne ${fr.number(line)}. Il a sans doute été coupé pendant un envoi\u00a0: ${fr.count(rows, 'ligne entière', 'lignes entières')} avant la coupure. Demandez-le de nouveau.`,
    'xml-broken': ({ line, column }) =>
      `Ce fichier XML est abîmé à la ligne ${fr.number(line)}, caractère ${fr.number(column)}. Il n’a pas pu être ouvert\u00a0; demandez-le de nouveau à la personne ou au logiciel qui l’a produit.`,
    'xml-doctype': ({ line }) =>
      `Ce fichier XML contient, ligne ${fr.number(line)}, une déclaration DOCTYPE qui peut appeler d’autres fichiers. Par sécurité, il n’a pas été ouvert.`,
    'xml-unknown-root': ({ root }) =>
      `Ce fichier XML n’est pas un document que Tamis sait lire${root === '' ? '' : ` (il commence par ${fr.name(root)})`}. Tamis ouvre les budgets (TotEM), les comptes financiers uniques et les plans de comptes.`,
    'wrong-encoding': ({ encoding }) =>
      `Ce fichier n’est pas écrit dans l’encodage ${fr.name(encoding)}. Choisissez un autre encodage (accents) au-dessus du tableau.`,
  },
  en: {
    'missing-column': ({ column }) =>
      `The column ${en.name(column)} does not exist in this table. The step changed nothing. Choose another column.`,
    'duplicate-column': ({ column }) =>
      `Two columns would be called ${en.name(column)}. Give one of them another name.`,
    'blank-column-name': () => 'A column would have no name. Give it one.',
    cancelled: () => 'Given up: nothing was changed.',
    'unknown-nomenclature': ({ name, known }) =>
      `Tamis does not know the nomenclature ${en.name(name)}. It knows ${en.list(known)}.`,
    'xml-cut': ({ line, rows }) =>
      `This file is not closed: it stops at line ${en.number(line)}. It was probably cut while being sent: ${en.count(rows, 'whole row', 'whole rows')} before the cut. Ask for it again.`,
    'xml-broken': ({ line, column }) =>
      `This XML file is damaged at line ${en.number(line)}, character ${en.number(column)}. It could not be opened; ask for it again.`,
    'xml-doctype': ({ line }) =>
      `This XML file has a DOCTYPE declaration at line ${en.number(line)}, which can call for other files. For safety it was not opened.`,
    'xml-unknown-root': ({ root }) =>
      `This XML file is not a document that Tamis can read${root === '' ? '' : ` (it begins with ${en.name(root)})`}. Tamis opens French budgets (TotEM), single financial accounts and charts of accounts.`,
    'wrong-encoding': ({ encoding }) =>
      `This file is not written in the encoding ${en.name(encoding)}. Choose another encoding above the table.`,
  },
}

/** A problem as a person reads it. */
export function problemSentence(problem: PlainProblem, language: Language): string {
  const say = sentences[language][problem.code] as (values: ProblemValues[ProblemCode]) => string
  return say(problem.values)
}
