import type { Language, Localized } from '../i18n/messages.ts'

const KEY = 'tamis-language'

function firstLanguage(): Language {
  const stored = localStorage.getItem(KEY)
  if (stored === 'fr' || stored === 'en') return stored
  return navigator.language.startsWith('fr')
    ? 'fr'
    : navigator.languages.some((l) => l.startsWith('fr'))
      ? 'fr'
      : 'en'
}

/** The language of the screens; changing it changes every word at once, without reload. */
class ScreenLanguage {
  #current = $state<Language>(firstLanguage())

  get current(): Language {
    return this.#current
  }

  set current(language: Language) {
    this.#current = language
    localStorage.setItem(KEY, language)
    document.documentElement.lang = language
  }

  /** The text or the messages in the current language. */
  say<T>(both: Localized<T>): T {
    return both[this.#current]
  }
}

export const language = new ScreenLanguage()
