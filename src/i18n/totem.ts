import { messages } from './messages.ts'
import { en, fr } from './words.ts'

/** What is said of a budget document or of a plan de comptes while it is read. */
export const totemMessages = messages({
  fr: {
    format: 'Document budgétaire (XML TotEM) ou compte financier unique',
    planFormat: 'Plan de comptes officiel (XML)',
    chosen: 'Choisi par vous.',

    ofEachBudget: (names: readonly string[]) => `celle de chaque budget\u00a0: ${fr.list(names)}`,
    noNomenclature: 'aucune',
    auto: 'celle du budget',
    nomenclatureEvidence: (name: string, year: string) =>
      `Le budget nomme ${fr.name(name)}${year === '' ? '' : `, exercice ${year}`}.`,
    nomenclaturesEvidence: (count: number) =>
      `Le document contient ${count} budgets\u202f; chacun nomme la sienne.`,
    nomenclatureAbsent: 'Le document ne nomme aucune nomenclature.',
    nomenclatureFromFile: 'Le plan de comptes que vous avez ouvert.',
    yearEvidence: (year: string) => `Exercice du budget\u00a0: ${year === '' ? 'non indiqué' : year}.`,
    planYear: (year: number) => `plan de comptes de ${year}`,
    decisionEvidence: (codes: readonly string[]) =>
      `Nature de la décision dans le document\u00a0: ${fr.list(codes)}.`,
    decisionAbsent: 'Le document n’indique pas la nature de la décision.',
    noDecision: 'non indiquée',
    lines: (rows: number) => fr.count(rows, 'ligne budgétaire', 'lignes budgétaires'),
    linesEvidence: (budgets: number, root: string) =>
      `${fr.count(budgets, 'budget', 'budgets')} dans un document ${fr.name(root)}.`,

    otherYear: (name: string, asked: string, year: number) =>
      `La nomenclature ${fr.name(name)} n’est pas connue pour ${asked}\u00a0: les libellés viennent de ${year}. ` +
      'Vérifiez-les, ou ouvrez le plan de comptes de l’exercice.',
    noYear: (name: string, year: number) =>
      `Le budget n’indique pas d’exercice\u00a0: les libellés de ${fr.name(name)} viennent de ${year}.`,
    unknownNomenclature: (name: string) =>
      (name === ''
        ? 'Le budget ne nomme pas de nomenclature'
        : `La nomenclature ${fr.name(name)} n’est pas connue`) +
      '\u00a0: les libellés et la section restent vides. Choisissez une nomenclature, ou ouvrez le plan de comptes du budget.',
    withoutLabel: (column: string, rows: number, codes: readonly string[], more: number) =>
      `${fr.count(rows, 'ligne a', 'lignes ont')} dans ${fr.name(column)} un code que la nomenclature n’a pas (${codes.join(', ')}` +
      `${more > 0 ? ` et ${fr.count(more, 'autre', 'autres')}` : ''})\u00a0: le libellé reste vide.`,
    subtotals: (count: number) =>
      `${fr.count(count, 'sous-total calculé n’est pas repris', 'sous-totaux calculés ne sont pas repris')}\u00a0: ce ne sont pas des lignes du budget.`,
    noLines: 'Ce document ne contient aucune ligne budgétaire.',
    unknownDecision: (code: string) =>
      `La nature de décision ${fr.name(code)} n’est pas connue\u00a0: elle est gardée telle quelle dans BGT_NATDEC.`,

    chapters: 'chapitres',
    accounts: 'comptes (natures)',
    functions: 'fonctions',
    partEvidence: (chapters: number, accounts: number, functions: number) =>
      `Le fichier contient ${fr.count(chapters, 'chapitre', 'chapitres')}, ${fr.count(accounts, 'compte', 'comptes')} et ${fr.count(functions, 'fonction', 'fonctions')}.`,
    planEvidence: (year: string) => `Le fichier l’indique, exercice ${year === '' ? 'non indiqué' : year}.`,
    repeated: (codes: readonly string[]) =>
      `Ces codes viennent plusieurs fois dans le plan de comptes\u202f; le premier libellé est gardé\u00a0: ${codes.join(', ')}.`,
  },
  en: {
    format: 'Budget document (TotEM XML) or “compte financier unique”',
    planFormat: 'Official chart of accounts (plan de comptes, XML)',
    chosen: 'Chosen by you.',

    ofEachBudget: (names) => `that of each budget: ${en.list(names)}`,
    noNomenclature: 'none',
    auto: 'that of the budget',
    nomenclatureEvidence: (name, year) =>
      `The budget names ${en.name(name)}${year === '' ? '' : `, year ${year}`}.`,
    nomenclaturesEvidence: (count) => `The document holds ${count} budgets; each names its own.`,
    nomenclatureAbsent: 'The document names no nomenclature.',
    nomenclatureFromFile: 'The chart of accounts that you opened.',
    yearEvidence: (year) => `Year of the budget: ${year === '' ? 'not given' : year}.`,
    planYear: (year) => `chart of accounts of ${year}`,
    decisionEvidence: (codes) => `Nature of the decision in the document: ${en.list(codes)}.`,
    decisionAbsent: 'The document does not give the nature of the decision.',
    noDecision: 'not given',
    lines: (rows) => en.count(rows, 'budget line', 'budget lines'),
    linesEvidence: (budgets, root) =>
      `${en.count(budgets, 'budget', 'budgets')} in a document ${en.name(root)}.`,

    otherYear: (name, asked, year) =>
      `The nomenclature ${en.name(name)} is not known for ${asked}: labels come from ${year}. ` +
      'Check them, or open the chart of accounts of that year.',
    noYear: (name, year) => `The budget gives no year: labels of ${en.name(name)} come from ${year}.`,
    unknownNomenclature: (name) =>
      (name === '' ? 'The budget names no nomenclature' : `The nomenclature ${en.name(name)} is not known`) +
      ': labels and section stay blank. Choose a nomenclature, or open the chart of accounts of the budget.',
    withoutLabel: (column, rows, codes, more) =>
      `${en.count(rows, 'row has', 'rows have')} in ${en.name(column)} a code that the nomenclature lacks (${codes.join(', ')}` +
      `${more > 0 ? ` and ${en.count(more, 'other', 'others')}` : ''}): the label stays blank.`,
    subtotals: (count) =>
      `${en.count(count, 'calculated subtotal is left out', 'calculated subtotals are left out')}: these are not lines of the budget.`,
    noLines: 'This document has no budget line.',
    unknownDecision: (code) =>
      `The nature of decision ${en.name(code)} is not known: it is kept as it is in BGT_NATDEC.`,

    chapters: 'chapters',
    accounts: 'accounts',
    functions: 'functions',
    partEvidence: (chapters, accounts, functions) =>
      `The file holds ${en.count(chapters, 'chapter', 'chapters')}, ${en.count(accounts, 'account', 'accounts')} and ${en.count(functions, 'function', 'functions')}.`,
    planEvidence: (year) => `The file says so, year ${year === '' ? 'not given' : year}.`,
    repeated: (codes) =>
      `These codes come several times in the chart of accounts; the first label is kept: ${codes.join(', ')}.`,
  },
})
