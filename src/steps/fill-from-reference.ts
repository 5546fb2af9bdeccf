import { type Localized } from '../i18n/messages.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes, type Column } from '../table/column.ts'
import { blankColumn, fillCells } from '../table/fill-cells.ts'
import { lookupIn, type Lookup } from '../table/lookup.ts'
import { type CountedText } from '../table/map-values.ts'
import { columnNamed, findColumn, insertColumns, replaceColumns } from '../table/table.ts'
import { chosenRows } from './condition.ts'
import {
  choiceField,
  columnField,
  newColumnField,
  optional,
  referenceField,
  takeField,
  whereField,
} from './fields.ts'
import { applied, failuresOf, type Failure } from './outcome.ts'
import { referenceTableOf, referenceWords } from './reference.ts'
import { step } from './step.ts'
import { whereWords } from './where-words.ts'

/**
 * Looks the codes of a column up in a reference table, by their exact text without outer blanks, and writes what is found there
 * into existing columns (their empty cells, or with `fill: 'all'` every cell that has an answer) or into new ones, put after the
 * column of codes. A code that is not found is `unmatched`; one found with different answers is `ambiguous`, the first one counts.
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
        fr: 'Une nomenclature officielle et son année, ou une autre feuille de ce classeur.',
        en: 'An official nomenclature and its year, or another sheet of this workbook.',
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
  apply: async (table, { column, reference, key, take, fill = 'blanks', where }, context) => {
    const { table: known, remarks } = await referenceTableOf(reference, context)
    const source = columnNamed(table, column)
    const lookup = lookupIn(known, key, Object.keys(take))
    const chosen = chosenRows(table, where)
    const found = findEntries(source, lookup, countCodes(source, chosen))
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
      const { column: answers, codes } = lookup.answers[index]!
      const existing = findColumn(table, name)
      const answerOfCode = Uint32Array.from(found.keys, (number) => (number < 0 ? 0 : codes[number]!))
      const filled = fillCells(existing ?? blankColumn(name, answers.type, table.rowCount), {
        answers,
        answerAt: (row) => answerOfCode[source.codes[row]!]!,
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
      remarks: [...remarks, ...withoutCode(column, found.emptyCells), ...keptCells(differing)],
    })
  },
})

/** Number of the key of each entry of the column, -1 for none, and the values that have none or several answers. */
function findEntries({ dictionary }: Column, { find, ambiguous }: Lookup, counts: Uint32Array) {
  const keys = new Int32Array(dictionary.size).fill(-1)
  const values = { unmatched: [] as CountedText[], ambiguous: [] as CountedText[] }
  let emptyCells = 0
  for (let code = 0; code < dictionary.size; code++) {
    const cells = counts[code]!
    if (cells === 0) continue
    const text = dictionary.text(code)
    if (text.trim() === '') {
      emptyCells += cells
      continue
    }
    const number = find(text)
    if (number === undefined) values.unmatched.push({ text, cells })
    else {
      keys[code] = number
      if (ambiguous[number] === 1) values.ambiguous.push({ text, cells })
    }
  }
  return { keys, emptyCells, ...values }
}

function withoutCode(column: string, cells: number): Localized[] {
  if (cells === 0) return []
  return [
    {
      fr: `${fr.count(cells, 'ligne', 'lignes')} sans rien dans ${fr.name(column)}\u00a0: rien à y chercher.`,
      en: `${en.count(cells, 'row', 'rows')} with nothing in ${en.name(column)}: nothing to look up.`,
    },
  ]
}

function keptCells(cells: number): Localized[] {
  if (cells === 0) return []
  return [
    {
      fr: `${fr.count(cells, 'cellule déjà remplie dit', 'cellules déjà remplies disent')} autre chose que la nomenclature\u00a0: elle${cells === 1 ? ' est gardée' : 's sont gardées'}.`,
      en: `${en.count(cells, 'filled cell says', 'filled cells say')} something else than the nomenclature and ${cells === 1 ? 'is' : 'are'} kept.`,
    },
  ]
}
