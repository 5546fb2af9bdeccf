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
    'missing-sheet': ({ sheet }) =>
      `La feuille ${fr.name(sheet)} n’existe pas dans ce classeur. Choisissez une autre feuille.`,
    'missing-step': () =>
      'Cette étape n’est plus dans la recette : elle a sans doute été supprimée entre-temps.',
    'unknown-step': ({ name }) => `Tamis ne connaît pas l’étape ${fr.name(name)}. Elle n’a rien changé.`,
    'recipe-not-json': () =>
      'Ce fichier de recette est illisible : ce n’est pas du JSON, ou il a été coupé. Rien n’a été changé. Demandez-le de nouveau.',
    'recipe-not-one': () =>
      'Ce fichier n’est pas une recette de Tamis. Rien n’a été changé. Choisissez un fichier qui finit par .tamis.json.',
    'recipe-newer': ({ version }) =>
      `Cette recette vient d’une version plus récente de Tamis (format ${fr.number(version)}). Rien n’a été changé. Ouvrez-la avec une version à jour.`,
    'recipe-unsafe': () =>
      'Cette recette contient un nom interdit (« __proto__ ») ou est emboîtée trop profondément : elle n’a pas été écrite par Tamis. Elle n’a pas été ouverte.',
    'recipe-invalid': ({ where, found }) =>
      `Cette recette est abîmée à l’endroit ${fr.name(where)} : ${found === '' ? 'il manque quelque chose' : `on y trouve ${found}`}. Rien n’a été changé. Demandez-la de nouveau.`,
    'recipe-unknown-step': ({ sheet, step, name }) =>
      `L’étape ${fr.number(step)} de la feuille ${fr.name(sheet)} est inconnue : ${fr.name(name)}. Rien n’a été changé. La recette vient peut-être d’une version plus récente de Tamis.`,
    'recipe-bad-step': ({ sheet, step, title, where }) =>
      `L’étape ${fr.number(step)} de la feuille ${fr.name(sheet)} (${title.fr}) a un réglage qui ne convient pas${where === '' ? '' : ` : ${fr.name(where)}`}. Rien n’a été changé. Corrigez ce réglage ou demandez la recette de nouveau.`,
    'recipe-repeated': ({ name }) =>
      `Le nom ${fr.name(name)} est donné deux fois dans cette recette. Rien n’a été changé. Choisissez un autre nom.`,
    'recipe-unknown-sheet': ({ wanted, sheet }) =>
      `La feuille ${fr.name(sheet)} a besoin de la feuille ${fr.name(wanted)}, qui n’existe pas. Rien n’a été changé.`,
    'recipe-sheet-cycle': ({ sheet }) =>
      `La feuille ${fr.name(sheet)} dépendrait d’elle-même. Rien n’a été changé. Choisissez une autre feuille.`,
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
    'missing-sheet': ({ sheet }) =>
      `The sheet ${en.name(sheet)} does not exist in this workbook. Choose another sheet.`,
    'missing-step': () => 'This step is no longer in the recipe: it was probably deleted meanwhile.',
    'unknown-step': ({ name }) => `Tamis does not know the step ${en.name(name)}. It changed nothing.`,
    'recipe-not-json': () =>
      'This recipe file cannot be read: it is not JSON, or it was cut. Nothing was changed. Ask for it again.',
    'recipe-not-one': () =>
      'This file is not a Tamis recipe. Nothing was changed. Choose a file whose name ends in .tamis.json.',
    'recipe-newer': ({ version }) =>
      `This recipe comes from a newer version of Tamis (format ${en.number(version)}). Nothing was changed. Open it with an up-to-date version.`,
    'recipe-unsafe': () =>
      'This recipe holds a forbidden name (“__proto__”) or is nested too deeply: Tamis did not write it. It was not opened.',
    'recipe-invalid': ({ where, found }) =>
      `This recipe is damaged at ${en.name(where)}: ${found === '' ? 'something is missing' : `it holds ${found}`}. Nothing was changed. Ask for it again.`,
    'recipe-unknown-step': ({ sheet, step, name }) =>
      `Step ${en.number(step)} of the sheet ${en.name(sheet)} is unknown: ${en.name(name)}. Nothing was changed. The recipe may come from a newer version of Tamis.`,
    'recipe-bad-step': ({ sheet, step, title, where }) =>
      `Step ${en.number(step)} of the sheet ${en.name(sheet)} (${title.en}) has a setting that does not fit${where === '' ? '' : `: ${en.name(where)}`}. Nothing was changed. Correct the setting or ask for the recipe again.`,
    'recipe-repeated': ({ name }) =>
      `The name ${en.name(name)} is given twice in this recipe. Nothing was changed. Choose another name.`,
    'recipe-unknown-sheet': ({ wanted, sheet }) =>
      `The sheet ${en.name(sheet)} needs the sheet ${en.name(wanted)}, which does not exist. Nothing was changed.`,
    'recipe-sheet-cycle': ({ sheet }) =>
      `The sheet ${en.name(sheet)} would depend on itself. Nothing was changed. Choose another sheet.`,
  },
}

/** A problem as a person reads it. */
export function problemSentence(problem: PlainProblem, language: Language): string {
  const say = sentences[language][problem.code] as (values: ProblemValues[ProblemCode]) => string
  return say(problem.values)
}
