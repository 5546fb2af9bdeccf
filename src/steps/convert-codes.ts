import { isSurePairing, pairingWords, type Correspondence } from '../nomenclature/correspondence.ts'
import { suggestCodes, type CodeSuggestion, type LabelledCode } from '../nomenclature/suggest-codes.ts'
import { en, fr } from '../i18n/words.ts'
import type { Localized } from '../i18n/messages.ts'
import { countCodes, type Column } from '../table/column.ts'
import { DictionaryBuilder } from '../table/dictionary.ts'
import { blankColumn, fillCells } from '../table/fill-cells.ts'
import type { CountedText } from '../table/map-values.ts'
import { columnNamed, findColumn, insertColumns, replaceColumns } from '../table/table.ts'
import { chosenRows } from './condition.ts'
import { columnField, flagField, newColumnField, optional, referenceField, whereField } from './fields.ts'
import { pairsBetween } from './correspondence-between.ts'
import { applied, failuresOf, type ExplainedChange } from './outcome.ts'
import { referenceWords, type Reference } from './reference.ts'
import { settledByCode, settledField, settledRemark } from './settled.ts'
import { step } from './step.ts'
import { whereWords } from './where-words.ts'

/** Suggestions are made for at most this many codes. */
const MOST_SUGGESTED = 50

/**
 * Turns the codes of one nomenclature into those of another, from codes and labels alone: what is proposed, and why, is listed for a
 * person to agree with, and what the person settles goes before it. Codes with several answers or none are `unmatched` and leave the
 * new column blank. Only a person may have a code written that the second nomenclature lacks.
 */
export const convertCodes = step({
  id: 'convert-codes',
  group: 'codes',
  title: { fr: 'Passer d’une nomenclature à l’autre', en: 'Go from one nomenclature to another' },
  about: {
    fr: 'Propose, pour chaque code d’une nomenclature, celui qui lui correspond dans une autre (de la M14 à la M57), d’après les codes et les libellés. Aucun texte officiel\u00a0: relisez les propositions.',
    en: 'Proposes, for each code of one nomenclature, the one that stands for it in another (from M14 to M57), from codes and labels. Nothing official: review what is proposed.',
  },
  search: {
    fr: 'correspondance M14 M57 transposition passage bascule nomenclature code',
    en: 'correspondence M14 M57 migration mapping nomenclature code',
  },
  fields: {
    column: columnField({ label: { fr: 'Colonne des codes', en: 'Column of codes' } }),
    from: referenceField({ label: { fr: 'Nomenclature de ces codes', en: 'Nomenclature of these codes' } }),
    to: referenceField({ label: { fr: 'Nouvelle nomenclature', en: 'New nomenclature' } }),
    into: newColumnField({
      label: { fr: 'Colonne des nouveaux codes', en: 'Column of the new codes' },
      hint: {
        fr: 'Une autre que celle des codes\u00a0: les anciens restent à côté, pour vérifier.',
        en: 'Another one than that of the codes: the old ones stay beside them, to check.',
      },
    }),
    proof: optional(
      newColumnField({
        label: {
          fr: 'Colonne de la preuve de chaque proposition',
          en: 'Column of the proof of each proposal',
        },
      }),
    ),
    parents: optional(
      flagField({
        label: { fr: 'À défaut, prendre le code parent', en: 'Failing that, take the parent code' },
      }),
    ),
    settled: optional(settledField),
    where: whereField,
  },
  check: ({ column, into, proof }) => new Set([column, into, proof]).size === 3,
  initial: ([column]) => (column === undefined ? {} : { column, into: `${column} M57` }),
  sheets: ({ from, to }) => [from, to].flatMap((one) => ('sheet' in one ? [one.sheet] : [])),
  sentence: {
    fr: ({ column, from, to, into, where }) =>
      `Passer ${fr.name(column)} de ${referenceWords.fr(from)} à ${referenceWords.fr(to)}, dans ${fr.name(into)}${whereWords.fr(where)}`,
    en: ({ column, from, to, into, where }) =>
      `Turn ${en.name(column)} from ${referenceWords.en(from)} into ${referenceWords.en(to)}, in ${en.name(into)}${whereWords.en(where)}`,
  },
  columnsAfter: ({ column, into, proof }, before) => {
    const made = [into, ...(proof === undefined ? [] : [proof])].filter((name) => !before.includes(name))
    return before.toSpliced(before.indexOf(column) + 1, 0, ...made)
  },
  apply: async (table, { column: name, from, to, into, proof, parents = false, settled, where }, context) => {
    const { pairs: all, after, remarks: known } = await pairsBetween(from, to, context)
    const pairs = new Map(all.map((pair) => [pair.code, pair]))
    const targets = new Set(after.map(({ code }) => code))
    await context.progress(0.6)
    const source = columnNamed(table, name)
    const chosen = chosenRows(table, where)
    const counts = countCodes(source, chosen)
    const decisions = settledByCode(settled)
    const codes = new Answers(source)
    const proofs = new Answers(source)
    const explained: ExplainedChange[] = []
    const remarks: Localized[] = [...known]
    const unmatched: CountedText[] = []
    let same = 0
    for (let entry = 0; entry < source.dictionary.size; entry++) {
      const cells = counts[entry]!
      const text = source.dictionary.text(entry)
      const code = text.trim()
      if (cells === 0 || code === '') continue
      const decision = decisions.get(code)
      if (decision !== undefined) {
        remarks.push(settledRemark(decision, cells))
        const wanted = decision.to === undefined ? code : decision.to
        proofs.give(entry, `décidé\u00a0: ${decision.reason.trim()}`)
        if (wanted === null) continue
        if (targets.has(wanted.trim()) || decision.to === undefined) codes.give(entry, wanted.trim())
        else unmatched.push({ text, cells })
        continue
      }
      const pair = pairs.get(code)
      const first = pair?.proposed[0]
      const takes =
        pair !== undefined && (isSurePairing(pair.pairing) || (parents && pair.pairing === 'parent'))
      if (pair === undefined || first === undefined || !takes) {
        unmatched.push({ text, cells })
        continue
      }
      codes.give(entry, first.code)
      proofs.give(entry, `proposé\u00a0: ${pairingWords[pair.pairing].fr}`)
      if (pair.pairing === 'same code and label') same += cells
      else
        explained.push({
          column: name,
          from: code,
          to: first.code,
          cells,
          why: whyOf(pairingWords[pair.pairing], pair.label, first.label),
        })
    }
    if (same > 0) remarks.unshift(sameWords(same))
    const made: Column[] = []
    const replacements = new Map<string, Column>()
    let changedCells = 0
    for (const [target, answers] of [
      [into, codes] as const,
      ...(proof === undefined ? [] : [[proof, proofs] as const]),
    ]) {
      const existing = findColumn(table, target)
      const filled = fillCells(existing ?? blankColumn(target, 'text', table.rowCount), {
        ...answers.given(),
        overwrite: true,
        chosen,
      })
      if (existing === undefined) made.push(filled.column)
      else {
        replacements.set(target, filled.column)
        changedCells += filled.changedCells
      }
    }
    const place = table.columns.indexOf(source) + 1
    return applied(table, insertColumns(replaceColumns(table, replacements), made, place), {
      changedCells,
      failures: failuresOf('unmatched', name, unmatched),
      remarks,
      explained: explained.sort((a, b) => b.cells - a.cells),
      ...(await suggestionsFor(unmatched, pairs, after, from)),
    })
  },
})

