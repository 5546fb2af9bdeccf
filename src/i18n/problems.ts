import type { PlainProblem, ProblemCode, ProblemValues } from '../problem/problem.ts'
import type { Language, Localized } from './messages.ts'
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

/** What is wrong in a JSON file, in words. */
const jsonDamage: Localized<Readonly<Record<ProblemValues['json-broken']['what'], string>>> = {
  fr: {
    comma: 'une virgule y est de trop',
    text: 'un texte y est mal écrit ou n’est pas refermé',
    word: 'un mot ou un nombre y est mal écrit, ou sans guillemets',
    deep: 'trop de niveaux y sont emboîtés',
    cut: 'il s’arrête là, sans doute coupé pendant un envoi',
    other: 'ce qui s’y trouve n’est pas à sa place',
  },
  en: {
    comma: 'there is one comma too many',
    text: 'a text is badly written there, or is not closed',
    word: 'a word or a number is badly written there, or without quotes',
    deep: 'too many levels are nested there',
    cut: 'it stops there, probably cut while being sent',
    other: 'what stands there is out of place',
  },
}

/** Names given at most in a sentence. */
const MOST_NAMED = 12

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
      `Ce fichier XML n’est pas un budget${root === '' ? '' : ` (il commence par ${fr.name(root)})`}. Laissez Tamis reconnaître le format, ou vérifiez que c’est le bon fichier.`,
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
      `Le fichier ${fr.name(file)} est vide\u00a0: rien n’est écrit dedans. Demandez-le de nouveau.`,
    'blank-file': ({ file }) =>
      `Le fichier ${fr.name(file)} ne contient que des lignes vides. Vérifiez que c’est le bon fichier.`,
    'not-a-table': ({ file, kind }) =>
      `Ce fichier est ${fileKind.fr[kind].what}, pas un tableau\u00a0: ${fr.name(file)} n’a pas été ouvert. ${fileKind.fr[kind].advice}`,
    'file-too-large': ({ file, bytes, most }) =>
      `${fr.name(file)} fait ${fr.decimal((bytes / 1e9).toFixed(1))}\u00a0Go, plus que les ${fr.decimal((most / 1e9).toFixed(1))}\u00a0Go qu’une page du navigateur peut ouvrir\u00a0: il n’a pas été lu. Faites une recette sur un extrait (quelques milliers de lignes), puis rejouez-la sur le fichier entier en ligne de commande.`,
    'too-many-files': ({ folder, most }) =>
      `Le dossier ${fr.name(folder)} contient plus de ${fr.number(most)} fichiers\u00a0: rien n’a été ouvert. Déposez seulement ceux qu’il faut.`,
    'too-many-columns': ({ columns, line }) =>
      `La ligne ${fr.number(line)} a plus de ${fr.number(columns - 1)} colonnes\u00a0: le fichier n’a pas été ouvert. Choisissez un autre séparateur, ou vérifiez que c’est bien un tableau.`,
    'no-reader': ({ file }) =>
      `Tamis ne reconnaît pas le contenu de ${fr.name(file)}. Il ouvre les fichiers texte (CSV), les classeurs, JSON, XML, et les archives zip ou gz qui en contiennent.`,
    'unknown-format': ({ format, known }) =>
      `Tamis ne lit pas le format ${fr.name(format)}. Il lit ${fr.list(known)}.`,
    'other-format': ({ file, asked, is, format }) =>
      `${fr.name(file)} n’est pas du format ${fr.name(asked.fr)} demandé, mais du format ${fr.name(is.fr)}\u00a0: il n’a pas été ouvert. Laissez Tamis reconnaître le format, ou demandez ${fr.name(format)}.`,
    'bad-option': ({ option, value }) =>
      `L’option de lecture ${fr.name(option)} ne peut pas valoir ${fr.name(value)}. Le fichier n’a pas été ouvert\u202f; corrigez cette option ou retirez-la.`,
    'json-broken': ({ line, column, what }) =>
      `Ce fichier JSON est abîmé à la ligne ${fr.number(line)}, caractère ${fr.number(column)}\u00a0: ${jsonDamage.fr[what]}. Il n’a pas été ouvert\u202f; demandez-le de nouveau à la personne ou au logiciel qui l’a produit.`,
    'json-not-rows': () =>
      'Ce fichier JSON ne contient ni liste ni enregistrement\u00a0: Tamis ne peut pas en faire un tableau. Vérifiez que c’est le bon fichier.',
    'json-no-path': ({ path, known }) =>
      `Ce fichier n’a pas de liste à l’endroit ${fr.name(path)}. Il n’a pas été ouvert. Choisissez un autre endroit\u00a0: ${fr.list(known.slice(0, MOST_NAMED))}.`,
    'too-many-names': ({ columns }) =>
      `Ce fichier donnerait ${fr.number(columns)} colonnes\u00a0: ses noms sont sans doute des données. Il n’a pas été ouvert. Choisissez une autre partie du fichier.`,
    'xml-too-deep': ({ levels }) =>
      `Ce fichier XML emboîte plus de ${fr.number(levels)} éléments les uns dans les autres, comme un fichier fait pour nuire. Il n’a pas été ouvert. Vérifiez d’où il vient.`,
    'xml-no-element': ({ element, known }) =>
      `Ce fichier XML n’a pas d’élément ${fr.name(element)}. Il n’a pas été ouvert. Choisissez un autre élément\u00a0: ${fr.list(known.slice(0, MOST_NAMED))}.`,
    'archive-damaged': ({ file }) =>
      `Le fichier compressé ${fr.name(file)} est abîmé ou incomplet\u00a0: il n’a pas été ouvert. Il a sans doute été coupé pendant un envoi\u202f; demandez-le de nouveau.`,
    'archive-locked': ({ file }) =>
      `${fr.name(file)} est protégé par un mot de passe\u00a0: il n’a pas été ouvert. Ouvrez l’archive avec son mot de passe et déposez ici le fichier qu’elle contient.`,
    'archive-bomb': ({ file }) =>
      `Une fois décompressé, ${fr.name(file)} serait démesurément grand, comme un fichier fait pour nuire. Par sécurité, il n’a pas été ouvert. Si vous en connaissez l’origine, décompressez-le vous-même et déposez ici le fichier.`,
    'archive-empty': ({ file }) =>
      `L’archive ${fr.name(file)} ne contient aucun fichier que Tamis sait lire. Vérifiez que c’est la bonne.`,
    'archive-no-file': ({ wanted, known }) =>
      `L’archive ne contient pas de fichier ${fr.name(wanted)}. Rien n’a été ouvert. Elle contient\u00a0: ${fr.list(known.slice(0, MOST_NAMED))}.`,
    'archive-in-archive': ({ file }) =>
      `${fr.name(file)} est une archive dans une archive\u00a0: elle n’a pas été ouverte. Décompressez-la et déposez ici les fichiers qu’elle contient.`,
    'package-without-data': ({ files }) =>
      `Ce fichier décrit des données sans les contenir. ${files.length === 0 ? 'Ouvrez plutôt les fichiers de données.' : `Ouvrez plutôt ${fr.list(files.slice(0, MOST_NAMED).map(fr.name))}, ou le zip qui contient le tout.`}`,
    'spreadsheet-damaged': ({ part }) =>
      `Ce classeur est abîmé ou incomplet${part === '' ? '' : ` (partie ${fr.name(part)})`}\u00a0: il n’a pas été ouvert. Ouvrez-le dans un tableur et enregistrez-le de nouveau, ou demandez-le de nouveau.`,
    'spreadsheet-bomb': () =>
      'Ce classeur, une fois décompressé, serait démesuré\u00a0: par sécurité, il n’a pas été ouvert. Vérifiez d’où il vient\u202f; s’il est sûr, enregistrez la feuille au format CSV.',
    'spreadsheet-locked': () =>
      'Ce classeur est protégé par un mot de passe\u00a0: il n’a pas été ouvert. Ouvrez-le dans votre tableur, retirez le mot de passe, enregistrez-le et déposez-le de nouveau.',
    'spreadsheet-too-large': ({ sheet, cells }) =>
      `La feuille ${fr.name(sheet)} s’étend sur plus de ${fr.number(cells)} cellules\u00a0: elle n’a pas été ouverte. Choisissez une plage plus petite (par exemple A1:H50000), ou enregistrez la feuille au format CSV.`,
    'blank-sheet': ({ sheet }) => `La feuille ${fr.name(sheet)} est vide. Choisissez une autre feuille.`,
    'sheets-differ': ({ sheet, first, columns }) =>
      `La feuille ${fr.name(sheet)} n’a pas les mêmes colonnes que ${fr.name(first)} (${fr.columns(columns)})\u00a0: elles n’ont pas été réunies. Choisissez une seule feuille, ou donnez-leur les mêmes colonnes.`,
    'sheet-too-small': ({ what, count, most }) =>
      `Ce tableau a ${what === 'rows' ? fr.count(count, 'ligne', 'lignes') : fr.count(count, 'colonne', 'colonnes')}, noms compris, et une feuille de tableur ${fr.number(most)} au plus\u00a0: le fichier n’a pas été écrit. Choisissez le format CSV.`,
    'cell-too-long': ({ column, length, most }) =>
      `Une cellule de la colonne ${fr.name(column)} a ${fr.number(length)} caractères, et une cellule d’Excel ${fr.number(most)} au plus\u00a0: le fichier n’a pas été écrit. Choisissez le format CSV ou ODS.`,
    'several-matches': ({ sheet, rows, examples }) =>
      `${fr.count(rows, 'ligne trouve', 'lignes trouvent')} plusieurs lignes différentes dans la feuille ${fr.name(sheet)} (par exemple ${fr.list(examples.map(fr.name))})\u00a0: rien n’a été fait. Choisissez de prendre la première, ou de faire une ligne pour chacune.`,
    'missing-workbook': () => 'Ce classeur n’est plus sur cet ordinateur.',
    'missing-source': ({ sheet, file }) =>
      `Il manque le fichier ${file === '' ? '' : `${fr.name(file)} `}de la feuille ${fr.name(sheet)}. Choisissez-le pour continuer.`,
    'disk-full': () =>
      'Il n’y a plus de place sur cet ordinateur. Le travail continue, mais il sera perdu à la fermeture de l’onglet : téléchargez le classeur, ou supprimez d’anciens classeurs.',
    'cannot-write-file': ({ file, reason }) =>
      reason === 'QuotaExceededError'
        ? `Il n’y a pas assez de place là où vous vouliez écrire ${fr.name(file)}. Rien n’y a été laissé\u00a0: choisissez un autre endroit.`
        : reason === 'NotAllowedError' || reason === 'SecurityError'
          ? `Le navigateur n’a pas le droit d’écrire ${fr.name(file)} à cet endroit. Choisissez un autre dossier, ou passez par les téléchargements.`
          : `${fr.name(file)} n’a pas pu être écrit à cet endroit. S’il est ouvert dans un autre programme, fermez-le et recommencez\u202f; sinon, choisissez un autre dossier.`,
    'storage-refused': () =>
      'Ce navigateur refuse de garder des données (navigation privée ?). Le travail continue, mais il sera perdu à la fermeture de l’onglet : téléchargez le classeur.',
    'read-only': () =>
      'Ce classeur est ouvert dans un autre onglet, qui l’enregistre. Rien n’a été changé ici. Prenez la main pour continuer dans celui-ci.',
    'stale-view': () => 'Le tableau a changé entre-temps. Recommencez.',
    'drift-open': ({ count }) =>
      `Il reste ${fr.count(count, 'écart à régler', 'écarts à régler')} avant de rejouer. Rien n’a été lancé.`,
    'unknown-method': ({ name }) =>
      `Tamis ne connaît pas la méthode ${fr.name(name)}. Choisissez-en une autre.`,
    'too-many-near': ({ texts, pairs }) =>
      `Sur ${fr.count(texts, 'écriture', 'écritures')}, plus de ${fr.number(pairs)} paires sont voisines\u00a0: ce sont sans doute des codes, ou l’écart accepté est trop grand. Choisissez un écart plus petit ou une autre méthode, ou filtrez d’abord les lignes.`,
    'unknown-writer': ({ name }) =>
      `Tamis ne sait pas écrire de fichier ${fr.name(name)}. Il écrit CSV, TSV, XLSX, ODS, JSON, JSON Lines (jsonl), Markdown (md) et HTML.`,
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
      `This XML file is not a budget${root === '' ? '' : ` (it begins with ${en.name(root)})`}. Let Tamis find the format, or check that it is the right file.`,
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
    'file-too-large': ({ file, bytes, most }) =>
      `${en.name(file)} has ${en.decimal((bytes / 1e9).toFixed(1))} GB, more than the ${en.decimal((most / 1e9).toFixed(1))} GB that a page of the browser can open: it was not read. Make a recipe on a sample (some thousand rows), then replay it on the whole file from the command line.`,
    'too-many-files': ({ folder, most }) =>
      `The folder ${en.name(folder)} holds more than ${en.number(most)} files: nothing was opened. Drop only those that are needed.`,
    'too-many-columns': ({ columns, line }) =>
      `Line ${en.number(line)} has more than ${en.number(columns - 1)} columns: the file was not opened. Choose another separator, or check that it is a table.`,
    'no-reader': ({ file }) =>
      `Tamis does not recognize what ${en.name(file)} holds. It opens text files (CSV), workbooks, JSON, XML, and the zip or gz archives that hold them.`,
    'unknown-format': ({ format, known }) =>
      `Tamis does not read the format ${en.name(format)}. It reads ${en.list(known)}.`,
    'other-format': ({ file, asked, is, format }) =>
      `${en.name(file)} is not of the format ${en.name(asked.en)} that was asked for but of the format ${en.name(is.en)}: it was not opened. Let Tamis recognize the format, or ask for ${en.name(format)}.`,
    'bad-option': ({ option, value }) =>
      `The reading option ${en.name(option)} cannot be ${en.name(value)}. The file was not opened; correct this option or remove it.`,
    'json-broken': ({ line, column, what }) =>
      `This JSON file is damaged at line ${en.number(line)}, character ${en.number(column)}: ${jsonDamage.en[what]}. It was not opened; ask for it again from the person or the software that made it.`,
    'json-not-rows': () =>
      'This JSON file holds neither a list nor a record: Tamis cannot make a table of it. Check that it is the right file.',
    'json-no-path': ({ path, known }) =>
      `This file has no list at ${en.name(path)}. It was not opened. Choose another place: ${en.list(known.slice(0, MOST_NAMED))}.`,
    'too-many-names': ({ columns }) =>
      `This file would make ${en.number(columns)} columns: its names are probably data. It was not opened. Choose another part of the file.`,
    'xml-too-deep': ({ levels }) =>
      `This XML file nests more than ${en.number(levels)} elements in each other, like a file made to do harm. It was not opened. Check where it comes from.`,
    'xml-no-element': ({ element, known }) =>
      `This XML file has no element ${en.name(element)}. It was not opened. Choose another element: ${en.list(known.slice(0, MOST_NAMED))}.`,
    'archive-damaged': ({ file }) =>
      `The compressed file ${en.name(file)} is damaged or incomplete: it was not opened. It was probably cut while being sent; ask for it again.`,
    'archive-locked': ({ file }) =>
      `${en.name(file)} is protected by a password: it was not opened. Open the archive with its password and drop here the file that it holds.`,
    'archive-bomb': ({ file }) =>
      `Once unzipped, ${en.name(file)} would be out of all proportion, like a file made to do harm. For safety it was not opened. If you know where it comes from, unzip it yourself and drop the file here.`,
    'archive-empty': ({ file }) =>
      `The archive ${en.name(file)} holds no file that Tamis can read. Check that it is the right one.`,
    'archive-no-file': ({ wanted, known }) =>
      `The archive holds no file ${en.name(wanted)}. Nothing was opened. It holds ${en.list(known.slice(0, MOST_NAMED))}.`,
    'archive-in-archive': ({ file }) =>
      `${en.name(file)} is an archive within an archive: it was not opened. Unzip it and drop here the files that it holds.`,
    'package-without-data': ({ files }) =>
      `This file describes data without holding them. ${files.length === 0 ? 'Open the data files instead.' : `Open ${en.list(files.slice(0, MOST_NAMED).map(en.name))} instead, or the zip that holds it all.`}`,
    'spreadsheet-damaged': ({ part }) =>
      `This workbook is damaged or not whole${part === '' ? '' : ` (part ${en.name(part)})`}: it was not opened. Open it in a spreadsheet and save it again, or ask for it again.`,
    'spreadsheet-bomb': () =>
      'This workbook would be enormous once unzipped: for safety it was not opened. Check where it comes from; if it is safe, save the sheet as CSV.',
    'spreadsheet-locked': () =>
      'A password protects this workbook: it was not opened. Open it in your spreadsheet, remove the password, save it and drop it here again.',
    'spreadsheet-too-large': ({ sheet, cells }) =>
      `The sheet ${en.name(sheet)} spans more than ${en.number(cells)} cells: it was not opened. Choose a smaller range (for example A1:H50000), or save the sheet as CSV.`,
    'blank-sheet': ({ sheet }) => `The sheet ${en.name(sheet)} is blank. Choose another sheet.`,
    'sheets-differ': ({ sheet, first, columns }) =>
      `The sheet ${en.name(sheet)} does not have the same columns as ${en.name(first)} (${en.columns(columns)}): they were not put together. Choose a single sheet, or give them the same columns.`,
    'sheet-too-small': ({ what, count, most }) =>
      `This table has ${what === 'rows' ? en.count(count, 'row', 'rows') : en.count(count, 'column', 'columns')}, names included, and a spreadsheet ${en.number(most)} at most: the file was not written. Choose CSV.`,
    'cell-too-long': ({ column, length, most }) =>
      `A cell of the column ${en.name(column)} has ${en.number(length)} characters, and an Excel cell ${en.number(most)} at most: the file was not written. Choose CSV or ODS.`,
    'several-matches': ({ sheet, rows, examples }) =>
      `${en.count(rows, 'row finds', 'rows find')} several different rows in the sheet ${en.name(sheet)} (for example ${en.list(examples.map(en.name))}): nothing was done. Choose to take the first, or to make a row for each.`,
    'missing-workbook': () => 'This workbook is no longer on this computer.',
    'missing-source': ({ sheet, file }) =>
      `The file ${file === '' ? '' : `${en.name(file)} `}of the sheet ${en.name(sheet)} is missing. Choose it to go on.`,
    'disk-full': () =>
      'This computer has no space left. Work goes on, but is lost when the tab closes: download the workbook, or delete old ones.',
    'cannot-write-file': ({ file, reason }) =>
      reason === 'QuotaExceededError'
        ? `There is not enough room where you wanted to write ${en.name(file)}. Nothing was left there: choose another place.`
        : reason === 'NotAllowedError' || reason === 'SecurityError'
          ? `The browser may not write ${en.name(file)} in this place. Choose another folder, or use the downloads.`
          : `${en.name(file)} could not be written in this place. If it is open in another program, close it and try again; otherwise choose another folder.`,
    'storage-refused': () =>
      'This browser refuses to keep data (private browsing?). Work goes on, but is lost when the tab closes: download the workbook.',
    'read-only': () =>
      'This workbook is open in another tab, which saves it. Nothing was changed here. Take over to go on in this one.',
    'stale-view': () => 'The table has changed meanwhile. Try again.',
    'drift-open': ({ count }) =>
      `There ${count === 1 ? 'is' : 'are'} ${en.count(count, 'difference', 'differences')} to settle before replaying. Nothing was run.`,
    'unknown-method': ({ name }) => `Tamis does not know the method ${en.name(name)}. Choose another one.`,
    'too-many-near': ({ texts, pairs }) =>
      `Of ${en.count(texts, 'spelling', 'spellings')}, more than ${en.count(pairs, 'pair', 'pairs')} are near each other: these are most likely codes, or the accepted distance is too large. Choose a smaller distance or another method, or filter the rows first.`,
    'unknown-writer': ({ name }) =>
      `Tamis cannot write a ${en.name(name)} file. It writes CSV, TSV, XLSX, ODS, JSON, JSON Lines (jsonl), Markdown (md) and HTML.`,
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
