import * as v from 'valibot'
import { findKeyer, KEYERS } from '../cluster/keyers.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { mapValues, type CountedText } from '../table/map-values.ts'
import { columnNamed, replaceColumns } from '../table/table.ts'
import { valueText } from '../table/value.ts'
import { chosenRows } from './condition.ts'
import { columnField, optional, whereField } from './fields.ts'
import { applied, failuresOf } from './outcome.ts'
import { step, type NewValue } from './step.ts'
import { valueFromText } from './value-from-text.ts'
import { whereWords } from './where-words.ts'

/** Values and the one that takes their place; '' stands for a blank on both sides. */
interface Replacement {
  from: string[]
  to: string
}

const noColumns = { reads: () => [], without: <T>(value: T) => value }

const replacementsField = {
  ...noColumns,
  kind: 'groups' as const,
  label: { fr: 'Valeurs et ce qu’elles deviennent', en: 'Values and what they become' },
  hint: { fr: 'Laissez vide pour vider les cellules.', en: 'Leave empty to make the cells blank.' },
  schema: v.pipe(
    v.array(v.strictObject({ from: v.pipe(v.array(v.string()), v.minLength(1)), to: v.string() })),
    v.minLength(1),
  ),
  renamed: (replacements: Replacement[]) => replacements,
}

/** The method that found the groups; kept so that a replay can tell new spellings that belong to one of them. */
const methodField = {
  ...noColumns,
  kind: 'choice' as const,
  label: { fr: 'Méthode qui a trouvé les groupes', en: 'Method that found the groups' },
  hint: {
    fr: 'Elle sert à reconnaître, dans un autre fichier, les variantes nouvelles.',
    en: 'It serves to recognise new spellings in another file.',
  },
  schema: v.picklist(KEYERS.map(({ id }) => id)),
  choices: KEYERS.map(({ id, name }) => ({ value: id, label: name })),
  renamed: (method: string) => method,
}

/**
 * Exchanges values of a column for others, by their exact text; in a column of numbers or dates the new one is read as such.
 * Rows, and the other columns, stay as they are. A value to be replaced that no row holds is reported as `not-found`.
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
    fr: 'remplacer corriger valeur variante orthographe doublon fusionner cluster rechercher',
    en: 'replace correct value spelling variant merge duplicate cluster find',
  },
  fields: {
    column: columnField({ label: { fr: 'Colonne', en: 'Column' } }),
    replacements: replacementsField,
    method: optional(methodField),
    where: whereField,
  },
  check: ({ replacements }) => {
    const claimed = replacements.flatMap(({ from }) => from)
    return new Set(claimed).size === claimed.length
  },
  sentence: {
    fr: ({ column, replacements, where }) => {
      const end = whereWords.fr(where)
      const [first, more] = replacements
      if (first === undefined || more !== undefined)
        return `Regrouper ${fr.count(spellings(replacements), 'variante', 'variantes')} de ${fr.name(column)} en ${fr.count(replacements.length, 'valeur', 'valeurs')}${end}`
      const [from, other] = first.from
      if (from === undefined || other !== undefined)
        return first.to === ''
          ? `Vider les cellules de ${fr.name(column)} qui contiennent une de ${fr.count(first.from.length, 'valeur', 'valeurs')}${end}`
          : `Regrouper ${fr.count(first.from.length, 'variante', 'variantes')} de ${fr.name(column)} en ${fr.name(first.to)}${end}`
      if (from === '')
        return `Remplir les cellules vides de ${fr.name(column)} par ${fr.name(first.to)}${end}`
      if (first.to === '') return `Vider les cellules ${fr.name(from)} de ${fr.name(column)}${end}`
      return `Remplacer ${fr.name(from)} par ${fr.name(first.to)} dans ${fr.name(column)}${end}`
    },
    en: ({ column, replacements, where }) => {
      const end = whereWords.en(where)
      const [first, more] = replacements
      if (first === undefined || more !== undefined)
        return `Group ${en.count(spellings(replacements), 'spelling', 'spellings')} of ${en.name(column)} into ${en.count(replacements.length, 'value', 'values')}${end}`
      const [from, other] = first.from
      if (from === undefined || other !== undefined)
        return first.to === ''
          ? `Blank the cells of ${en.name(column)} that hold one of ${en.count(first.from.length, 'value', 'values')}${end}`
          : `Group ${en.count(first.from.length, 'spelling', 'spellings')} of ${en.name(column)} into ${en.name(first.to)}${end}`
      if (from === '') return `Fill blank cells of ${en.name(column)} with ${en.name(first.to)}${end}`
      if (first.to === '') return `Blank the cells ${en.name(from)} of ${en.name(column)}${end}`
      return `Replace ${en.name(from)} by ${en.name(first.to)} in ${en.name(column)}${end}`
    },
  },
  apply: (table, { column: name, replacements, where }) => {
    const column = columnNamed(table, name)
    const chosen = chosenRows(table, where)
    const becomes = new Map(replacements.flatMap(({ from, to }) => from.map((text) => [text, to] as const)))
    const absent = absentTexts(column, chosen, becomes)
    const mapped = mapValues(
      column,
      (value) => {
        const to = becomes.get(valueText(value))
        return to === undefined || to === valueText(value) ? value : valueFromText(to, column.type)
      },
      { chosen, blanks: becomes.has('') },
    )
    // Cells that an earlier step could not convert are not this step's failures.
    const made = new Set(becomes.values())
    const unconverted = mapped.unconverted.filter(({ text }) => made.has(text))
    return applied(table, replaceColumns(table, new Map([[name, mapped.column]])), {
      changedCells: mapped.changedCells,
      failures: [...failuresOf('unconverted', name, unconverted), ...failuresOf('not-found', name, absent)],
    })
  },
  newValues: (table, { column: name, replacements, method = 'fingerprint', where }) => {
    const keyer = findKeyer(method)
    if (keyer === undefined) return []
    const known = new Set(replacements.flatMap(({ from, to }) => [...from, to]))
    const nearest = new Map<string, string>()
    for (const { from, to } of replacements) {
      for (const text of [...from, to]) {
        const key = keyer.key(text)
        if (key !== '' && !nearest.has(key)) nearest.set(key, to)
      }
    }
    const column = columnNamed(table, name)
    const counts = countCodes(column, chosenRows(table, where))
    const found: NewValue[] = []
    for (let code = 1; code < column.dictionary.size; code++) {
      if (counts[code] === 0) continue
      const value = column.dictionary.text(code)
      if (known.has(value)) continue
      const near = nearest.get(keyer.key(value))
      if (near !== undefined) found.push({ column: name, value, cells: counts[code]!, near })
    }
    return found.sort((a, b) => b.cells - a.cells)
  },
})

const spellings = (replacements: readonly Replacement[]): number =>
  replacements.reduce((sum, { from }) => sum + from.length, 0)

/** Texts to be replaced that no chosen row holds, unless they stay what they are. */
function absentTexts(
  column: Column,
  chosen: RowMask | undefined,
  becomes: ReadonlyMap<string, string>,
): CountedText[] {
  const counts = countCodes(column, chosen)
  const absent = new Set([...becomes].filter(([from, to]) => from !== to).map(([from]) => from))
  for (let code = 0; code < counts.length; code++) {
    if (counts[code]! > 0) absent.delete(column.dictionary.text(code))
  }
  return [...absent].map((text) => ({ text, cells: 0 }))
}
