import { messages } from './messages.ts'

/** What the command line says. */
export const commandLine = messages({
  fr: {
    usage: `Usage\u00a0:
  tamis read FICHIER… [-o SORTIE.csv ou DOSSIER/] [--set option=valeur]… [--describe]
  tamis replay RECETTE.tamis.json [FEUILLE=]FICHIER… [-o DOSSIER] [--report RAPPORT.json]
               [--accept none|sure|proposed] [--missing stop|skip] [--param nom=valeur]…
  tamis check-recipe RECETTE.tamis.json
FICHIER peut être un dossier\u00a0: ses fichiers d’un même genre sont lus l’un sous l’autre. Toutes acceptent --lang fr|en.`,
    errors: {
      'unknown-option': (value: string) => `L’option ${value} n’existe pas.`,
      'no-value': (value: string) => `L’option ${value} attend une valeur.`,
      'not-a-pair': (value: string) => `«\u00a0${value}\u00a0» devrait être de la forme nom=valeur.`,
      'unknown-verb': (value: string) =>
        value === ''
          ? 'Dites quoi faire\u00a0: read, replay ou check-recipe.'
          : `«\u00a0${value}\u00a0» n’existe pas. Les verbes sont read, replay et check-recipe.`,
      'no-file': () => 'Il manque le nom du fichier.',
      'no-such-file': (value: string) =>
        `Le fichier «\u00a0${value}\u00a0» n’existe pas ou ne peut pas être lu.`,
      'not-a-choice': (value: string) => `«\u00a0${value}\u00a0» n’est pas un choix possible.`,
      'one-output': () =>
        'Plusieurs fichiers demandent un dossier de sortie\u00a0: terminez son nom par une barre oblique (-o DOSSIER/).',
      'unknown-parameter': (value: string) => `La recette n’a pas de paramètre «\u00a0${value}\u00a0».`,
      'no-outputs': () => 'Cette recette ne prévoit aucune sortie\u00a0: il n’y a rien à écrire.',
      'cannot-write': (value: string) =>
        `Impossible d’écrire «\u00a0${value}\u00a0». Vérifiez que le dossier existe et qu’il reste de la place.`,
    },
    failedFile: (file: string, sentence: string) => `${file}\u00a0: ${sentence}`,
    written: (file: string, rows: string) => `${file}\u00a0: ${rows} écrites`,
    rows: (count: string, one: boolean) => `${count} ligne${one ? '' : 's'}`,
    stopped: 'Rien n’a été écrit\u00a0: le fichier diffère de ce que la recette attend.',
    stepLine: (number: number, sentence: string) => `${number}. ${sentence}`,
    off: 'désactivée',
    sheet: (name: string) => `Feuille «\u00a0${name}\u00a0»`,
    recipeIsValid: (title: string) => `Recette «\u00a0${title}\u00a0»\u00a0: valide.`,
    missing: (column: string, steps: string) =>
      `Colonne «\u00a0${column}\u00a0» absente\u00a0: ${steps} en ${steps.startsWith('étapes') ? 'ont' : 'a'} besoin.`,
    missingUnused: (column: string) =>
      `Colonne «\u00a0${column}\u00a0» absente\u202f; aucune étape n’en a besoin.`,
    proposed: (expected: string, actual: string, evidence: string) =>
      `«\u00a0${expected}\u00a0» est peut-être devenue «\u00a0${actual}\u00a0» (${evidence}).`,
    accepted: (expected: string, actual: string) =>
      `«\u00a0${actual}\u00a0» est prise pour «\u00a0${expected}\u00a0».`,
    respelled: (expected: string, actual: string) =>
      `«\u00a0${expected}\u00a0» s’écrit maintenant «\u00a0${actual}\u00a0».`,
    fresh: (column: string) => `Colonne «\u00a0${column}\u00a0» nouvelle.`,
    skipped: (number: number, sentence: string) => `Étape ${number} sautée\u00a0: ${sentence}.`,
    reduced: (number: number, sentence: string, without: string) =>
      `Étape ${number} faite sans ${without}\u00a0: ${sentence}.`,
    failedStep: (number: number, sentence: string, problem: string) =>
      `Étape ${number} impossible (${sentence})\u00a0: ${problem}`,
    failures: {
      unconverted: (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: ${cells} de «\u00a0${column}\u00a0» n’ont pas pu être converties.`,
      unmatched: (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: ${cells} de «\u00a0${column}\u00a0» n’ont rien trouvé dans la table de référence.`,
      'not-found': (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: ce qu’elle devait changer dans «\u00a0${column}\u00a0» ne s’y trouve pas (${cells}).`,
      ambiguous: (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: ${cells} de «\u00a0${column}\u00a0» ont plusieurs réponses possibles.`,
      'not-empty': (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: «\u00a0${column}\u00a0» n’est plus vide (${cells})\u00a0; elle est gardée.`,
      undecided: (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: ${cells} de «\u00a0${column}\u00a0» restent telles quelles, faute de pouvoir trancher.`,
      'not-counted': (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: ${cells} de «\u00a0${column}\u00a0» sont mises à part, faute d’être des nombres.`,
      'no-match': (number: number, cells: string, column: string) =>
        `Étape ${number}\u00a0: ${cells} de «\u00a0${column}\u00a0» ne trouvent rien dans l’autre feuille.`,
    },
    otherYear: (number: number, asked: number, file: number) =>
      `Étape ${number}\u00a0: elle suit la nomenclature de ${asked}, alors que le fichier est de ${file}.`,
    newValues: (number: number, count: string, column: string) =>
      `Étape ${number}\u00a0: ${count} jamais vues dans «\u00a0${column}\u00a0».`,
    cells: (count: string, one: boolean) => `${count} cellule${one ? '' : 's'}`,
    spellings: (count: string, one: boolean) => `${count} écriture${one ? '' : 's'}`,
    how: '--accept proposed accepte les colonnes proposées, --missing skip continue sans les colonnes absentes.',
  },
  en: {
    usage: `Usage:
  tamis read FILE… [-o OUT.csv or DIR/] [--set option=value]… [--describe]
  tamis replay RECIPE.tamis.json [SHEET=]FILE… [-o DIR] [--report REPORT.json]
               [--accept none|sure|proposed] [--missing stop|skip] [--param name=value]…
  tamis check-recipe RECIPE.tamis.json
FILE may be a folder: its files of one kind are read one below the other. All take --lang fr|en.`,
    errors: {
      'unknown-option': (value: string) => `There is no option ${value}.`,
      'no-value': (value: string) => `The option ${value} needs a value.`,
      'not-a-pair': (value: string) => `“${value}” should read name=value.`,
      'unknown-verb': (value: string) =>
        value === ''
          ? 'Say what to do: read, replay or check-recipe.'
          : `There is no “${value}”. The verbs are read, replay and check-recipe.`,
      'no-file': () => 'The name of the file is missing.',
      'no-such-file': (value: string) => `The file “${value}” does not exist or cannot be read.`,
      'not-a-choice': (value: string) => `“${value}” is not one of the choices.`,
      'one-output': () => 'Several files need an output folder: end its name with a slash (-o DIR/).',
      'unknown-parameter': (value: string) => `The recipe has no parameter “${value}”.`,
      'no-outputs': () => 'This recipe has no output: there is nothing to write.',
      'cannot-write': (value: string) =>
        `“${value}” cannot be written. Check that the folder exists and has space left.`,
    },
    failedFile: (file: string, sentence: string) => `${file}: ${sentence}`,
    written: (file: string, rows: string) => `${file}: ${rows} written`,
    rows: (count: string, one: boolean) => `${count} row${one ? '' : 's'}`,
    stopped: 'Nothing was written: the file differs from what the recipe expects.',
    stepLine: (number: number, sentence: string) => `${number}. ${sentence}`,
    off: 'off',
    sheet: (name: string) => `Sheet “${name}”`,
    recipeIsValid: (title: string) => `Recipe “${title}”: valid.`,
    missing: (column: string, steps: string) => `Column “${column}” is missing: needed by ${steps}.`,
    missingUnused: (column: string) => `Column “${column}” is missing; no step needs it.`,
    proposed: (expected: string, actual: string, evidence: string) =>
      `“${expected}” may have become “${actual}” (${evidence}).`,
    accepted: (expected: string, actual: string) => `“${actual}” is taken for “${expected}”.`,
    respelled: (expected: string, actual: string) => `“${expected}” is now spelled “${actual}”.`,
    fresh: (column: string) => `Column “${column}” is new.`,
    skipped: (number: number, sentence: string) => `Step ${number} skipped: ${sentence}.`,
    reduced: (number: number, sentence: string, without: string) =>
      `Step ${number} done without ${without}: ${sentence}.`,
    failedStep: (number: number, sentence: string, problem: string) =>
      `Step ${number} not possible (${sentence}): ${problem}`,
    failures: {
      unconverted: (number: number, cells: string, column: string) =>
        `Step ${number}: ${cells} of “${column}” could not be converted.`,
      unmatched: (number: number, cells: string, column: string) =>
        `Step ${number}: ${cells} of “${column}” found nothing in the reference table.`,
      'not-found': (number: number, cells: string, column: string) =>
        `Step ${number}: what it was to change in “${column}” is not there (${cells}).`,
      ambiguous: (number: number, cells: string, column: string) =>
        `Step ${number}: ${cells} of “${column}” have several possible answers.`,
      'not-empty': (number: number, cells: string, column: string) =>
        `Step ${number}: “${column}” is no longer empty (${cells}); it is kept.`,
      undecided: (number: number, cells: string, column: string) =>
        `Step ${number}: ${cells} of “${column}” stay as they are, for nothing tells what they should be.`,
      'not-counted': (number: number, cells: string, column: string) =>
        `Step ${number}: ${cells} of “${column}” are set apart, for they are not numbers.`,
      'no-match': (number: number, cells: string, column: string) =>
        `Step ${number}: ${cells} of “${column}” find nothing in the other sheet.`,
    },
    otherYear: (number: number, asked: number, file: number) =>
      `Step ${number}: it goes by the nomenclature of ${asked}, whereas the file is of ${file}.`,
    newValues: (number: number, count: string, column: string) =>
      `Step ${number}: ${count} never seen before in “${column}”.`,
    cells: (count: string, one: boolean) => `${count} cell${one ? '' : 's'}`,
    spellings: (count: string, one: boolean) => `${count} spelling${one ? '' : 's'}`,
    how: '--accept proposed takes the proposed columns, --missing skip goes on without the missing ones.',
  },
})
