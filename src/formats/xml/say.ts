import type { Localized } from '../../i18n/messages.ts'
import { xmlReading } from '../../i18n/xml-reading.ts'

/** One sentence about an XML file, in both languages. */
export const say = (sentence: (messages: (typeof xmlReading)['fr']) => string): Localized => ({
  fr: sentence(xmlReading.fr),
  en: sentence(xmlReading.en),
})
