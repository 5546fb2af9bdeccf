import type { Localized } from '../../i18n/messages.ts'
import { totemMessages } from '../../i18n/totem.ts'

/** One sentence about a budget document, in both languages. */
export const say = (sentence: (messages: (typeof totemMessages)['fr']) => string): Localized => ({
  fr: sentence(totemMessages.fr),
  en: sentence(totemMessages.en),
})
