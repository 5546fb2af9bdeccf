import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** Words of the page that groups spellings of one thing. */
export const variantWords = messages({
  fr: {
    title: (column: string) => `Variantes de ${fr.name(column)}`,
    intro: (rows: number, spellings: number, groups: number) =>
      `${fr.count(rows, 'ligne', 'lignes')}, ${fr.count(spellings, 'écriture', 'écritures')}. ` +
      (groups === 0
        ? 'Aucune ne ressemble assez à une autre. Essayez une autre méthode, ou rapprochez-les d’une liste.'
        : groups === 1
          ? 'Un groupe semble désigner la même chose. Rien n’est fusionné sans vous.'
          : `${fr.number(groups)} groupes semblent désigner la même chose. Rien n’est fusionné sans vous.`),
    introShown: (groups: number) =>
      groups === 0
        ? 'Dans ces lignes, aucune écriture ne ressemble assez à une autre. Essayez une autre méthode, ou rapprochez-les d’une liste.'
        : groups === 1
          ? 'Dans ces lignes, un groupe semble désigner la même chose. Rien n’est fusionné sans vous.'
          : `Dans ces lignes, ${fr.number(groups)} groupes semblent désigner la même chose. Rien n’est fusionné sans vous.`,
    chooseColumn:
      'Choisissez une colonne\u00a0: Tamis y cherche les écritures d’une même chose. Rien n’est fusionné sans vous.',
    findAll: 'Trouver les variantes',
    chooseMethod: 'Choisir la méthode…',
    matchList: 'Rapprocher d’une liste…',
    method: 'Méthode',
    byKey: 'Même clé',
    byNearness: 'Voisinage',
    radius: 'Écart accepté',
    runs: 'Comparer',
    everyPair: 'toutes les écritures',
    runsOf: (n: number) => `celles qui ont ${fr.number(n)} lettres de suite en commun`,
    aboutRuns: 'Comparer moins d’écritures va plus vite et peut en oublier.',
    proof: 'Preuve\u00a0:',
    noProof: 'Sans colonne de preuve',
    addProof: 'Ajouter une preuve…',
    withoutProof: (column: string) => `Ne plus tenir compte de ${fr.name(column)}`,
    different: (column: string) => `${column}\u00a0: valeurs différentes, sans doute deux choses distinctes.`,
    confidence: 'Confiance',
    percent: (n: number) => `${fr.number(n)}\u00a0%`,
    sameIn: 'Seulement si la valeur est la même dans',
    addSameIn: 'Ajouter une colonne (commune…)',
    notSameIn: (column: string) => `Ne plus exiger la même valeur de ${fr.name(column)}`,
    tied: (column: string, text: string) => `${column}\u00a0: ${text === '' ? 'vide' : text}`,
    checkSure: (n: number) => `Cocher seulement les sûrs (${fr.number(n)})`,
    asideKept: (n: number) =>
      `${fr.count(n, 'refus gardé', 'refus gardés')} tant que ce classeur est ouvert, pas encore dans la recette.`,
    keepNow: 'Retenir dans la recette',
    withdraw: 'Retirer',
    withdrawOf: (text: string) => `Retirer ${fr.name(text)} du groupe`,
    refuse: 'Refuser le groupe',
    refuseGroup: (name: string) => `Refuser le groupe ${fr.name(name)}`,
    refusedCount: (n: number) =>
      `${fr.count(n, 'refus retenu', 'refus retenus')}\u00a0: ces écritures ne seront plus proposées ensemble`,
    takeBack: 'Reprendre',
    keepRefused: (n: number) => `Retenir ${fr.count(n, 'refus', 'refus')}`,
    kept: 'Refus retenus\u00a0: une étape ajoutée',
    seeRows: 'Voir les lignes',
    hideRows: 'Cacher les lignes',
    seeRowsOf: (name: string) => `Voir les lignes du groupe ${fr.name(name)}`,
    rowsOf: (name: string) => `Lignes du groupe ${fr.name(name)}`,
    row: 'Ligne',
    firstRows: (n: number) => `Les ${fr.number(n)} premières lignes seulement.`,
    search: 'Chercher un nom',
    minSpellings: 'Écritures, au moins',
    minRows: 'Lignes changées, au moins',
    searching: 'Recherche des variantes',
    cancelled: 'Recherche abandonnée.',
    again: 'Chercher de nouveau',
    stop: 'Arrêter',
    checkAll: 'Tout cocher',
    uncheckAll: 'Tout décocher',
    merge: 'Fusionner',
    mergeGroup: (name: string) => `Fusionner le groupe ${fr.name(name)}`,
    spellings: 'Écritures',
    becomes: 'Deviendra',
    becomesOf: (name: string) => `Ce que deviendra le groupe ${fr.name(name)}`,
    brings: 'Lignes changées',
    choose: (text: string) => `Choisir l’écriture ${fr.name(text)}`,
    rows: (n: number) => fr.count(n, 'ligne', 'lignes'),
    emptyTo: 'Écrivez ce que deviendra ce groupe, ou décochez-le.',
    noneShown: 'Aucun groupe ne correspond à ces filtres.',
    more: (n: number) => `Afficher ${fr.count(n, 'groupe', 'groupes')} de plus`,
    shown: (n: number, all: number) => `${fr.number(n)} sur ${fr.count(all, 'groupe', 'groupes')}`,
    mergeAll: (groups: number, rows: number) =>
      groups === 0
        ? 'Fusionner'
        : `Fusionner ${fr.count(groups, 'groupe', 'groupes')} (${fr.count(rows, 'ligne', 'lignes')})`,
    hiddenChecked: (n: number) =>
      `Dont ${fr.count(n, 'groupe coché', 'groupes cochés')} que les filtres cachent.`,
    abandon: 'Abandonner',
    merged: (groups: number) =>
      `${fr.count(groups, 'groupe fusionné', 'groupes fusionnés')}\u00a0: une étape ajoutée`,
    undo: 'Annuler',
    blanks: 'Les points montrent les espaces en trop.',
    forgetRefusal: (said: string) => `Oublier le refus de ${said}`,
    noneRefused: 'Aucun groupe refusé.',
    noColumn: 'Cette colonne n’est pas dans le tableau montré.',
    onlyShown: (rows: number, all: number, where: string) =>
      `Seulement les ${fr.number(rows)} lignes affichées sur ${fr.number(all)}\u00a0: ${where}.`,
    takeAll: 'Prendre toutes les lignes',
    allRows: (all: number) =>
      `Toutes les lignes du tableau (${fr.number(all)}), sans tenir compte du filtre.`,
    takeShown: 'Prendre seulement celles affichées',
  },
  en: {
    title: (column) => `Spellings in ${en.name(column)}`,
    intro: (rows, spellings, groups) =>
      `${en.count(rows, 'row', 'rows')}, ${en.count(spellings, 'spelling', 'spellings')}. ` +
      (groups === 0
        ? 'None is close enough to another. Try another method, or match them with a list.'
        : groups === 1
          ? 'One group seems to mean the same thing. Nothing is merged without you.'
          : `${en.number(groups)} groups seem to mean the same thing. Nothing is merged without you.`),
    introShown: (groups) =>
      groups === 0
        ? 'In these rows, no spelling is close enough to another. Try another method, or match them with a list.'
        : groups === 1
          ? 'In these rows, one group seems to mean the same thing. Nothing is merged without you.'
          : `In these rows, ${en.number(groups)} groups seem to mean the same thing. Nothing is merged without you.`,
    chooseColumn:
      'Choose a column: Tamis looks for the spellings of one thing in it. Nothing is merged without you.',
    findAll: 'Find the spellings',
    chooseMethod: 'Choose the method…',
    matchList: 'Match with a list…',
    method: 'Method',
    byKey: 'Same key',
    byNearness: 'Neighbours',
    radius: 'Accepted distance',
    runs: 'Compare',
    everyPair: 'all spellings',
    runsOf: (n) => `those with ${en.number(n)} letters in a row in common`,
    aboutRuns: 'To compare fewer spellings is faster and may miss some.',
    proof: 'Evidence:',
    noProof: 'No column of evidence',
    addProof: 'Add evidence…',
    withoutProof: (column) => `Leave ${en.name(column)} out of account`,
    different: (column) => `${column}: different values, most likely two different things.`,
    confidence: 'Confidence',
    percent: (n) => `${en.number(n)}%`,
    sameIn: 'Only if the value is the same in',
    addSameIn: 'Add a column (town…)',
    notSameIn: (column) => `No longer ask for the same value of ${en.name(column)}`,
    tied: (column, text) => `${column}: ${text === '' ? 'blank' : text}`,
    checkSure: (n) => `Check only the sure ones (${en.number(n)})`,
    asideKept: (n) =>
      `${en.count(n, 'refusal', 'refusals')} kept as long as this workbook is open, not in the recipe yet.`,
    keepNow: 'Keep in the recipe',
    withdraw: 'Take out',
    withdrawOf: (text) => `Take ${en.name(text)} out of the group`,
    refuse: 'Refuse the group',
    refuseGroup: (name) => `Refuse the group ${en.name(name)}`,
    refusedCount: (n) =>
      `${en.count(n, 'refusal', 'refusals')} kept: these spellings will not be proposed together again`,
    takeBack: 'Take back',
    keepRefused: (n) => `Keep ${en.count(n, 'refusal', 'refusals')}`,
    kept: 'Refusals kept: one step added',
    seeRows: 'See the rows',
    hideRows: 'Hide the rows',
    seeRowsOf: (name) => `See the rows of the group ${en.name(name)}`,
    rowsOf: (name) => `Rows of the group ${en.name(name)}`,
    row: 'Row',
    firstRows: (n) => `The first ${en.number(n)} rows only.`,
    search: 'Search a name',
    minSpellings: 'Spellings, at least',
    minRows: 'Changed rows, at least',
    searching: 'Looking for close spellings',
    cancelled: 'Search given up.',
    again: 'Search again',
    stop: 'Stop',
    checkAll: 'Check all',
    uncheckAll: 'Uncheck all',
    merge: 'Merge',
    mergeGroup: (name) => `Merge the group ${en.name(name)}`,
    spellings: 'Spellings',
    becomes: 'Will become',
    becomesOf: (name) => `What the group ${en.name(name)} will become`,
    brings: 'Changed rows',
    choose: (text) => `Choose the spelling ${en.name(text)}`,
    rows: (n) => en.count(n, 'row', 'rows'),
    emptyTo: 'Write what this group will become, or uncheck it.',
    noneShown: 'No group matches these filters.',
    more: (n) => `Show ${en.count(n, 'more group', 'more groups')}`,
    shown: (n, all) => `${en.number(n)} of ${en.count(all, 'group', 'groups')}`,
    mergeAll: (groups, rows) =>
      groups === 0
        ? 'Merge'
        : `Merge ${en.count(groups, 'group', 'groups')} (${en.count(rows, 'row', 'rows')})`,
    hiddenChecked: (n) =>
      `Among them ${en.count(n, 'checked group', 'checked groups')} that the filters hide.`,
    abandon: 'Give up',
    merged: (groups) => `${en.count(groups, 'group merged', 'groups merged')}: one step added`,
    undo: 'Undo',
    blanks: 'Dots show spaces that should not be there.',
    forgetRefusal: (said) => `Forget the refusal of ${said}`,
    noneRefused: 'No refused group.',
    noColumn: 'This column is not in the table shown.',
    onlyShown: (rows, all, where) => `Only the ${en.number(rows)} rows shown of ${en.number(all)}: ${where}.`,
    takeAll: 'Take all rows',
    allRows: (all) => `All rows of the table (${en.number(all)}), whatever the filter.`,
    takeShown: 'Take only those shown',
  },
})
