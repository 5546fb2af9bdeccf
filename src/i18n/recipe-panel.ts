import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words of the list of steps and of the findings. */
export const recipeWords = messages({
  fr: {
    title: (sheet: string) => `Étapes de ${fr.name(sheet)}`,
    empty: 'Aucune étape pour l’instant. Ouvrez le menu d’une colonne, ou cherchez une action (Ctrl\u00a0K).',
    fromFile: (format: string, rows: number, columns: number) =>
      `${format}, ${fr.count(rows, 'ligne', 'lignes')}, ${fr.count(columns, 'colonne', 'colonnes')}`,
    fromData: 'Tableau contenu dans la recette',
    fromSheet: (sheet: string) => `À la suite de ${fr.name(sheet)}`,
    size: (rows: number, columns: number) =>
      `${fr.count(rows, 'ligne', 'lignes')}, ${fr.count(columns, 'colonne', 'colonnes')}`,
    draft: 'en préparation, rien n’est encore changé',
    draftReplaces: 'en cours de modification, rien n’est encore changé',
    newStep: 'Nouvelle étape',
    off: 'désactivée',
    failed: 'N’a pas pu être faite.',
    changed: (n: number) => fr.count(n, 'cellule changée', 'cellules changées'),
    converted: (n: number) => fr.count(n, 'cellule convertie', 'cellules converties'),
    nothing: 'rien n’avait besoin de changer',
    rowsRemoved: (n: number) => fr.count(n, 'ligne retirée', 'lignes retirées'),
    rowsFromTo: (before: number, after: number) =>
      `${fr.number(before)} → ${fr.count(after, 'ligne', 'lignes')}`,
    columnsAdded: (n: number) => fr.count(n, 'colonne ajoutée', 'colonnes ajoutées'),
    columnsRemoved: (n: number) => fr.count(n, 'colonne retirée', 'colonnes retirées'),
    totalKept: 'total inchangé',
    totalChanged: (column: string, before: string, after: string) =>
      `total de ${fr.name(column)} changé\u00a0: ${fr.decimal(before)} → ${fr.decimal(after)}`,
    failures: {
      unconverted: (n: number, column: string) =>
        `${fr.count(n, 'cellule', 'cellules')} de ${fr.name(column)} ${n > 1 ? 'n’ont' : 'n’a'} pas pu être ${n > 1 ? 'converties' : 'convertie'}`,
      unmatched: (n: number, column: string) =>
        `${fr.count(n, 'cellule', 'cellules')} de ${fr.name(column)} sans réponse`,
      'not-found': (n: number, column: string) =>
        `${fr.count(n, 'valeur attendue est introuvable', 'valeurs attendues sont introuvables')} dans ${fr.name(column)}`,
      ambiguous: (n: number, column: string) =>
        `${fr.count(n, 'cellule', 'cellules')} de ${fr.name(column)} ${n > 1 ? 'ont' : 'a'} plusieurs réponses possibles`,
      'not-empty': (n: number, column: string) =>
        `${fr.name(column)} est gardée\u00a0: ${fr.count(n, 'cellule y est remplie', 'cellules y sont remplies')}`,
      undecided: (n: number, column: string) =>
        `${fr.count(n, 'cellule', 'cellules')} de ${fr.name(column)} ${n > 1 ? 'restent telles quelles' : 'reste telle quelle'}, faute de pouvoir trancher`,
    },
    seeThem: 'Les voir',
    menuOf: (n: number) => `Actions sur l’étape ${n}`,
    edit: 'Modifier',
    useInstead: (name: string) => `Utiliser ${fr.name(name)}`,
    turnOff: 'Désactiver',
    turnOn: 'Réactiver',
    up: 'Monter',
    down: 'Descendre',
    insertAfter: 'Insérer une étape après',
    duplicate: 'Dupliquer',
    annotate: 'Annoter',
    noteOf: (n: number) => `Note sur l’étape ${n}`,
    notePlaceholder: 'Pourquoi cette étape\u202f?',
    saveNote: 'Garder la note',
    remove: 'Supprimer',
    draftLeft: 'L’étape en préparation est mise de côté.',
    takeUp: 'La reprendre',
    findings: 'Constats',
    noFinding: 'Rien à signaler.',
    severity: { fail: 'À corriger', look: 'À regarder', info: 'Pour information' },
    seeRow: (n: number) => `Voir la ligne ${fr.number(n)}`,
    seeNext: (at: number, n: number) => `Voir (${at} sur ${n})`,
    reorderHint: 'Alt + flèches\u00a0: déplacer l’étape',
  },
  en: {
    title: (sheet) => `Steps of ${en.name(sheet)}`,
    empty: 'No step yet. Open the menu of a column, or search an action (Ctrl\u00a0K).',
    fromFile: (format, rows, columns) =>
      `${format}, ${en.count(rows, 'row', 'rows')}, ${en.count(columns, 'column', 'columns')}`,
    fromData: 'Table held in the recipe',
    fromSheet: (sheet) => `Going on from ${en.name(sheet)}`,
    size: (rows, columns) => `${en.count(rows, 'row', 'rows')}, ${en.count(columns, 'column', 'columns')}`,
    draft: 'in preparation, nothing is changed yet',
    draftReplaces: 'being changed, nothing is changed yet',
    newStep: 'New step',
    off: 'turned off',
    failed: 'Could not be done.',
    changed: (n) => en.count(n, 'cell changed', 'cells changed'),
    converted: (n) => en.count(n, 'cell converted', 'cells converted'),
    nothing: 'nothing had to change',
    rowsRemoved: (n) => en.count(n, 'row removed', 'rows removed'),
    rowsFromTo: (before, after) => `${en.number(before)} → ${en.count(after, 'row', 'rows')}`,
    columnsAdded: (n) => en.count(n, 'column added', 'columns added'),
    columnsRemoved: (n) => en.count(n, 'column removed', 'columns removed'),
    totalKept: 'total unchanged',
    totalChanged: (column, before, after) =>
      `total of ${en.name(column)} changed: ${en.decimal(before)} → ${en.decimal(after)}`,
    failures: {
      unconverted: (n, column) =>
        `${en.count(n, 'cell', 'cells')} of ${en.name(column)} could not be converted`,
      unmatched: (n, column) => `${en.count(n, 'cell', 'cells')} of ${en.name(column)} without an answer`,
      'not-found': (n, column) =>
        `${en.count(n, 'expected value is', 'expected values are')} nowhere in ${en.name(column)}`,
      ambiguous: (n, column) =>
        `${en.count(n, 'cell', 'cells')} of ${en.name(column)} with several possible answers`,
      'not-empty': (n, column) => `${en.name(column)} is kept: ${en.count(n, 'cell is', 'cells are')} filled`,
      undecided: (n, column) =>
        `${en.count(n, 'cell', 'cells')} of ${en.name(column)} left as ${n === 1 ? 'it is' : 'they are'}, for nothing tells`,
    },
    seeThem: 'See them',
    menuOf: (n) => `Actions on step ${n}`,
    edit: 'Edit',
    useInstead: (name) => `Use ${en.name(name)}`,
    turnOff: 'Turn off',
    turnOn: 'Turn on',
    up: 'Move up',
    down: 'Move down',
    insertAfter: 'Insert a step after',
    duplicate: 'Duplicate',
    annotate: 'Annotate',
    noteOf: (n) => `Note on step ${n}`,
    notePlaceholder: 'Why this step?',
    saveNote: 'Keep the note',
    remove: 'Delete',
    draftLeft: 'The step in preparation is set aside.',
    takeUp: 'Take it up again',
    findings: 'Findings',
    noFinding: 'Nothing to report.',
    severity: { fail: 'To correct', look: 'To look at', info: 'For information' },
    seeRow: (n) => `See row ${en.number(n)}`,
    seeNext: (at, n) => `See (${at} of ${n})`,
    reorderHint: 'Alt + arrows: move the step',
  },
})
