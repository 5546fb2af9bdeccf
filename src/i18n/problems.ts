import { type PlainProblem, type ProblemCode, type ProblemValues } from '../problem/problem.ts'
import { type Language, type Localized } from './messages.ts'
import { fileKind } from './file-kind.ts'
import { en, fr } from './words.ts'

type Sentences = { readonly [C in ProblemCode]: (values: ProblemValues[C]) => string }

/** What is wrong in an XML file, in words. */
const xmlDamage: Localized<Readonly<Record<ProblemValues['xml-broken']['what'], string>>> = {
  fr: {
    tag: 'une balise ou un guillemet n’y est pas à sa place',
    character: 'un caractère interdit s’y trouve',
    entity: 'un signe «\u00a0&\u00a0» y est mal écrit (le XML veut «\u00a0&amp;\u00a0»)',
    other: 'ce qui s’y trouve n’est pas à sa place',
  },
  en: {
    tag: 'a tag or a quotation mark is out of place there',
    character: 'it holds a forbidden character there',
    entity: 'a “&” is badly written there (XML wants “&amp;”)',
    other: 'what stands there is out of place',
  },
}

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
      `Ce fichier n’est pas fermé\u00a0: il s’arrête à la ligne ${fr.number(line)}. Il a sans doute été coupé pendant un envoi. Demandez-le de nouveau${rows === 0 ? '' : `, ou ouvrez seulement ce qui précède (${fr.count(rows, 'ligne du tableau', 'lignes du tableau')})`}.`,
    'xml-broken': ({ line, column, what, rows }) =>
      `Ce fichier XML est abîmé à la ligne ${fr.number(line)}, caractère ${fr.number(column)}\u00a0: ${xmlDamage.fr[what]}. Demandez-le de nouveau à la personne ou au logiciel qui l’a produit${rows === 0 ? '' : `, ou ouvrez seulement ce qui précède (${fr.count(rows, 'ligne du tableau', 'lignes du tableau')})`}.`,
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
    'empty-file': ({ file }) =>
      `Le fichier ${fr.name(file)} est vide\u00a0: il ne contient aucun octet. Demandez-le de nouveau.`,
    'blank-file': ({ file }) =>
      `Le fichier ${fr.name(file)} ne contient que des lignes vides. Vérifiez que c’est le bon fichier.`,
    'not-a-table': ({ file, kind }) =>
      `Ce fichier est ${fileKind.fr[kind].what}, pas un tableau\u00a0: ${fr.name(file)} n’a pas été ouvert. ${fileKind.fr[kind].advice}`,
    'too-many-columns': ({ columns, line }) =>
      `La ligne ${fr.number(line)} a plus de ${fr.number(columns - 1)} colonnes\u00a0: le fichier n’a pas été ouvert. Choisissez un autre séparateur, ou vérifiez que c’est bien un tableau.`,
    'no-reader': ({ file }) =>
      `Tamis ne reconnaît pas le contenu de ${fr.name(file)}. Il ouvre les fichiers CSV ou texte, JSON et les budgets XML.`,
    'unknown-format': ({ format, known }) =>
      `Tamis ne lit pas le format ${fr.name(format)}. Il lit ${fr.list(known)}.`,
    'bad-option': ({ option, value }) =>
      `L’option de lecture ${fr.name(option)} ne peut pas valoir ${fr.name(value)}. Le fichier n’a pas été ouvert\u202f; corrigez cette option ou retirez-la.`,
    'json-broken': ({ line, column }) =>
      `Ce fichier JSON est abîmé à la ligne ${fr.number(line)}, caractère ${fr.number(column)}. Il n’a pas pu être ouvert\u202f; demandez-le de nouveau.`,
    'json-not-rows': () =>
      'Ce fichier JSON n’est pas une liste d’enregistrements ([{…}, {…}])\u00a0: Tamis ne peut pas en faire un tableau.',
    'missing-workbook': () => 'Ce classeur n’est plus sur cet ordinateur.',
    'missing-source': ({ sheet, file }) =>
      `Il manque le fichier ${file === '' ? '' : `${fr.name(file)} `}de la feuille ${fr.name(sheet)}. Choisissez-le pour continuer.`,
    'disk-full': () =>
      'Il n’y a plus de place sur cet ordinateur. Le travail continue, mais il sera perdu à la fermeture de l’onglet : téléchargez le classeur, ou supprimez d’anciens classeurs.',
    'storage-refused': () =>
      'Ce navigateur refuse de garder des données (navigation privée ?). Le travail continue, mais il sera perdu à la fermeture de l’onglet : téléchargez le classeur.',
    'read-only': () =>
      'Ce classeur est ouvert dans un autre onglet, qui l’enregistre. Rien n’a été changé ici. Prenez la main pour continuer dans celui-ci.',
    'stale-view': () => 'Le tableau a changé entre-temps. Recommencez.',
    'drift-open': ({ count }) =>
      `Il reste ${fr.count(count, 'écart à régler', 'écarts à régler')} avant de rejouer. Rien n’a été lancé.`,
    'unknown-method': ({ name }) =>
      `Tamis ne connaît pas la méthode ${fr.name(name)}. Choisissez-en une autre.`,
    'unknown-writer': ({ name }) =>
      `Tamis ne sait pas écrire de fichier ${fr.name(name)}. Il écrit CSV et JSON.`,
    'workbook-unreadable': () =>
      'Ce fichier de classeur est abîmé ou n’a pas été fait par Tamis. Rien n’a été changé. Demandez-le de nouveau.',
    unexpected: ({ message }) =>
      `Tamis a rencontré un défaut qui n’aurait pas dû arriver (${message}). Les étapes enregistrées sont gardées. Rechargez la page ; si cela recommence, signalez-le.`,
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
      `This file is not closed: it stops at line ${en.number(line)}. It was probably cut while being sent. Ask for it again${rows === 0 ? '' : `, or open only what comes before (${en.count(rows, 'row', 'rows')})`}.`,
    'xml-broken': ({ line, column, what, rows }) =>
      `This XML file is damaged at line ${en.number(line)}, character ${en.number(column)}: ${xmlDamage.en[what]}. Ask for it again from the person or the software that made it${rows === 0 ? '' : `, or open only what comes before (${en.count(rows, 'row', 'rows')})`}.`,
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
    'empty-file': ({ file }) =>
      `The file ${en.name(file)} is empty: it holds no byte at all. Ask for it again.`,
    'blank-file': ({ file }) =>
      `The file ${en.name(file)} holds nothing but blank lines. Check that it is the right file.`,
    'not-a-table': ({ file, kind }) =>
      `This file is ${fileKind.en[kind].what}, not a table: ${en.name(file)} was not opened. ${fileKind.en[kind].advice}`,
    'too-many-columns': ({ columns, line }) =>
      `Line ${en.number(line)} has more than ${en.number(columns - 1)} columns: the file was not opened. Choose another separator, or check that it is a table.`,
    'no-reader': ({ file }) =>
      `Tamis does not recognize what ${en.name(file)} holds. It opens CSV or text files, JSON and XML budgets.`,
    'unknown-format': ({ format, known }) =>
      `Tamis does not read the format ${en.name(format)}. It reads ${en.list(known)}.`,
    'bad-option': ({ option, value }) =>
      `The reading option ${en.name(option)} cannot be ${en.name(value)}. The file was not opened; correct this option or remove it.`,
    'json-broken': ({ line, column }) =>
      `This JSON file is damaged at line ${en.number(line)}, character ${en.number(column)}. It could not be opened; ask for it again.`,
    'json-not-rows': () =>
      'This JSON file is not a list of records ([{…}, {…}]): Tamis cannot make a table of it.',
    'missing-workbook': () => 'This workbook is no longer on this computer.',
    'missing-source': ({ sheet, file }) =>
      `The file ${file === '' ? '' : `${en.name(file)} `}of the sheet ${en.name(sheet)} is missing. Choose it to go on.`,
    'disk-full': () =>
      'This computer has no space left. Work goes on, but is lost when the tab closes: download the workbook, or delete old ones.',
    'storage-refused': () =>
      'This browser refuses to keep data (private browsing?). Work goes on, but is lost when the tab closes: download the workbook.',
    'read-only': () =>
      'This workbook is open in another tab, which saves it. Nothing was changed here. Take over to go on in this one.',
    'stale-view': () => 'The table has changed meanwhile. Try again.',
    'drift-open': ({ count }) =>
      `There ${count === 1 ? 'is' : 'are'} ${en.count(count, 'difference', 'differences')} to settle before replaying. Nothing was run.`,
    'unknown-method': ({ name }) => `Tamis does not know the method ${en.name(name)}. Choose another one.`,
    'unknown-writer': ({ name }) => `Tamis cannot write a ${en.name(name)} file. It writes CSV and JSON.`,
    'workbook-unreadable': () =>
      'This workbook file is damaged or was not made by Tamis. Nothing was changed. Ask for it again.',
    unexpected: ({ message }) =>
      `Tamis met a defect that should not have happened (${message}). The saved steps are kept. Reload the page; if it happens again, report it.`,
  },
}

/** A problem as a person reads it. */
export function problemSentence(problem: PlainProblem, language: Language): string {
  const say = sentences[language][problem.code] as (values: ProblemValues[ProblemCode]) => string
  return say(problem.values)
}
