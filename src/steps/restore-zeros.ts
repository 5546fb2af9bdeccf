import type { Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { combinationsOf } from '../table/combinations.ts'
import { cellText, type Column, type RowMask } from '../table/column.ts'
import { DictionaryBuilder } from '../table/dictionary.ts'
import { fillCells } from '../table/fill-cells.ts'
import { mapValues } from '../table/map-values.ts'
import { columnNamed, replaceColumns } from '../table/table.ts'
import { valueText } from '../table/value.ts'
import { chosenRows } from './condition.ts'
import {
  choiceField,
  columnField,
  newColumnField,
  optional,
  placeField,
  referenceField,
  whereField,
} from './fields.ts'
import { applied } from './outcome.ts'
import { referenceWords } from './reference.ts'
import { settledByCode, settledField } from './settled.ts'
import { step } from './step.ts'
import { whereWords } from './where-words.ts'
import { judgeOf, NEIGHBOURS } from './zero-judge.ts'
import { ZERO_KINDS, zeroKindOf, zeroNeighbours, type ZeroKind } from './zero-kinds.ts'
import { zeroOutcome, type Judged } from './zero-outcome.ts'

const KINDS: Readonly<Record<ZeroKind, Localized>> = {
  chapter: { fr: 'Chapitres d’un budget', en: 'Chapters of a budget' },
  article: { fr: 'Articles (natures) d’un budget', en: 'Articles (natures) of a budget' },
  postal: { fr: 'Codes postaux', en: 'Postal codes' },
  insee: { fr: 'Codes INSEE de communes', en: 'INSEE codes of municipalities' },
  department: { fr: 'Codes de départements', en: 'Codes of departments' },
  siret: { fr: 'SIRET', en: 'SIRET' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  list: { fr: 'Codes d’une liste', en: 'Codes of a list' },
}

/** How the kind of code is said after « les zéros perdus ». */
const SAID: Readonly<Record<ZeroKind, Localized>> = {
  chapter: { fr: ' des chapitres', en: ' of chapters' },
  article: { fr: ' des articles', en: ' of articles' },
  postal: { fr: ' des codes postaux', en: ' of postal codes' },
  insee: { fr: ' des codes INSEE', en: ' of INSEE codes' },
  department: { fr: ' des départements', en: ' of departments' },
  siret: { fr: ' des SIRET', en: ' of SIRETs' },
  siren: { fr: ' des SIREN', en: ' of SIRENs' },
  list: { fr: ' des codes', en: ' of codes' },
}

/**
 * Puts back the zeros that a spreadsheet took from the front of codes, where it can be told: chapters by their article, articles
 * by their chapter, both with a nomenclature as second opinion; postal and INSEE codes by length and department; SIRET and SIREN by
 * their check digit; any code by a list of the valid ones. What cannot be decided stays as it is and is `undecided`; a code that the
 * list has in no form is `unmatched`, unless a person has settled it. A column of numbers becomes text: a number has no zeros in front.
 */
export const restoreZeros = step({
  id: 'restore-zeros',
  group: 'codes',
  title: { fr: 'Restaurer les zéros perdus', en: 'Restore lost zeros' },
  about: {
    fr: 'Rend leurs zéros de devant aux codes qu’un tableur a pris pour des nombres (11 redevient 011), là où le reste du tableau le prouve.',
    en: 'Gives codes that a spreadsheet took for numbers their leading zeros back (11 becomes 011 again), where the rest of the table proves it.',
  },
  search: {
    fr: 'zéro chapitre nature article code postal insee siret siren tableur nombre abîmé',
    en: 'zero chapter nature article postal insee siret siren spreadsheet number damaged',
  },
  fields: {
    kind: choiceField({
      label: { fr: 'Ce que contient la colonne', en: 'What the column holds' },
      order: ZERO_KINDS,
      choices: KINDS,
    }),
    column: columnField({ label: { fr: 'Colonne des codes', en: 'Column of codes' } }),
    beside: placeField({
      label: { fr: 'Colonne qui tranche', en: 'Column that decides' },
      hint: {
        fr: 'Pour un chapitre, celle de l’article ; pour un article, celle du chapitre ; pour un code postal ou INSEE, celle du département.'.replaceAll(
          ' ;',
          '\u202f;',
        ),
        en: 'For a chapter, that of the article; for an article, that of the chapter; for a postal or INSEE code, that of the department.',
      },
    }),
    direction: placeField({
      label: { fr: 'Colonne dépense ou recette', en: 'Column of expense or income' },
    }),
    movement: placeField({
      label: { fr: 'Colonne réel ou ordre', en: 'Column of real or order' },
    }),
    reference: optional(
      referenceField({
        label: { fr: 'Codes valides', en: 'Valid codes' },
        hint: {
          fr: 'La nomenclature du budget et son année, ou une feuille qui liste les codes.',
          en: 'The nomenclature of the budget and its year, or a sheet that lists the codes.',
        },
      }),
    ),
    key: optional(
      newColumnField({
        label: { fr: 'Colonne des codes dans cette liste', en: 'Column of codes in that list' },
      }),
    ),
    settled: optional(settledField),
    where: whereField,
  },
  check: ({ kind, reference }) => kind !== 'list' || reference !== undefined,
  initial: ([column], columns) => {
    if (column === undefined) return {}
    const kind = zeroKindOf(column) ?? 'list'
    return { kind, column, ...zeroNeighbours(kind, columns) }
  },
  sheets: ({ reference }) => (reference !== undefined && 'sheet' in reference ? [reference.sheet] : []),
  sentence: {
    fr: ({ kind, column, beside, reference, where }) =>
      `Restaurer les zéros perdus${SAID[kind].fr} dans ${fr.name(column)}` +
      (beside === undefined ? '' : `, d’après ${fr.name(beside)}`) +
      (reference === undefined ? '' : ` et ${referenceWords.fr(reference)}`) +
      whereWords.fr(where),
    en: ({ kind, column, beside, reference, where }) =>
      `Restore lost zeros${SAID[kind].en} in ${en.name(column)}` +
      (beside === undefined ? '' : `, from ${en.name(beside)}`) +
      (reference === undefined ? '' : ` and ${referenceWords.en(reference)}`) +
      whereWords.en(where),
  },
  apply: async (
    table,
    { kind, column: name, reference, key = 'code', settled, where, ...others },
    context,
  ) => {
    const source = asText(columnNamed(table, name))
    const chosen = chosenRows(table, where)
    const neighbours = NEIGHBOURS[kind].map((field) => {
      const neighbour = others[field]
      return neighbour === undefined ? null : columnNamed(table, neighbour)
    })
    const { judge, remarks } = await judgeOf(
      kind,
      source,
      neighbours[0] ?? null,
      { reference, key, chosen },
      context,
    )
    const present = [source, ...neighbours.filter((column) => column !== null)]
    const { numbers, firstRows } = combinationsOf(present)
    await context.progress(0.5)
    const cells = cellsOf(numbers, firstRows.length, chosen)
    const decisions = settledByCode(settled)
    const judged: Judged[] = []
    const answers = new DictionaryBuilder()
    const answerOf = new Uint32Array(firstRows.length)
    for (const [number, row] of firstRows.entries()) {
      if (cells[number] === 0) continue
      const text = cellText(source, row)
      const near = neighbours.map((column) => (column === null ? '' : cellText(column, row)))
      const found = judge([text, ...near].map((one) => one.trim()))
      const decision =
        found.kind === 'restored' || found.kind === 'kept' ? undefined : decisions.get(text.trim())
      const verdict = decision === undefined ? found : { kind: 'settled' as const, decision }
      const code = verdict.kind === 'restored' ? verdict.code : (decision?.to ?? null)
      if (code !== null) answerOf[number] = answers.addText(code)
      if (verdict.kind !== 'kept') judged.push({ text, cells: cells[number]!, verdict })
    }
    const filled = fillCells(source, {
      answers: { ...source, codes: new Uint8Array(0), dictionary: answers.finish() },
      answerAt: (row) => answerOf[numbers[row]!]!,
      overwrite: true,
      chosen,
    })
    const after = filled.changedCells === 0 ? table : replaceColumns(table, new Map([[name, filled.column]]))
    const told = zeroOutcome(name, judged, kind === 'chapter' || kind === 'article' ? reference : undefined)
    return applied(table, after, {
      ...told,
      changedCells: filled.changedCells,
      remarks: [...remarks, ...told.remarks],
    })
  },
})

function cellsOf(numbers: Uint32Array, count: number, chosen: RowMask | undefined): Uint32Array {
  const cells = new Uint32Array(count)
  for (let row = 0; row < numbers.length; row++)
    if (chosen === undefined || chosen[row] === 1) cells[numbers[row]!]!++
  return cells
}

const asText = (column: Column): Column =>
  column.type === 'text' ? column : mapValues(column, valueText, { type: 'text' }).column
