import { messages } from './messages.ts'

/** Words about the copy of the page that the browser keeps. */
export const offlineWords = messages({
  fr: {
    newVersion: 'Une nouvelle version de Tamis est prête. Votre travail est enregistré.',
    update: 'Passer à cette version',
  },
  en: {
    newVersion: 'A new version of Tamis is ready. Your work is saved.',
    update: 'Change to it',
  },
})
