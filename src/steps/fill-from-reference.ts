import { en, fr } from '../i18n/words.ts'
import type { Column } from '../table/column.ts'
import { blankColumn, fillCells } from '../table/fill-cells.ts'
import { columnNamed, findColumn, insertColumns, replaceColumns } from '../table/table.ts'
import { chosenRows } from './condition.ts'
import {
  choiceField,
  columnField,
  flagField,
  newColumnField,
  optional,
  referenceField,
  takeField,
  whereField,
} from './fields.ts'
import { fillRemarks } from './fill-remarks.ts'
import { answersOf, lookUpCodes } from './look-up-codes.ts'
import { applied, failuresOf, type Failure } from './outcome.ts'
import { referenceLookup } from './reference-lookup.ts'
import { referenceWords } from './reference.ts'
import { settledByCode, settledField } from './settled.ts'
import { step } from './step.ts'
import { suggestForReference } from './suggest-for-reference.ts'
import { whereWords } from './where-words.ts'

/**
 * Looks the codes of a column up in a reference table, by their exact text without outer blanks, and writes what is found there
 * into existing columns (their empty cells, or with `fill: 'all'` every cell that has an answer) or into new ones, put after the
 * column of codes. A code that is not found is `unmatched`; one found with different answers is `ambiguous`, the first one counts.
 * With `parents`, a code that is not found takes the answer of the code above it. What a person has settled goes before all that and
 * is no failure.
 */
export const fillFromReference = step({
  id: 'fill-from-reference',
  group: 'codes',
  title: { fr: 'Compléter depuis une nomenclature', en: 'Fill in from a nomenclature' },
  about: {
    fr: 'Cherche chaque code dans une table de référence (plan de comptes, autre feuille) et écrit son libellé.',
    en: 'Looks each code up in a reference table (chart of accounts, another sheet) and writes its label.',
  },
  search: {
    fr: 'libellé code nomenclature plan de comptes chapitre nature fonction recherchev jointure croiser compléter référence',
    en: 'label code nomenclature chart of accounts chapter nature function vlookup join match fill reference',
  },
  fields: {
    column: columnField({ label: { fr: 'Colonne des codes', en: 'Column of codes' } }),
    reference: referenceField({
      label: { fr: 'Nomenclature', en: 'Nomenclature' },
      hint: {
        fr: 'Une nomenclature officielle et son année, une table de Tamis, ou une autre feuille de ce classeur.',
        en: 'An official nomenclature and its year, a table of Tamis, or another sheet of this workbook.',
      },
    }),
    key: newColumnField({
      label: { fr: 'Colonne des codes dans la nomenclature', en: 'Column of codes in the nomenclature' },
    }),
    take: takeField({
      label: { fr: 'Ce qu’il faut y prendre', en: 'What to take from it' },
      hint: {
        fr: 'Pour chaque colonne de la nomenclature, la colonne à remplir, existante ou nouvelle.',
        en: 'For each column of the nomenclature, the column to fill, an existing or a new one.',
      },
    }),
    fill: optional(
      choiceField({
        label: { fr: 'Cellules à remplir', en: 'Cells to fill' },
        order: ['blanks', 'all'],
        choices: {
          blanks: { fr: 'seulement les vides', en: 'only the blank ones' },
          all: { fr: 'toutes celles dont le code est trouvé', en: 'all whose code is found' },
        },
      }),
    ),
    parents: optional(
      flagField({
        label: {
          fr: 'À défaut, prendre le code parent (6232\u00a0→\u00a0623)',
          en: 'Failing that, take the parent code (6232\u00a0→\u00a0623)',
        },
      }),
    ),
    settled: optional(settledField),
    where: whereField,
  },
  initial: ([column]) => ({ key: 'code', ...(column === undefined ? {} : { column }) }),
  sheets: ({ reference }) => ('sheet' in reference ? [reference.sheet] : []),
  sentence: {
    fr: ({ column, reference, take, where }) =>
      `Compléter ${fr.columns(Object.values(take))} d’après ${fr.name(column)}, depuis ${referenceWords.fr(reference)}${whereWords.fr(where)}`,
    en: ({ column, reference, take, where }) =>
      `Fill ${en.columns(Object.values(take))} in from ${en.name(column)} with ${referenceWords.en(reference)}${whereWords.en(where)}`,
  },
  columnsAfter: ({ column, take }, before) => {
    const made = Object.values(take).filter((name) => !before.includes(name))
    return before.toSpliced(before.indexOf(column) + 1, 0, ...made)
  },
  apply: async (
    table,
    { column, reference, key, take, fill = 'blanks', parents = false, settled, where },
    context,
  ) => {
    const source = columnNamed(table, column)
    const chosen = chosenRows(table, where)
    const { known, lookup, entries, entryAt, counts, remarks } = await referenceLookup(
      table,
      source,
      { reference, key, taken: Object.keys(take), chosen },
      context,
    )
    const found = lookUpCodes(entries, lookup, counts, {
      parents,
      settled: settledByCode(settled),
    })
    const failures: Failure[] = [
      ...failuresOf('unmatched', column, found.unmatched),
      ...failuresOf('ambiguous', column, found.ambiguous),
    ]
    const replacements = new Map<string, Column>()
    const made: Column[] = []
    let changedCells = 0
    let differing = 0
    for (const [index, name] of Object.values(take).entries()) {
      await context.progress(index / Object.keys(take).length)
      const { column: known, codes } = lookup.answers[index]!
      const existing = findColumn(table, name)
      const { answers, answerOfCode } = answersOf(known, codes, found, Object.keys(take)[index]!)
      const filled = fillCells(existing ?? blankColumn(name, known.type, table.rowCount), {
        answers,
        answerAt: (row) => answerOfCode[entryAt[row]!]!,
        overwrite: fill === 'all',
        chosen,
      })
      failures.push(...failuresOf('unconverted', name, filled.unconverted))
      differing += filled.differing
      if (existing === undefined) made.push(filled.column)
      else {
        changedCells += filled.changedCells
        replacements.set(name, filled.column)
      }
    }
    const position = table.columns.indexOf(source) + 1
    const after = insertColumns(replaceColumns(table, replacements), made, position)
    return applied(table, after, {
      changedCells,
      failures,
      remarks: [...remarks, ...fillRemarks(column, found, differing)],
      ...(await suggestForReference(found.unmatched, known, key, reference)),
    })
  },
})
