import type { Localized } from '../i18n/messages.ts'
import { en, fr, type Words } from '../i18n/words.ts'
import type { CellTest, Condition } from './condition.ts'

/** How a language says that a column's cell passes a test, or (`not`) that it does not. */
interface Said {
  words: Words
  or: string
  and: string
  blank(column: string, not: boolean): string
  unconverted(column: string, not: boolean): string
  among(column: string, values: string, not: boolean): string
  /** More values than a sentence can hold. */
  many(count: number): string
  contains(column: string, text: string, not: boolean): string
  startsWith(column: string, text: string, not: boolean): string
  atLeast(column: string, number: string, not: boolean): string
  atMost(column: string, number: string, not: boolean): string
  between(column: string, min: string, max: string, not: boolean): string
  negated(words: string): string
  always: string
  never: string
}

const french: Said = {
  words: fr,
  or: ' ou ',
  and: ' et ',
  blank: (column, not) => `${column} ${not ? 'n’est pas' : 'est'} vide`,
  unconverted: (column, not) => `${column} ${not ? 'a pu' : 'n’a pas pu'} être converti`,
  among: (column, values, not) => `${column} ${not ? 'ne vaut pas' : 'vaut'} ${values}`,
  many: (count) => `l’une des ${fr.count(count, 'valeur choisie', 'valeurs choisies')}`,
  contains: (column, text, not) => `${column} ${not ? 'ne contient pas' : 'contient'} ${text}`,
  startsWith: (column, text, not) => `${column} ${not ? 'ne commence pas' : 'commence'} par ${text}`,
  atLeast: (column, number, not) => `${column} ${not ? 'n’est pas' : 'est'} au moins ${number}`,
  atMost: (column, number, not) => `${column} ${not ? 'n’est pas' : 'est'} au plus ${number}`,
  between: (column, min, max, not) => `${column} ${not ? 'n’est pas' : 'est'} entre ${min} et ${max}`,
  negated: (condition) => `il est faux que (${condition})`,
  always: 'tout convient',
  never: 'rien ne convient',
}

const english: Said = {
  words: en,
  or: ' or ',
  and: ' and ',
  blank: (column, not) => `${column} is ${not ? 'not ' : ''}blank`,
  unconverted: (column, not) => `${column} could ${not ? '' : 'not '}be converted`,
  among: (column, values, not) => `${column} is ${not ? 'not ' : ''}${values}`,
  many: (count) => `one of the ${en.count(count, 'chosen value', 'chosen values')}`,
  contains: (column, text, not) => `${column} ${not ? 'does not contain' : 'contains'} ${text}`,
  startsWith: (column, text, not) => `${column} ${not ? 'does not start' : 'starts'} with ${text}`,
  atLeast: (column, number, not) => `${column} is ${not ? 'not ' : ''}at least ${number}`,
  atMost: (column, number, not) => `${column} is ${not ? 'not ' : ''}at most ${number}`,
  between: (column, min, max, not) => `${column} is ${not ? 'not ' : ''}between ${min} and ${max}`,
  negated: (condition) => `it is not true that (${condition})`,
  always: 'everything fits',
  never: 'nothing fits',
}

/** What a condition asks, in words that follow "rows where": « Type » vaut « TOTAL » et « Nom » est vide. */
export const conditionWords: Localized<(condition: Condition) => string> = {
  fr: (condition) => say(french, condition, false),
  en: (condition) => say(english, condition, false),
}

function say(said: Said, condition: Condition, not: boolean): string {
  if ('not' in condition) return say(said, condition.not, !not)
  if (!('all' in condition || 'any' in condition)) return sayTest(said, condition, not)
  const [parts, and] = 'all' in condition ? [condition.all, true] : [condition.any, false]
  if (parts.length === 0) return and === not ? said.never : said.always
  if (parts.length === 1) return say(said, parts[0]!, not)
  const whole = parts
    .map((part) => (isCompound(part) ? `(${say(said, part, false)})` : say(said, part, false)))
    .join(and ? said.and : said.or)
  return not ? said.negated(whole) : whole
}

const isCompound = (condition: Condition): boolean =>
  ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)

function sayTest(said: Said, test: CellTest, not: boolean): string {
  const { words } = said
  const column = words.name(test.column)
  if ('is' in test) {
    if (test.is === 'unconverted') return said.unconverted(column, not)
    return said.blank(column, (test.is === 'filled') !== not)
  }
  if ('in' in test) {
    if (test.in.length === 0) return not ? said.always : said.never
    const values = test.in.length <= 3 ? test.in.map(words.name).join(said.or) : said.many(test.in.length)
    return said.among(column, values, not)
  }
  if ('contains' in test) return said.contains(column, words.name(test.contains), not)
  if ('startsWith' in test) return said.startsWith(column, words.name(test.startsWith), not)
  const { min, max } = test
  if (min !== undefined && max !== undefined)
    return said.between(column, words.number(min), words.number(max), not)
  return min === undefined
    ? said.atMost(column, words.number(max!), not)
    : said.atLeast(column, words.number(min), not)
}
