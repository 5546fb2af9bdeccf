import { gridWords } from '../../i18n/grid.ts'
import { wordsIn } from '../../i18n/words.ts'
import type { ColumnType } from '../../table/value.ts'
import type { Language } from '../../i18n/messages.ts'

/** A day, with its time if there is one. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})(T.+)?$/

/** A cell as people of the language read it, from its canonical text: 1 234,56; 31/12/2020; oui. No floating point. */
export function shownText(text: string, type: ColumnType, language: Language): string {
  switch (type) {
    case 'number':
      return wordsIn(language).decimal(text)
    case 'date': {
      const [, year, month, day, time = ''] = DATE.exec(text) ?? []
      if (day === undefined) return text
      return (language === 'fr' ? `${day}/${month}/${year}` : text.slice(0, 10)) + time.replace('T', ' ')
    }
    case 'boolean':
      return text === 'true' ? gridWords[language].yes : text === 'false' ? gridWords[language].no : text
    case 'text':
      return text
  }
}

/** The canonical text of what a person typed for a column of this type; left as typed when it does not read as one. */
export function canonicalText(typed: string, type: ColumnType, language: Language): string {
  if (type === 'number') {
    const bare = typed.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
    const pointed = language === 'fr' ? bare.replace(',', '.') : bare.replaceAll(',', '')
    return /^-?\d+(\.\d+)?$/.test(pointed) ? pointed : typed
  }
  if (type === 'date') {
    const [, day, month, year, time = ''] =
      /^(\d{1,2})\/(\d{1,2})\/(\d{4})( \d\d:\d\d:\d\d.*)?$/.exec(typed.trim()) ?? []
    if (year !== undefined)
      return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}${time.replace(' ', 'T')}`
    return typed.replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:\d\d:\d\d)/, '$1T')
  }
  if (type === 'boolean') {
    const word = typed.trim().toLowerCase()
    if (word === gridWords[language].yes) return 'true'
    if (word === gridWords[language].no) return 'false'
  }
  return typed
}

/** What a person looks for in a column of this type, which may be a part of a value, in its canonical writing. */
export function searchedText(typed: string, type: ColumnType, language: Language): string {
  if (type === 'number' && /^[-−\d\s.,]+$/.test(typed)) {
    const bare = typed.replace(/\s/g, '').replace('−', '-')
    return language === 'fr' ? bare.replace(',', '.') : bare.replaceAll(',', '')
  }
  if (type === 'date' && language === 'fr' && /^[\d/]+$/.test(typed.trim()))
    return typed.trim().split('/').reverse().join('-')
  return canonicalText(typed, type, language)
}
