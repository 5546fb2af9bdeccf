import { messages } from '../../i18n/messages.ts'
import { en, fr } from '../../i18n/words.ts'
import type { VariantLevel, VariantReason, VariantWarning } from '../../cluster/variant-group.ts'

interface VariantWords {
  reason(reason: VariantReason): string
  level: Record<VariantLevel, string>
  /** How confidence is to be understood, for a help line. */
  aboutConfidence: string
  warning(warning: VariantWarning): string
}

const kindWords: Record<'fr' | 'en', (reason: VariantReason) => string> = {
  fr: (reason) => {
    switch (reason.kind) {
      case 'blanks':
        return 'mêmes lettres, espaces en plus ou en moins'
      case 'case':
        return 'mêmes lettres, majuscules ou minuscules'
      case 'accents':
        return 'mêmes lettres, accents en plus ou en moins'
      case 'punctuation':
        return 'mêmes mots, ponctuation différente'
      case 'word-order':
        return 'mêmes mots dans un autre ordre'
      case 'articles':
        return 'mêmes mots, articles en plus ou en moins'
      case 'joined-words':
        return 'mots collés ou coupés'
      case 'abbreviation':
        return 'même nom avec une abréviation'
      case 'legal-words':
        return `même nom, ${fr.name('association')} ou forme juridique en plus ou en moins`
      case 'letters':
        return reason.letters === 1 ? 'une lettre d’écart' : `${fr.number(reason.letters)} lettres d’écart`
      case 'cut':
        return 'nom coupé avant la fin'
      case 'sound':
        return 'même prononciation'
      case 'same-companion':
        return `noms voisins, même valeur dans ${fr.name(reason.column)}`
    }
  },
  en: (reason) => {
    switch (reason.kind) {
      case 'blanks':
        return 'same letters, blanks added or missing'
      case 'case':
        return 'same letters, upper or lower case'
      case 'accents':
        return 'same letters, accents added or missing'
      case 'punctuation':
        return 'same words, different punctuation'
      case 'word-order':
        return 'same words in another order'
      case 'articles':
        return 'same words, articles added or missing'
      case 'joined-words':
        return 'words joined or split'
      case 'abbreviation':
        return 'same name with an abbreviation'
      case 'legal-words':
        return 'same name, “association” or a legal form added or missing'
      case 'letters':
        return reason.letters === 1 ? 'one letter apart' : `${en.number(reason.letters)} letters apart`
      case 'cut':
        return 'name cut short'
      case 'sound':
        return 'same sound in French'
      case 'same-companion':
        return `similar names, same value in ${en.name(reason.column)}`
    }
  },
}

/** What the search for variants says to people. */
export const variantWords = messages<VariantWords>({
  fr: {
    reason: (reason) => {
      const kind = kindWords.fr(reason)
      return reason.agreeing === undefined ? kind : `${kind}, même valeur dans ${fr.name(reason.agreeing)}`
    },
    level: { sure: 'sûr', likely: 'probable', possible: 'à vérifier' },
    aboutConfidence:
      'Un groupe est aussi sûr que son lien le plus faible : mêmes lettres, c’est sûr ; une lettre d’écart, c’est probable ; le reste est à vérifier. Deux noms que distinguent un numéro ou une lettre seule ne sont jamais réunis.',
    warning: ({ a, b, column }) =>
      `${fr.name(a)} et ${fr.name(b)} n’ont pas la même valeur dans ${fr.name(column)}.`,
  },
  en: {
    reason: (reason) => {
      const kind = kindWords.en(reason)
      return reason.agreeing === undefined ? kind : `${kind}, same value in ${en.name(reason.agreeing)}`
    },
    level: { sure: 'sure', likely: 'likely', possible: 'to be checked' },
    aboutConfidence:
      'A group is as sure as its weakest link: the same letters is sure; one letter apart is likely; the rest is to be checked. Two names that a number or a lone letter tells apart are never put together.',
    warning: ({ a, b, column }) =>
      `${en.name(a)} and ${en.name(b)} have different values in ${en.name(column)}.`,
  },
})
