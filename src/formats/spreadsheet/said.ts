import { spreadsheetReading } from '../../i18n/spreadsheet-reading.ts'
import type { Localized } from '../../i18n/messages.ts'

type Words = (typeof spreadsheetReading)['fr']

/** The same thing said in both languages. */
export const said = (say: (words: Words) => string): Localized => ({
  fr: say(spreadsheetReading.fr),
  en: say(spreadsheetReading.en),
})
