import { optionNames } from './import-strip.ts'
import { messages } from './messages.ts'
import { en, fr } from './words.ts'

const steps = {
  fr: (numbers: readonly number[]) =>
    `${numbers.length < 2 ? 'étape' : 'étapes'} ${fr.list(numbers.map(String))}`,
  en: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? 'step' : 'steps'} ${en.list(numbers.map(String))}`,
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Words of the page that replays a recipe on other files. */
export const replayWords = messages({
  fr: {
    titleChoose: 'Rejouer sur un autre fichier',
    intro:
      'Les mêmes étapes, sur le fichier de cette année. Avant de rien faire, Tamis montre ce qui diffère et ce que cela touche. Votre classeur n’est pas changé\u00a0: le résultat est un nouveau classeur.',
    recipeOf: (title: string) => `Recette\u00a0: ${title}`,
    recipe: 'Recette',
    chooseRecipe: 'Choisir une recette…',
    recipeHint: 'Un fichier qui finit par .tamis.json',
    files: 'Nouveaux fichiers',
    fileFor: (sheet: string) => `Nouveau fichier pour la feuille ${fr.name(sheet)}`,
    newFile: 'Nouveau fichier',
    instead: (name: string) => `à la place de ${fr.name(name)}`,
    chooseFile: 'Choisir un fichier…',
    changeFile: 'Choisir un autre fichier…',
    drop: 'ou déposez-le ici',
    chooseFiles: 'Choisir les fichiers',
    dropFolder: 'ou déposez ici leur dossier',
    compare: 'Comparer',
    comparing: 'Comparaison avec la recette',
    rehearsing: 'Répétition des étapes',
    replaying: 'Rejeu de la recette',
    close: 'Fermer',
    back: 'Choisir un autre fichier',

    titleBefore: (file: string) => `Avant de rejouer sur ${fr.name(file)}`,
    titleBeforeFiles: (n: number) => `Avant de rejouer sur ${fr.count(n, 'fichier', 'fichiers')}`,
    nothingYet: 'Rien n’est encore changé. Voici ce qui diffère de la dernière fois et ce que cela touche.',
    nothingDiffers: 'Rien n’est encore changé. Toutes les colonnes attendues sont là.',
    sheet: (name: string) => `Feuille ${fr.name(name)}`,
    found: (n: number): string => (n < 2 ? 'retrouvée' : 'retrouvées'),
    renamed: (n: number): string => (n < 2 ? 'renommée\u202f?' : 'renommées\u202f?'),
    missing: (n: number): string => (n < 2 ? 'manquante' : 'manquantes'),
    isNew: (n: number): string => (n < 2 ? 'nouvelle' : 'nouvelles'),
    stepsTouched: (n: number, touched: number) =>
      `${n < 2 ? 'étape' : 'étapes'}, ${fr.number(touched)} ${touched < 2 ? 'touchée' : 'touchées'}`,
    tiles: 'Les colonnes et les étapes en chiffres',
    reading: (differences: readonly string[]) =>
      `La lecture du fichier s’est adaptée d’elle-même\u00a0: ${differences.join('\u202f; ')}.`,
    readingOf: (option: string, before: string, now: string) => `${option}\u00a0: ${before} → ${now}`,
    option: (option: string) => uncapital(optionNames.fr[option] ?? option),

    became: (expected: string, actual: string) =>
      `${fr.name(expected)} est devenue ${fr.name(actual)}\u202f?`,
    isMapped: (expected: string, actual: string) => `${fr.name(expected)} est maintenant ${fr.name(actual)}.`,
    isMissing: (name: string) => `${fr.name(name)} n’existe plus.`,
    isSkipped: (name: string) => `On continue sans ${fr.name(name)}.`,
    isNewColumn: (name: string) => `${fr.name(name)} est nouvelle.`,
    isIncluded: (name: string) => `${fr.name(name)} est ajoutée aux étapes.`,
    isLeft: (name: string) => `${fr.name(name)} reste telle quelle.`,
    respelled: 'Retrouvées sous une autre écriture\u00a0:',
    moved: (names: readonly string[]) =>
      `${fr.count(names.length, 'colonne a changé', 'colonnes ont changé')} de place\u00a0: ${fr.list(names)}.`,
    sure: 'presque certain',
    neededBy: (numbers: readonly number[]) =>
      numbers.length === 0
        ? 'Aucune étape n’en a besoin.'
        : `${capital(steps.fr(numbers))} ${numbers.length < 2 ? 'en a besoin' : 'en ont besoin'}.`,
    withoutIt: 'Sans elle\u00a0:',
    skippedStep: (n: number, sentence: string) => `étape ${n} sautée\u00a0: ${sentence}`,
    reducedStep: (n: number, sentence: string) => `étape ${n} faite sans elle\u00a0: ${sentence}`,
    eitherStep: (n: number, sentence: string) => `étape ${n}\u00a0: ${sentence}`,
    neighbours: (numbers: readonly number[]) =>
      numbers.length === 0
        ? 'Aucune étape ne travaille sur ses voisines.'
        : `${capital(steps.fr(numbers))} ${numbers.length < 2 ? 'travaille' : 'travaillent'} sur ses voisines du même genre. Sans elle, ses valeurs manqueraient au résultat.`,
    itIs: 'C’est elle',
    no: 'Non',
    chooseColumn: 'Choisir une colonne…',
    chooseColumnFor: (name: string) => `Colonne du nouveau fichier qui est ${fr.name(name)}`,
    goOn: 'Continuer sans elle',
    include: (numbers: readonly number[]) =>
      `L’ajouter ${numbers.length < 2 ? 'à l’' : 'aux '}${steps.fr(numbers)}`,
    leave: 'La laisser telle quelle',
    change: 'Changer',
    decided: 'Réglé\u00a0:',

    rehearsal: 'Répétition sur ces données',
    rehearsalLater: 'Les étapes seront essayées sur ces données dès que les questions seront réglées.',
    rehearsalAfter: 'Ce que chaque étape a fait',
    step: 'Étape',
    rows: 'Lignes',
    toLookAt: 'À regarder',
    asRead: 'Fichier lu',
    result: 'Résultat',
    lastTime: 'La dernière fois',
    thisTime: 'Cette fois',
    difference: 'Écart',
    rowCount: 'Lignes',
    totalOf: (column: string) => `Total de ${column}`,
    unknown: 'inconnu',
    nothing: 'rien à signaler',
    states: {
      runs: '',
      reduced: (names: readonly string[]) => `faite sans ${fr.columns(names)}`,
      skipped: 'sautée',
      off: 'désactivée',
      failed: 'n’a pas pu être faite',
    },
    failures: {
      unconverted: (n: number, column: string) =>
        `${fr.count(n, 'cellule non convertie', 'cellules non converties')} (${column})`,
      unmatched: (n: number, column: string) =>
        `${fr.count(n, 'cellule', 'cellules')} sans réponse (${column})`,
      'not-found': (_: number, column: string, values: number) =>
        values === 0
          ? `rien à changer (${column})`
          : `${fr.count(values, 'valeur attendue absente', 'valeurs attendues absentes')} (${column})`,
      ambiguous: (n: number, column: string) =>
        `${fr.count(n, 'cellule', 'cellules')} à plusieurs réponses (${column})`,
      'not-empty': (n: number, column: string) =>
        `gardée, car elle n’est plus vide\u00a0: ${column} (${fr.count(n, 'cellule remplie', 'cellules remplies')})`,
      undecided: (n: number, column: string) =>
        `${fr.count(n, 'cellule', 'cellules')} sans rien pour trancher (${column})`,
      'not-counted': (n: number, column: string) =>
        `${fr.count(n, 'cellule qui n’est pas un nombre, mise à part', 'cellules qui ne sont pas des nombres, mises à part')} (${column})`,
      'no-match': (n: number, column: string) =>
        `${fr.count(n, 'ligne qui ne trouve', 'lignes qui ne trouvent')} rien dans l’autre feuille (${column})`,
    },
    otherYear: (asked: number, file: number) =>
      `nomenclature de ${asked}, alors que le fichier est de ${file}\u00a0: changez l’année dans cette étape une fois le classeur ouvert`,
    newValues: (n: number) => fr.count(n, 'écriture jamais vue', 'écritures jamais vues'),
    addSpellings: (n: number) =>
      n === 1 ? 'L’ajouter à son groupe' : `Ajouter ces ${fr.number(n)} écritures à leurs groupes`,
    spellingsAdded: (n: number) =>
      `${fr.count(n, 'écriture ajoutée', 'écritures ajoutées')} à l’étape du nouveau classeur.`,
    nearOf: (near: string) => `proche de ${fr.name(near)}`,
    percent: (n: number) => `${fr.number(n)}\u00a0%`,
    evidence: {
      same: (column: string) => `même ${column}`,
      different: (column: string) => `${column}\u00a0: valeurs différentes, sans doute une autre chose`,
    },
    totalMoved: (column: string, before: string, after: string) =>
      `le total de ${column} passe de ${before} à ${after}`,
    totalKept: (column: string, total: string) => `total de ${column}\u00a0: ${total}, inchangé`,
    others: (n: number) => `et ${fr.count(n, 'autre', 'autres')}`,

    replay: 'Rejouer',
    openLeft: (n: number) =>
      `${fr.count(n, 'question reste', 'questions restent')} à régler avant de rejouer.`,
    unreadable: 'Un fichier n’a pas pu être lu\u00a0: choisissez-en un autre.',
    saveReport: 'Enregistrer ce rapport',
    reportName: (title: string) => `rapport ${title}.json`,

    titleAfter: 'Recette rejouée',
    afterGood: 'Tout s’est passé comme la dernière fois.',
    afterLook: 'Le résultat est enregistré dans un nouveau classeur. Voici ce qui mérite un coup d’œil.',
    openWorkbook: 'Ouvrir le classeur',
  },
  en: {
    titleChoose: 'Replay on another file',
    intro:
      'The same steps on this year’s file. Before anything is done, Tamis shows what differs and what that touches. Your workbook is not changed: the result is a new workbook.',
    recipeOf: (title) => `Recipe: ${title}`,
    recipe: 'Recipe',
    chooseRecipe: 'Choose a recipe…',
    recipeHint: 'A file whose name ends in .tamis.json',
    files: 'New files',
    fileFor: (sheet) => `New file for the sheet ${en.name(sheet)}`,
    newFile: 'New file',
    instead: (name) => `in place of ${en.name(name)}`,
    chooseFile: 'Choose a file…',
    changeFile: 'Choose another file…',
    drop: 'or drop it here',
    chooseFiles: 'Choose the files',
    dropFolder: 'or drop their folder here',
    compare: 'Compare',
    comparing: 'Comparing with the recipe',
    rehearsing: 'Rehearsing the steps',
    replaying: 'Replaying the recipe',
    close: 'Close',
    back: 'Choose another file',

    titleBefore: (file) => `Before replaying on ${en.name(file)}`,
    titleBeforeFiles: (n) => `Before replaying on ${en.count(n, 'file', 'files')}`,
    nothingYet: 'Nothing has been changed yet. Here is what differs from last time and what that touches.',
    nothingDiffers: 'Nothing has been changed yet. All expected columns are there.',
    sheet: (name) => `Sheet ${en.name(name)}`,
    found: () => 'found',
    renamed: () => 'renamed?',
    missing: () => 'missing',
    isNew: () => 'new',
    stepsTouched: (n, touched) => `${n === 1 ? 'step' : 'steps'}, ${en.number(touched)} touched`,
    tiles: 'Columns and steps in figures',
    reading: (differences) => `The file is read another way than last time: ${differences.join('; ')}.`,
    readingOf: (option, before, now) => `${option}: ${before} → ${now}`,
    option: (option) => uncapital(optionNames.en[option] ?? option),

    became: (expected, actual) => `Is ${en.name(expected)} now ${en.name(actual)}?`,
    isMapped: (expected, actual) => `${en.name(expected)} is now ${en.name(actual)}.`,
    isMissing: (name) => `${en.name(name)} is no longer there.`,
    isSkipped: (name) => `Going on without ${en.name(name)}.`,
    isNewColumn: (name) => `${en.name(name)} is new.`,
    isIncluded: (name) => `${en.name(name)} is added to the steps.`,
    isLeft: (name) => `${en.name(name)} is left as it is.`,
    respelled: 'Found under another spelling:',
    moved: (names) => `${en.count(names.length, 'column has', 'columns have')} moved: ${en.list(names)}.`,
    sure: 'almost certain',
    neededBy: (numbers) =>
      numbers.length === 0
        ? 'No step needs it.'
        : `${capital(steps.en(numbers))} ${numbers.length === 1 ? 'needs' : 'need'} it.`,
    withoutIt: 'Without it:',
    skippedStep: (n, sentence) => `step ${n} skipped: ${sentence}`,
    reducedStep: (n, sentence) => `step ${n} done without it: ${sentence}`,
    eitherStep: (n, sentence) => `step ${n}: ${sentence}`,
    neighbours: (numbers) =>
      numbers.length === 0
        ? 'No step works on its neighbours.'
        : `${capital(steps.en(numbers))} ${numbers.length === 1 ? 'works' : 'work'} on its neighbours of the same kind. Without it, its values would be missing from the result.`,
    itIs: 'Yes, it is',
    no: 'No',
    chooseColumn: 'Choose a column…',
    chooseColumnFor: (name) => `Column of the new file that is ${en.name(name)}`,
    goOn: 'Go on without it',
    include: (numbers) => `Add it to ${steps.en(numbers)}`,
    leave: 'Leave it as it is',
    change: 'Change',
    decided: 'Settled:',

    rehearsal: 'Rehearsal on this data',
    rehearsalLater: 'The steps will be tried on this data as soon as the questions are settled.',
    rehearsalAfter: 'What each step did',
    step: 'Step',
    rows: 'Rows',
    toLookAt: 'To look at',
    asRead: 'File as read',
    result: 'Result',
    lastTime: 'Last time',
    thisTime: 'This time',
    difference: 'Difference',
    rowCount: 'Rows',
    totalOf: (column) => `Total of ${column}`,
    unknown: 'unknown',
    nothing: 'nothing to report',
    states: {
      runs: '',
      reduced: (names) => `done without ${en.columns(names)}`,
      skipped: 'skipped',
      off: 'turned off',
      failed: 'could not be done',
    },
    failures: {
      unconverted: (n, column) => `${en.count(n, 'cell', 'cells')} not converted (${column})`,
      unmatched: (n, column) => `${en.count(n, 'cell', 'cells')} without an answer (${column})`,
      'not-found': (_, column, values) =>
        values === 0
          ? `nothing to change (${column})`
          : `${en.count(values, 'expected value', 'expected values')} not there (${column})`,
      ambiguous: (n, column) => `${en.count(n, 'cell', 'cells')} with several answers (${column})`,
      'not-empty': (n, column) =>
        `kept, since it is no longer empty: ${column} (${en.count(n, 'filled cell', 'filled cells')})`,
      undecided: (n, column) => `${en.count(n, 'cell', 'cells')} that nothing decides (${column})`,
      'not-counted': (n, column) =>
        `${en.count(n, 'cell that is not a number', 'cells that are not numbers')}, set apart (${column})`,
      'no-match': (n, column) =>
        `${en.count(n, 'row that finds', 'rows that find')} nothing in the other sheet (${column})`,
    },
    otherYear: (asked, file) =>
      `nomenclature of ${asked}, whereas the file is of ${file}: change the year in this step once the workbook is open`,
    newValues: (n) => en.count(n, 'spelling never seen before', 'spellings never seen before'),
    addSpellings: (n) =>
      n === 1 ? 'Add it to its group' : `Add these ${en.number(n)} spellings to their groups`,
    spellingsAdded: (n) => `${en.count(n, 'spelling', 'spellings')} added to the step of the new workbook.`,
    percent: (n) => `${en.number(n)}%`,
    evidence: {
      same: (column) => `same ${column}`,
      different: (column) => `${column}: different values, most likely another thing`,
    },
    nearOf: (near) => `close to ${en.name(near)}`,
    totalMoved: (column, before, after) => `the total of ${column} goes from ${before} to ${after}`,
    totalKept: (column, total) => `total of ${column}: ${total}, unchanged`,
    others: (n) => `and ${en.count(n, 'other', 'others')}`,

    replay: 'Replay',
    openLeft: (n) => `${en.count(n, 'question has', 'questions have')} to be settled before replaying.`,
    unreadable: 'A file could not be read: choose another one.',
    saveReport: 'Save this report',
    reportName: (title) => `report ${title}.json`,

    titleAfter: 'Recipe replayed',
    afterGood: 'Everything went as it did last time.',
    afterLook: 'The result is saved in a new workbook. Here is what deserves a look.',
    openWorkbook: 'Open the workbook',
  },
})
