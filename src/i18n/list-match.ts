import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words of the page that matches the values of a column against a list of official ones. */
export const listWords = messages({
  fr: {
    action: 'Rapprocher d’une liste',
    actionOf: (column: string) => `Rapprocher d’une liste (${column})`,
    actionAbout:
      'Trouve, pour chaque valeur, la plus proche d’une liste officielle, à relire avant de remplacer.',
    actionAlso:
      'liste référence référentiel officielle rapprocher correspondance commune association réconcilier match',
    title: (column: string) =>
      column === '' ? 'Rapprocher d’une liste' : `Rapprocher ${fr.name(column)} d’une liste`,
    ours: 'Colonne du tableau',
    chooseOurs: 'Choisir une colonne…',
    about: 'Choisissez la liste qui fait foi. Rien n’est remplacé sans vous.',
    list: 'Liste',
    chooseList: 'Choisir une liste…',
    tables: 'Tables de Tamis',
    sheets: 'Autres feuilles du classeur',
    column: 'Sa colonne',
    openFile: 'Ouvrir un fichier…',
    openingFile: 'Ouverture de la liste',
    card: (source: string, date: string, licence: string) =>
      `Source\u00a0: ${[source, date, licence].filter((part) => part !== '').join(', ')}.`,
    searching: 'Rapprochement',
    stop: 'Arrêter',
    again: 'Chercher de nouveau',
    cancelled: 'Rapprochement abandonné.',
    noColumn: 'Cette colonne n’est pas dans le tableau montré.',
    intro: (names: number, exact: number) =>
      `${fr.count(names, 'valeur différente', 'valeurs différentes')}, dont ${fr.number(exact)} exactement dans la liste. ` +
      (names === exact ? 'Il n’y a rien à rapprocher.' : ''),
    leftBefore: (n: number) =>
      `${fr.count(n, 'valeur', 'valeurs')} que vous avez déjà ${n === 1 ? 'laissée telle quelle' : 'laissées telles quelles'}.`,
    kinds: {
      all: 'Toutes',
      proposed: 'Proposées',
      doubtful: 'En doute',
      alone: 'Sans valeur proche',
    },
    kindOf: (kind: string, n: number) => `${kind} (${fr.number(n)})`,
    threshold: 'Accepter à partir de',
    percent: (n: number) => `${fr.number(n)}\u00a0%`,
    search: 'Chercher une valeur',
    value: 'Valeur du tableau',
    becomes: 'Devient',
    becomesOf: (text: string) => `Ce que devient ${fr.name(text)}`,
    sureness: 'Ressemblance',
    undecided: 'à décider',
    leave: 'laisser telle quelle',
    other: 'autre valeur de la liste…',
    otherOf: (text: string) => `Valeur de la liste pour ${fr.name(text)}`,
    notInList: 'Cette valeur n’est pas dans la liste.',
    doubtful: 'Rien d’assez proche pour être proposé\u00a0: à vous de choisir.',
    take: (official: string, text: string) => `Prendre ${fr.name(official)} pour ${fr.name(text)}`,
    looksLike: 'écriture voisine',
    byYou: 'choisie par vous',
    leftAlone: 'Laissée telle quelle, et retenu pour la prochaine fois.',
    none: 'Aucune valeur de la liste ne lui ressemble.',
    rows: (n: number) => fr.count(n, 'ligne', 'lignes'),
    more: (n: number) => `Afficher ${fr.count(n, 'valeur', 'valeurs')} de plus`,
    noneShown: 'Aucune valeur ici.',
    tally: (accepted: number, rows: number, open: number, openRows: number) =>
      `${fr.count(accepted, 'valeur remplacée', 'valeurs remplacées')} (${fr.count(rows, 'ligne', 'lignes')})\u00a0; ` +
      `${fr.count(open, 'valeur reste', 'valeurs restent')} hors de la liste (${fr.count(openRows, 'ligne', 'lignes')}).`,
    replace: (n: number) => (n === 0 ? 'Remplacer' : `Remplacer ${fr.count(n, 'valeur', 'valeurs')}`),
    keepLeft: (n: number) => `Retenir ${fr.count(n, 'valeur laissée', 'valeurs laissées')}`,
    done: (n: number) => `${fr.count(n, 'valeur remplacée', 'valeurs remplacées')}\u00a0: une étape ajoutée`,
    kept: 'Retenu\u00a0: une étape ajoutée',
    abandon: 'Abandonner',
    asideKept: (n: number) =>
      `${fr.count(n, 'choix gardé', 'choix gardés')} tant que ce classeur est ouvert, pas encore dans la recette.`,
  },
  en: {
    action: 'Match with a list',
    actionOf: (column) => `Match with a list (${column})`,
    actionAbout:
      'Finds, for each value, the nearest one of an official list, to be reviewed before it is replaced.',
    actionAlso: 'list reference official match reconcile lookup city association',
    title: (column) => (column === '' ? 'Match with a list' : `Match ${en.name(column)} with a list`),
    ours: 'Column of the table',
    chooseOurs: 'Choose a column…',
    about: 'Choose the list that counts. Nothing is replaced without you.',
    list: 'List',
    chooseList: 'Choose a list…',
    tables: 'Tables of Tamis',
    sheets: 'Other sheets of the workbook',
    column: 'Its column',
    openFile: 'Open a file…',
    openingFile: 'Opening the list',
    card: (source, date, licence) =>
      `Source: ${[source, date, licence].filter((part) => part !== '').join(', ')}.`,
    searching: 'Matching',
    stop: 'Stop',
    again: 'Search again',
    cancelled: 'Matching given up.',
    noColumn: 'This column is not in the table shown.',
    intro: (names, exact) =>
      `${en.count(names, 'distinct value', 'distinct values')}, ${en.number(exact)} of them exactly in the list. ` +
      (names === exact ? 'There is nothing to match.' : ''),
    leftBefore: (n) =>
      `${en.count(n, 'value', 'values')} that you left as ${n === 1 ? 'it was' : 'they were'} before.`,
    kinds: { all: 'All', proposed: 'Proposed', doubtful: 'In doubt', alone: 'Nothing near' },
    kindOf: (kind, n) => `${kind} (${en.number(n)})`,
    threshold: 'Accept from',
    percent: (n) => `${en.number(n)}%`,
    search: 'Search a value',
    value: 'Value in the table',
    becomes: 'Becomes',
    becomesOf: (text) => `What ${en.name(text)} becomes`,
    sureness: 'Likeness',
    undecided: 'to be decided',
    leave: 'leave as it is',
    other: 'another value of the list…',
    otherOf: (text) => `Value of the list for ${en.name(text)}`,
    notInList: 'This value is not in the list.',
    doubtful: 'Nothing near enough to be proposed: choose yourself.',
    take: (official, text) => `Take ${en.name(official)} for ${en.name(text)}`,
    looksLike: 'similar spelling',
    byYou: 'chosen by you',
    leftAlone: 'Left as it is, and remembered for next time.',
    none: 'No value of the list resembles it.',
    rows: (n) => en.count(n, 'row', 'rows'),
    more: (n) => `Show ${en.count(n, 'more value', 'more values')}`,
    noneShown: 'No value here.',
    tally: (accepted, rows, open, openRows) =>
      `${en.count(accepted, 'value replaced', 'values replaced')} (${en.count(rows, 'row', 'rows')}); ` +
      `${en.count(open, 'value stays', 'values stay')} outside the list (${en.count(openRows, 'row', 'rows')}).`,
    replace: (n) => (n === 0 ? 'Replace' : `Replace ${en.count(n, 'value', 'values')}`),
    keepLeft: (n) => `Remember ${en.count(n, 'value left', 'values left')}`,
    done: (n) => `${en.count(n, 'value replaced', 'values replaced')}: one step added`,
    kept: 'Remembered: one step added',
    abandon: 'Give up',
    asideKept: (n) =>
      `${en.count(n, 'choice', 'choices')} kept as long as this workbook is open, not in the recipe yet.`,
  },
})
