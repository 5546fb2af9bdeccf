import type { Language, Localized } from './messages.ts'

/** How names, lists and numbers are said in a sentence of one language. */
export interface Words {
  /** A name as quoted in a sentence: « BGT_NATURE ». */
  name(name: string): string
  /** Up to three names in full, otherwise "7 colonnes". */
  columns(names: readonly string[]): string
  /** "a, b et c". */
  list(items: readonly string[]): string
  /** A whole number with the language's grouping: 1 600. */
  number(value: number): string
  /** A canonical decimal text as people of the language read it: 1 234,50. */
  decimal(text: string): string
  /** "1 ligne", "12 lignes": the number and the noun that agrees with it. */
  count(value: number, one: string, many: string): string
}

const grouped = (digits: string, separator: string): string =>
  digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator)

function wordsOf(
  quotes: [string, string],
  and: string,
  noun: [string, string],
  group: string,
  point: string,
  none: 'one' | 'many',
): Words {
  const words: Words = {
    name: (name) => quotes[0] + name + quotes[1],
    list: (items) =>
      items.length < 2
        ? (items[0] ?? '')
        : `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]!}`,
    columns: (names) =>
      names.length <= 3 ? words.list(names.map(words.name)) : words.count(names.length, ...noun),
    number: (value) => words.decimal(String(value)),
    decimal: (text) => {
      const [, sign = '', whole = '', , decimals] = /^(-?)(\d+)(\.(\d+))?$/.exec(text) ?? []
      if (whole === '') return text
      return (
        (sign === '' ? '' : '−') + grouped(whole, group) + (decimals === undefined ? '' : point + decimals)
      )
    },
    count: (value, one, many) => {
      const single = value === 1 || (value === 0 && none === 'one')
      return `${words.number(value)}\u00a0${single ? one : many}`
    },
  }
  return words
}

/** French: « », U+202F between thousands, zero is singular. */
export const fr: Words = wordsOf(['«\u00a0', '\u00a0»'], 'et', ['colonne', 'colonnes'], '\u202f', ',', 'one')
export const en: Words = wordsOf(['“', '”'], 'and', ['column', 'columns'], ',', '.', 'many')

export const words: Localized<Words> = { fr, en }

export const wordsIn = (language: Language): Words => words[language]
