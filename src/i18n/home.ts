import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words of the first screen. */
export const homeWords = messages({
  fr: {
    title: 'Tamis',
    motto: 'Nettoyer un tableau, garder la recette, la rejouer l’an prochain.',
    drop: 'Déposez un fichier ou un dossier, collez un tableau, ou choisissez un exemple',
    choose: 'Choisir un fichier',
    chooseFolder: 'Choisir un dossier',
    formats:
      'Tableaux CSV, Excel, ODS ou JSON, seuls ou dans un zip, budgets XML (TotEM) et comptes financiers uniques, plans de comptes, classeurs Tamis.',
    local: 'Vos données restent sur cet ordinateur.',
    localMore: 'Rien n’est envoyé\u00a0: tout se passe dans cette page, même sans connexion.',
    pasteHint: 'Pour coller un tableau copié d’un tableur\u00a0: Ctrl\u00a0V, n’importe où dans la page.',
    samples: 'Essayer avec un exemple',
    sampleBudget: 'Un budget communal',
    sampleBudgetAbout: 'Le XML d’une commune inventée, qu’aucun tableur n’ouvre.',
    sampleGrants: 'Des subventions aux associations',
    sampleGrantsAbout: 'Un tableau inventé\u00a0: titre, total, noms et montants à nettoyer.',
    recent: 'Classeurs récents',
    noRecent: 'Les classeurs que vous ouvrez sont gardés ici, sur cet ordinateur.',
    modified: (when: string) => `modifié ${when}`,
    size: (kilobytes: number) =>
      kilobytes < 1000
        ? `${fr.number(Math.max(1, Math.round(kilobytes)))}\u00a0ko`
        : `${fr.decimal((kilobytes / 1000).toFixed(1))}\u00a0Mo`,
    remove: (title: string) => `Supprimer ${fr.name(title)}`,
    removed: (title: string) => `Classeur ${fr.name(title)} supprimé`,
    undo: 'Annuler',
    replay: 'Rejouer une recette',
    replayAbout:
      'Vous avez une recette de l’an dernier (.tamis.json)\u202f? Appliquez-la au fichier de cette année.',
    chooseRecipe: 'Choisir une recette',
    noSample: 'L’exemple n’a pas pu être chargé.',
  },
  en: {
    title: 'Tamis',
    motto: 'Clean a table, keep the recipe, replay it next year.',
    drop: 'Drop a file or a folder, paste a table, or choose a sample',
    choose: 'Choose a file',
    chooseFolder: 'Choose a folder',
    formats:
      'CSV, Excel, ODS or JSON tables, alone or in a zip, French budgets in XML (TotEM) and single financial accounts, charts of accounts, Tamis workbooks.',
    local: 'Your data stays on this computer.',
    localMore: 'Nothing is sent: everything happens in this page, even offline.',
    pasteHint: 'To paste a table copied from a spreadsheet: Ctrl\u00a0V, anywhere in the page.',
    samples: 'Try with a sample',
    sampleBudget: 'A town’s budget',
    sampleBudgetAbout: 'The XML of an invented town, which no spreadsheet opens.',
    sampleGrants: 'Grants to associations',
    sampleGrantsAbout: 'An invented table: title, total, names and amounts to clean.',
    recent: 'Recent workbooks',
    noRecent: 'The workbooks that you open are kept here, on this computer.',
    modified: (when) => `changed ${when}`,
    size: (kilobytes) =>
      kilobytes < 1000
        ? `${en.number(Math.max(1, Math.round(kilobytes)))}\u00a0kB`
        : `${en.decimal((kilobytes / 1000).toFixed(1))}\u00a0MB`,
    remove: (title) => `Delete ${en.name(title)}`,
    removed: (title) => `Workbook ${en.name(title)} deleted`,
    undo: 'Undo',
    replay: 'Replay a recipe',
    replayAbout: 'Do you have last year’s recipe (.tamis.json)? Apply it to this year’s file.',
    chooseRecipe: 'Choose a recipe',
    noSample: 'The sample could not be loaded.',
  },
})