/** For the codes that are left, most frequent first: what they are called, and the codes of the second nomenclature that they may be. */
async function suggestionsFor(
  left: readonly CountedText[],
  pairs: ReadonlyMap<string, Correspondence>,
  after: readonly LabelledCode[],
  from: Reference,
): Promise<{ suggestions?: readonly CodeSuggestion[] }> {
  if (left.length === 0) return {}
  const asked = left.toSorted((a, b) => b.cells - a.cells).slice(0, MOST_SUGGESTED)
  const near = await suggestCodes(
    asked.map(({ text }) => text),
    after,
  )
  const [plan, year] = 'plan' in from ? [from.plan, Number(from.year)] : [referenceWords.fr(from), 0]
  return {
    suggestions: near.map((one) => {
      const pair = pairs.get(one.code)
      if (pair === undefined) return one
      const codes = pair.pairing === 'parent' ? [] : pair.proposed.map(({ code }) => code)
      return { ...one, elsewhere: [{ plan, year, label: pair.label, codes }] }
    }),
  }
}

/** What is to be written for each entry of a column of codes. */
class Answers {
  readonly #source: Column
  readonly #builder = new DictionaryBuilder()
  readonly #answerOf: Uint32Array

  constructor(source: Column) {
    this.#source = source
    this.#answerOf = new Uint32Array(source.dictionary.size)
  }

  give(entry: number, text: string): void {
    this.#answerOf[entry] = this.#builder.addValue(text, 'text')
  }

  given(): { answers: Column; answerAt: (row: number) => number } {
    const { codes } = this.#source
    const answers: Column = { ...this.#source, type: 'text', dictionary: this.#builder.finish() }
    return { answers, answerAt: (row) => this.#answerOf[codes[row]!]! }
  }
}

const whyOf = (how: Localized, was: string, is: string): Localized => ({
  fr: `${how.fr}${was === is ? `, ${fr.name(is)}` : `\u00a0: ${fr.name(was)} → ${fr.name(is)}`}`,
  en: `${how.en}${was === is ? `, ${en.name(is)}` : `: ${en.name(was)} → ${en.name(is)}`}`,
})

const sameWords = (cells: number): Localized => ({
  fr: `${fr.count(cells, 'cellule garde son code', 'cellules gardent leur code')}\u00a0: même code et même libellé dans les deux nomenclatures.`,
  en: `${en.count(cells, 'cell keeps its code', 'cells keep their code')}: same code and same label in both nomenclatures.`,
})
