import { en, fr } from '../i18n/words.ts'
import type { Condition } from './condition.ts'
import { referenceWords, type Reference } from './reference.ts'
import type { Replacement } from './replacement-fields.ts'
import { whereWords } from './where-words.ts'

interface Said {
  column: string
  replacements: readonly Replacement[]
  within?: readonly string[] | undefined
  reference?: Reference | undefined
  refused?: readonly (readonly string[])[] | undefined
  where?: Condition | undefined
}

const spellings = (replacements: readonly Replacement[]): number =>
  replacements.reduce((sum, { from }) => sum + from.length, 0)

/** What a step that exchanges values says of itself in the recipe. */
export const replacementWords = {
  fr: ({ column, replacements, within = [], reference, refused = [], where }: Said): string => {
    const end = whereWords.fr(where)
    const name = fr.name(column)
    if (replacements.length === 0)
      return `Garder distinctes les écritures de ${fr.count(refused.length, 'groupe refusé', 'groupes refusés')} de ${name}`
    if (reference !== undefined)
      return `Remplacer ${fr.count(spellings(replacements), 'valeur', 'valeurs')} de ${name} par celles de ${referenceWords.fr(reference)}${end}`
    const [first, more] = replacements
    if (within.length > 0)
      return `Regrouper ${fr.count(spellings(replacements), 'variante', 'variantes')} de ${name}, à ${fr.columns(within)} ${within.length === 1 ? 'identique' : 'identiques'}${end}`
    if (first === undefined || more !== undefined)
      return `Regrouper ${fr.count(spellings(replacements), 'variante', 'variantes')} de ${name} en ${fr.count(replacements.length, 'valeur', 'valeurs')}${end}`
    const [from, other] = first.from
    if (from === undefined || other !== undefined)
      return first.to === ''
        ? `Vider les cellules de ${name} qui contiennent une de ${fr.count(first.from.length, 'valeur', 'valeurs')}${end}`
        : `Regrouper ${fr.count(first.from.length, 'variante', 'variantes')} de ${name} en ${fr.name(first.to)}${end}`
    if (from === '') return `Remplir les cellules vides de ${name} par ${fr.name(first.to)}${end}`
    if (first.to === '') return `Vider les cellules ${fr.name(from)} de ${name}${end}`
    return `Remplacer ${fr.name(from)} par ${fr.name(first.to)} dans ${name}${end}`
  },
  en: ({ column, replacements, within = [], reference, refused = [], where }: Said): string => {
    const end = whereWords.en(where)
    const name = en.name(column)
    if (replacements.length === 0)
      return `Keep apart the spellings of ${en.count(refused.length, 'refused group', 'refused groups')} of ${name}`
    if (reference !== undefined)
      return `Replace ${en.count(spellings(replacements), 'value', 'values')} of ${name} by those of ${referenceWords.en(reference)}${end}`
    const [first, more] = replacements
    if (within.length > 0)
      return `Group ${en.count(spellings(replacements), 'spelling', 'spellings')} of ${name} where ${en.columns(within)} ${within.length === 1 ? 'is' : 'are'} the same${end}`
    if (first === undefined || more !== undefined)
      return `Group ${en.count(spellings(replacements), 'spelling', 'spellings')} of ${name} into ${en.count(replacements.length, 'value', 'values')}${end}`
    const [from, other] = first.from
    if (from === undefined || other !== undefined)
      return first.to === ''
        ? `Blank the cells of ${name} that hold one of ${en.count(first.from.length, 'value', 'values')}${end}`
        : `Group ${en.count(first.from.length, 'spelling', 'spellings')} of ${name} into ${en.name(first.to)}${end}`
    if (from === '') return `Fill blank cells of ${name} with ${en.name(first.to)}${end}`
    if (first.to === '') return `Blank the cells ${en.name(from)} of ${name}${end}`
    return `Replace ${en.name(from)} by ${en.name(first.to)} in ${name}${end}`
  },
}
