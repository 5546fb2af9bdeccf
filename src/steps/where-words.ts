import type { Localized } from '../i18n/messages.ts'
import { conditionWords } from './condition-words.ts'
import type { Condition } from './condition.ts'

/** The end of a sentence of a step that works on some rows only; '' for all of them. */
export const whereWords: Localized<(where: Condition | undefined) => string> = {
  fr: (where) => (where === undefined ? '' : `, là où ${conditionWords.fr(where)}`),
  en: (where) => (where === undefined ? '' : `, where ${conditionWords.en(where)}`),
}
