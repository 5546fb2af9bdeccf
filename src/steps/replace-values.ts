import { combineColumns, combinedText } from '../cluster/combine-columns.ts'
import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { mapPairs } from '../table/map-pairs.ts'
import { mapValues, type CountedText, type MappedColumn } from '../table/map-values.ts'
import { columnNamed, replaceColumns, type Table } from '../table/table.ts'
import { valueText } from '../table/value.ts'
import { chosenRows } from './condition.ts'
import { columnField, whereField } from './fields.ts'
import { newSpellings } from './new-spellings.ts'
import { applied, failuresOf } from './outcome.ts'
import { LIST_METHOD, replacementsField, searchFields, type Replacement } from './replacement-fields.ts'
import { replacementWords } from './replacement-words.ts'
import { step } from './step.ts'
import { valueFromText } from './value-from-text.ts'
import { claimsOf } from './with-spellings.ts'

/**
 * Exchanges values of a column for others, by their exact text; in a column of numbers or dates the new one is read as such.
 * Rows, and the other columns, stay as they are. `within` lists columns that a group can be tied to: it then changes only rows that
 * hold its own values there. What a person refused to group, the method, its evidence and the list of reference are kept beside, and
 * change nothing. A value to be replaced that no row holds is reported as `not-found`.
 */
export const replaceValues = step({
  id: 'replace-values',
  group: 'values',
  title: { fr: 'Regrouper les variantes', en: 'Group spellings' },
  about: {
    fr: 'Remplace plusieurs écritures d’une même chose par une seule, partout dans la colonne.',
    en: 'Replaces several spellings of one thing by a single one, everywhere in the column.',
  },
  search: {
    fr: 'harmoniser uniformiser regrouper remplacer corriger valeur variante orthographe doublon fusionner cluster trouver rechercher',
    en: 'replace correct value spelling variant merge duplicate cluster find',
  },
  fields: {
    column: columnField({ label: { fr: 'Colonne', en: 'Column' } }),
    replacements: replacementsField,
    ...searchFields,
    where: whereField,
  },
  check: ({ replacements, within = [], method, reference, key, refused = [] }) => {
    if (replacements.length === 0 && refused.length === 0) return false
    if (replacements.some((one) => one.within !== undefined && one.within.length !== within.length))
      return false
    const hasList = reference !== undefined && key !== undefined
    if (hasList !== (method === LIST_METHOD) || (reference === undefined) !== (key === undefined))
      return false
    const claimed = replacements.flatMap(claimsOf)
    return new Set(claimed).size === claimed.length
  },
  sentence: replacementWords,
  apply: (table, { column: name, replacements, within, where }) => {
    const column = columnNamed(table, name)
    const chosen = chosenRows(table, where)
    const { mapped, absent } =
      within === undefined
        ? replaced(column, replacements, chosen)
        : replacedWithin(table, column, replacements, within, chosen)
    // Cells that an earlier step could not convert are not this step's failures.
    const made = new Set(replacements.map(({ to }) => to))
    const unconverted = mapped.unconverted.filter(({ text }) => made.has(text))
    return applied(table, replaceColumns(table, new Map([[name, mapped.column]])), {
      changedCells: mapped.changedCells,
      failures: [...failuresOf('unconverted', name, unconverted), ...failuresOf('not-found', name, absent)],
    })
  },
  newValues: newSpellings,
})

interface Replaced {
  mapped: MappedColumn
  /** Texts to be replaced that no chosen row holds, unless they stay what they are. */
  absent: readonly CountedText[]
}

function replaced(
  column: Column,
  replacements: readonly Replacement[],
  chosen: RowMask | undefined,
): Replaced {
  const becomes = new Map(replacements.flatMap(({ from, to }) => from.map((text) => [text, to] as const)))
  const mapped = mapValues(
    column,
    (value) => {
      const to = becomes.get(valueText(value))
      return to === undefined || to === valueText(value) ? value : valueFromText(to, column.type)
    },
    { chosen, blanks: becomes.has('') },
  )
  const counts = countCodes(column, chosen)
  const absent = new Set([...becomes].filter(([from, to]) => from !== to).map(([from]) => from))
  for (let code = 0; code < counts.length; code++)
    if (counts[code]! > 0) absent.delete(column.dictionary.text(code))
  return { mapped, absent: Array.from(absent, (text) => ({ text, cells: 0 })) }
}

/** The same where groups are tied to values of other columns; those that are not apply to all other rows. */
function replacedWithin(
  table: Table,
  column: Column,
  replacements: readonly Replacement[],
  within: readonly string[],
  chosen: RowMask | undefined,
): Replaced {
  const values = combineColumns(
    '',
    within.map((name) => columnNamed(table, name)),
  )
  /** Of each place ('' is a place too; `undefined` any), what its texts become. */
  const places = new Map<string | undefined, Map<string, string>>()
  const absent = new Map<string, string>()
  for (const { from, to, within: own } of replacements) {
    const place = own === undefined ? undefined : combinedText(own)
    const becomes = places.get(place) ?? new Map<string, string>()
    places.set(place, becomes)
    for (const text of from) {
      becomes.set(text, to)
      if (text !== to)
        absent.set(
          combinedText([text, ...(own ?? [])]),
          own === undefined ? text : `${text} (${own.join(', ')})`,
        )
    }
  }
  const pairs = chosen === undefined ? null : chosenPairs(column, values, chosen)
  const mapped = mapPairs(
    column,
    values,
    (code, beside) => {
      const text = column.dictionary.text(code)
      const place = values.dictionary.text(beside)
      const tied = places.get(place)?.get(text)
      const to = tied ?? places.get(undefined)?.get(text)
      if (to === undefined) return undefined
      if (pairs === null || pairs(code, beside))
        absent.delete(tied === undefined ? text : combinedText([text, place]))
      return to === text ? undefined : valueFromText(to, column.type)
    },
    chosen,
  )
  return { mapped, absent: Array.from(absent.values(), (text) => ({ text, cells: 0 })) }
}

/** Tells whether a pair of entries occurs in the chosen rows. */
function chosenPairs(
  column: Column,
  values: Column,
  chosen: RowMask,
): (code: number, beside: number) => boolean {
  const size = values.dictionary.size
  const seen = new Set<number>()
  for (let row = 0; row < chosen.length; row++)
    if (chosen[row] === 1) seen.add(column.codes[row]! * size + values.codes[row]!)
  return (code, beside) => seen.has(code * size + beside)
}
