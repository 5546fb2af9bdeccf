import type { Localized } from './messages.ts'

const MONTHS: Localized = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  en: 'January February March April May June July August September October November December',
}

/** An ISO day as people write it: 1er janvier 2026, 1 January 2026; another text (a year) as it is. */
export const dayWords: Localized<(day: string) => string> = {
  fr: (day) => inWords(day, 'fr', (number) => (number === 1 ? '1er' : String(number))),
  en: (day) => inWords(day, 'en', String),
}

function inWords(text: string, language: 'fr' | 'en', dayOf: (number: number) => string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const name = MONTHS[language].split(' ')[Number(month) - 1]
  return name === undefined ? text : `${dayOf(Number(day))} ${name} ${year!}`
}
