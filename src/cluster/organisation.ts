import type { Keyer } from './keyer.ts'
import { nameWords } from './name-words.ts'

const LAW_OF_1901 = /\(?\bloi\s+(?:de\s+|du\s+(?:1er\s+juillet\s+)?)?1901\b\)?/gi

/** Words that say what kind of legal person a body is, and nothing of which one. */
export const LEGAL_WORDS: ReadonlySet<string> = new Set(
  'association sarl sas sasu eurl scop scic sci snc gie gip epic epci spl sem selarl earl gaec ong loi'.split(
    ' ',
  ),
)

/** What a body's name says when its legal form is set aside; all of its words when there is nothing else. */
export const coreWords = (words: readonly string[]): readonly string[] => {
  const core = words.filter((word) => !LEGAL_WORDS.has(word))
  return core.length === 0 ? words : core
}

/** The text without a mention of the law on associations, whose number would pass for a part of the name. */
export const withoutLegalMention = (text: string): string => text.replace(LAW_OF_1901, ' ')

export const organisation: Keyer = {
  id: 'organisation',
  name: { fr: 'Même organisme', en: 'Same body' },
  about: {
    fr: 'Noms d’associations et de services : articles, forme juridique, « association », ordre des mots et abréviations (« Assoc. », « U.S. », « St ») mis à part ; les numéros comptent.',
    en: 'Names of associations and services: articles, legal form, “association”, word order and abbreviations (“Assoc.”, “U.S.”, “St”) set aside; numbers count.',
  },
  key: (text) => {
    const { words, marks } = nameWords(withoutLegalMention(text))
    return [...new Set([...coreWords(words), ...marks])].sort().join(' ')
  },
}
