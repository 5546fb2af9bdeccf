import * as v from 'valibot'
import { GROUPING_METHODS } from '../cluster/grouping-methods.ts'
import { nearKnown } from '../cluster/near-known.ts'
import { refusalsOf } from './refused-pairs.ts'
import { en, fr } from '../i18n/words.ts'
import { countCodes, type Column, type RowMask } from '../table/column.ts'
import { mapValues, type CountedText } from '../table/map-values.ts'
import { columnNamed, replaceColumns } from '../table/table.ts'
import { valueText } from '../table/value.ts'
import { chosenRows } from './condition.ts'
import { columnField, optional, whereField } from './fields.ts'
import { applied, failuresOf } from './outcome.ts'
import { step, type NewValue, type Params } from './step.ts'
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
  schema: v.array(v.strictObject({ from: v.pipe(v.array(v.string()), v.minLength(1)), to: v.string() })),
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
  schema: v.picklist(GROUPING_METHODS.map(({ id }) => id)),
  choices: GROUPING_METHODS.map(({ id, name }) => ({ value: id, label: name })),
  renamed: (method: string) => method,
}

/** How near is near, where the method measures it; kept with the method. */
const radiusField = {
  ...noColumns,
  kind: 'number' as const,
  label: { fr: 'Écart accepté', en: 'Accepted distance' },
  min: 0,
  max: 100,
  schema: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  renamed: (radius: number) => radius,
}

/** Lists of spellings that a person took for different things; they are not proposed as one again. */
const refusedField = {
  ...noColumns,
  kind: 'refused' as const,
  label: { fr: 'Groupes refusés', en: 'Refused groups' },
  hint: {
    fr: 'Ces écritures désignent des choses différentes\u202f; elles ne sont plus proposées ensemble.',
    en: 'These spellings mean different things; they are no longer proposed together.',
  },
  schema: v.array(v.pipe(v.array(v.string()), v.minLength(2))),
  renamed: (refused: string[][]) => refused,
}

/**
 * Exchanges values of a column for others, by their exact text; in a column of numbers or dates the new one is read as such.
 * Rows, and the other columns, stay as they are. What a person refused to group is kept beside, and changes nothing. A value to be replaced that no row holds is reported as `not-found`.
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
    fr: 'harmoniser uniformiser regrouper remplacer corriger valeur variante orthographe doublon fusionner cluster rechercher',
    en: 'replace correct value spelling variant merge duplicate cluster find',
  },
  fields: {
    column: columnField({ label: { fr: 'Colonne', en: 'Column' } }),
    replacements: replacementsField,
    method: optional(methodField),
    radius: optional(radiusField),
    refused: optional(refusedField),
    where: whereField,
  },
  check: ({ replacements, refused = [] }) => {
    if (replacements.length === 0 && refused.length === 0) return false
    const claimed = replacements.flatMap(({ from }) => from)
    return new Set(claimed).size === claimed.length
  },
  sentence: {
    fr: ({ column, replacements, refused = [], where }) => {
      const end = whereWords.fr(where)
      if (replacements.length === 0)
        return `Garder distinctes les écritures de ${fr.count(refused.length, 'groupe refusé', 'groupes refusés')} de ${fr.name(column)}`
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
    en: ({ column, replacements, refused = [], where }) => {
      const end = whereWords.en(where)
      if (replacements.length === 0)
        return `Keep apart the spellings of ${en.count(refused.length, 'refused group', 'refused groups')} of ${en.name(column)}`
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
  newValues: async (
    table,
    { column: name, replacements, method = 'fingerprint', radius, refused = [], where },
    progress,
  ) => {
    const becomes = new Map<string, string>()
    for (const { from, to } of replacements) for (const text of [...from, to]) becomes.set(text, to)
    becomes.delete('')
    const column = columnNamed(table, name)
    const counts = countCodes(column, chosenRows(table, where))
    const unknown: CountedText[] = []
    for (let code = 1; code < column.dictionary.size; code++) {
      const text = column.dictionary.text(code)
      if (counts[code]! > 0 && !becomes.has(text)) unknown.push({ text, cells: counts[code]! })
    }
    const near = await nearKnown(unknown, becomes, { method, radius }, progress)
    const areApart = refusalsOf(refused)
    return unknown
      .flatMap(({ text, cells }): NewValue[] => {
        const like = near.get(text)
        const to = like === undefined ? undefined : becomes.get(like)
        if (like === undefined || to === undefined || areApart(text, like) || areApart(text, to)) return []
        return [{ column: name, value: text, cells, near: to }]
      })
      .sort((x, y) => y.cells - x.cells)
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

/** The parameters of a replacement with new spellings added, each to the group that it is near to. */
export function withSpellings(params: Params, values: readonly NewValue[]): Params {
  const replacements = params['replacements'] as readonly Replacement[]
  const left = new Map(values.map(({ value, near }) => [value, near]))
  return {
    ...params,
    replacements: replacements.map(({ from, to }) => {
      const added = [...left].filter(([, near]) => near === to).map(([value]) => value)
      for (const value of added) left.delete(value)
      return { from: [...from, ...added], to }
    }),
  }
}
